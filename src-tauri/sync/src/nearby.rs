//! Finds the other computer in the same house, and asks nobody else for anything.

use iroh::EndpointId;
use iroh::address_lookup::{AddrFilter, AddressLookup, EndpointData, EndpointInfo, Error as LookupError, Item};
use iroh::dns::{BoxIter, DnsError, Resolver, TxtRecordData};
use iroh::{Endpoint, TransportAddr};
use iroh_mdns_address_lookup::{DiscoveryEvent, MdnsAddressLookup};
use n0_future::StreamExt;
use n0_future::boxed::{BoxFuture, BoxStream};
use tokio::time::Duration;

use crate::addresses::is_of_this_house;
use crate::{DeviceId, Error, Result};

/// The name under which it is found: it says neither what this is nor for whom.
pub(crate) const NAME: &str = "peersync";

/// How often it asks who is there. More often would find a device sooner whose address is not remembered, and wake the
/// computer and its network more often, for as long as sync is on.
const ASKS_EVERY: Duration = Duration::from_secs(2);

/// Says on this network where this device waits, and hears where others do.
#[derive(Clone, Debug)]
pub(crate) struct Nearby(MdnsAddressLookup);

impl Nearby {
    /// Begins to say and to hear, until it is dropped with its endpoint.
    pub(crate) fn of(endpoint: &Endpoint) -> Result<Self> {
        let lookup = MdnsAddressLookup::builder().service_name(NAME).discovery_cadence(ASKS_EVERY);
        let lookup = lookup.build(endpoint.id()).map_err(|_| Error::NoNetwork)?;
        let nearby = Self(lookup);
        endpoint.address_lookup().map_err(|_| Error::NoNetwork)?.add(nearby.clone());
        Ok(nearby)
    }

    /// Devices of whatever family, as they appear.
    pub(crate) async fn appearing(&self) -> impl n0_future::Stream<Item = DeviceId> + Unpin + use<> {
        self.0.subscribe().await.filter_map(|event| match event {
            DiscoveryEvent::Discovered { endpoint_info, .. } => Some(endpoint_info.endpoint_id.into()),
            _ => None,
        })
    }
}

impl AddressLookup for Nearby {
    fn publish(&self, data: &EndpointData) {
        self.0.publish(data);
    }

    /// Whoever says that a device waits outside this house is not believed.
    fn resolve(&self, id: EndpointId) -> Option<BoxStream<Result<Item, LookupError>>> {
        Some(self.0.resolve(id)?.map(|found| found.map(within_this_house)).boxed())
    }
}

/// Lets out only addresses of this house, and no relay's.
pub(crate) fn of_this_house() -> AddrFilter {
    AddrFilter::new(|addresses| std::borrow::Cow::Owned(addresses.iter().filter(|it| is_near(it)).cloned().collect()))
}

fn within_this_house(found: Item) -> Item {
    let near = found.endpoint_info().addrs().filter(|address| is_near(address)).cloned().collect();
    let info = EndpointInfo::from_parts(found.endpoint_id(), EndpointData::new(near));
    Item::new(info, found.provenance(), found.last_updated())
}

fn is_near(address: &TransportAddr) -> bool {
    matches!(address, TransportAddr::Ip(address) if is_of_this_house(address))
}

/// Knows no names and asks nobody: every question waits until the asker gives up.
#[derive(Debug)]
pub(crate) struct NoNames;

impl Resolver for NoNames {
    fn lookup_ipv4(&self, _: String) -> BoxFuture<Result<BoxIter<std::net::Ipv4Addr>, DnsError>> {
        Box::pin(std::future::pending())
    }

    fn lookup_ipv6(&self, _: String) -> BoxFuture<Result<BoxIter<std::net::Ipv6Addr>, DnsError>> {
        Box::pin(std::future::pending())
    }

    fn lookup_txt(&self, _: String) -> BoxFuture<Result<BoxIter<TxtRecordData>, DnsError>> {
        Box::pin(std::future::pending())
    }

    fn clear_cache(&self) {}

    fn reset(&self) -> Box<dyn Resolver> {
        Box::new(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_says_that_a_device_waits_elsewhere_is_not_believed() {
        let id = iroh::SecretKey::from_bytes(&[7; 32]).public();
        let near: TransportAddr = TransportAddr::Ip("192.168.1.8:20000".parse().unwrap());
        let elsewhere = ["8.8.8.8:53", "[2001:db8::1]:9"].map(|text| TransportAddr::Ip(text.parse().unwrap()));
        let relay = TransportAddr::Relay("https://relay.example".parse().unwrap());
        let all: Vec<_> = elsewhere.into_iter().chain([relay, near.clone()]).collect();
        let found = Item::new(EndpointInfo::from_parts(id, EndpointData::new(all.clone())), "mdns", None);
        let believed = within_this_house(found);
        assert_eq!(believed.endpoint_info().addrs().collect::<Vec<_>>(), [&near]);
        assert_eq!(*of_this_house().apply(&all), [near], "and nothing else is said of this one");
    }
}
