//! Where a device may be reached: addresses of the same house, and those that somebody typed.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::bounds::MOST_ADDRESSES;
use crate::{DeviceId, Error, Result};

/// Addresses of one device, at most eight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses(BTreeSet<SocketAddr>);

impl Addresses {
    /// Keeps the addresses that are within a house, of whatever was found.
    pub fn of_this_house(found: impl IntoIterator<Item = SocketAddr>) -> Self {
        Self(found.into_iter().filter(is_of_this_house).take(MOST_ADDRESSES).collect())
    }

    /// Reads an address as a person types it; without a port, the one on which that device waits.
    ///
    /// Fails with [`Error::NotReached`] where it is a name rather than a number: nothing is looked up.
    pub fn typed(text: &str, device: DeviceId) -> Result<Self> {
        let text = text.trim();
        let bare = text.trim_start_matches('[').trim_end_matches(']');
        let whole = text.parse().or_else(|_| bare.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, device.port())));
        let address = whole.map_err(|_| Error::NotReached)?;
        if address.ip().is_multicast() || address.ip().is_unspecified() || address.port() == 0 {
            return Err(Error::NotReached);
        }
        Ok(Self([address].into()))
    }

    /// Adds others, as far as there is room.
    #[must_use]
    pub fn and(mut self, others: &Self) -> Self {
        for other in &others.0 {
            if self.0.len() < MOST_ADDRESSES {
                self.0.insert(*other);
            }
        }
        self
    }

    /// The addresses in their order.
    pub fn iter(&self) -> impl Iterator<Item = SocketAddr> + '_ {
        self.0.iter().copied()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes them as bytes, to be remembered.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.0.len() as u8];
        for address in &self.0 {
            match address.ip() {
                IpAddr::V4(ip) => bytes.extend([&[4], &ip.octets()[..]].concat()),
                IpAddr::V6(ip) => bytes.extend([&[6], &ip.octets()[..]].concat()),
            }
            bytes.extend(address.port().to_be_bytes());
        }
        bytes
    }

    /// Reads what was remembered or stands in a ticket.
    ///
    /// Fails with [`Error::NotATicket`] where it is cut, too long, or names what is no address.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let wrong = Error::NotATicket("its addresses");
        let (&count, mut rest) = bytes.split_first().ok_or(wrong)?;
        if usize::from(count) > MOST_ADDRESSES {
            return Err(wrong);
        }
        let mut addresses = BTreeSet::new();
        for _ in 0..count {
            let (address, after) = first(rest).ok_or(wrong)?;
            addresses.insert(address);
            rest = after;
        }
        // One way to write them: in order, none twice, nothing after.
        let read = Self(addresses);
        if read.to_bytes() == bytes { Ok(read) } else { Err(wrong) }
    }
}

fn first(bytes: &[u8]) -> Option<(SocketAddr, &[u8])> {
    let (&kind, rest) = bytes.split_first()?;
    let (ip, rest): (IpAddr, &[u8]) = match kind {
        4 => rest.split_first_chunk::<4>().map(|(ip, rest)| (Ipv4Addr::from(*ip).into(), rest))?,
        6 => rest.split_first_chunk::<16>().map(|(ip, rest)| (Ipv6Addr::from(*ip).into(), rest))?,
        _ => return None,
    };
    let (port, rest) = rest.split_first_chunk::<2>()?;
    Some((SocketAddr::new(ip, u16::from_be_bytes(*port)), rest))
}

/// Tells whether an address can only be of the same house, or of this computer.
pub(crate) fn is_of_this_house(address: &SocketAddr) -> bool {
    address.port() != 0
        && match address.ip() {
            IpAddr::V4(ip) => ip.is_private() || ip.is_link_local() || ip.is_loopback(),
            IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_loopback(),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(texts: &[&str]) -> Vec<SocketAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn only_what_is_within_a_house_is_kept_of_what_was_found() {
        let inside = addresses(&["10.0.0.1:9", "172.16.4.1:9", "192.168.1.7:9", "[fd00::1]:9", "[fe80::1]:9"]);
        let outside = addresses(&[
            "8.8.8.8:53",
            "100.64.0.1:9",
            "172.32.0.1:9",
            "224.0.0.251:5353",
            "255.255.255.255:9",
            "0.0.0.0:9",
            "192.168.1.7:0",
            "[2001:db8::1]:9",
            "[ff02::fb]:5353",
            "[::ffff:8.8.8.8]:53",
        ]);
        let kept = Addresses::of_this_house(inside.iter().chain(&outside).copied());
        assert_eq!(kept.iter().collect::<BTreeSet<_>>(), inside.into_iter().collect());
    }

    #[test]
    fn no_more_than_eight_are_kept() {
        let many = (1..200).map(|host| SocketAddr::from(([10, 0, 0, host], 9)));
        let kept = Addresses::of_this_house(many.clone());
        assert_eq!(kept.iter().count(), MOST_ADDRESSES);
        let others = Addresses::of_this_house(many.rev());
        assert_eq!(kept.and(&others).iter().count(), MOST_ADDRESSES);
    }

    #[test]
    fn a_typed_address_needs_no_port_and_is_never_a_name() {
        let device = DeviceId([3; 32]);
        let typed = |text| Addresses::typed(text, device).map(|typed| typed.iter().next().unwrap().to_string());
        assert_eq!(typed(" 192.168.1.7:4000 ").unwrap(), "192.168.1.7:4000");
        assert_eq!(typed("203.0.113.9").unwrap(), format!("203.0.113.9:{}", device.port()));
        assert_eq!(typed("[fd00::7]").unwrap(), format!("[fd00::7]:{}", device.port()));
        assert_eq!(typed("fd00::7").unwrap(), format!("[fd00::7]:{}", device.port()));
        for name in ["", "localhost", "mum.local:4000", "192.168.1", "224.0.0.251", "0.0.0.0", "10.0.0.1:0"] {
            assert_eq!(typed(name), Err(Error::NotReached), "{name}");
        }
    }

    #[test]
    fn what_is_remembered_is_read_again_and_in_no_other_form() {
        let some = Addresses::of_this_house(addresses(&["10.0.0.1:9", "[fd00::1]:65535", "127.0.0.1:1"]));
        let bytes = some.to_bytes();
        assert_eq!(Addresses::from_bytes(&bytes), Ok(some));
        assert_eq!(Addresses::from_bytes(&[0]), Ok(Addresses::default()));
        let wrong = Err(Error::NotATicket("its addresses"));
        for cut in 0..bytes.len() {
            assert_eq!(Addresses::from_bytes(&bytes[..cut]), wrong);
        }
        let twice = [&[2], &[4, 10, 0, 0, 1, 0, 9].repeat(2)[..]].concat();
        let many = [&[9], &[4, 10, 0, 0, 1, 0, 9].repeat(9)[..]].concat();
        for other in [twice, many, [&bytes[..], &[0]].concat(), vec![1, 5, 0, 0, 0, 0, 0, 0]] {
            assert_eq!(Addresses::from_bytes(&other), wrong);
        }
    }

    #[test]
    fn a_devices_port_is_its_own_and_needs_no_rights() {
        let ports: BTreeSet<u16> = (0..=255).map(|byte| DeviceId([byte; 32]).port()).collect();
        assert!(ports.len() > 240 && ports.iter().all(|port| (20_000..32_000).contains(port)));
        assert_eq!(DeviceId([1; 32]).port(), DeviceId([1; 32]).port());
    }
}
