//! What a listener heard on the wire, packet by packet.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use super::HOSTS;
use super::ends::CANARY;

/// Where those are who listen for what is near (RFC 6762).
const NEAR: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 251);

const IPV4: [u8; 2] = [0x08, 0x00];
const ARP: [u8; 2] = [0x08, 0x06];
/// Who joins which group of listeners: the kernel's word, beside the first of each.
const IGMP: u8 = 2;

/// The packets that were heard, by whom they concern.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Before the first word of a device of ours.
    pub(super) before: u64,
    /// From one of the two to the other.
    pub(super) between: u64,
    /// To those who listen for what is near.
    pub(super) multicast: u64,
    /// One of the two asking where the other is.
    pub(super) neighbours: u64,
    /// To or about anybody else.
    pub(super) elsewhere: BTreeSet<String>,
    /// Packets in which the word can be read.
    pub(super) canaries: u64,
}

impl Heard {
    /// Sorts what a listener wrote.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut heard = Self::default();
        for line in lines {
            let packet = bytes(line);
            if packet.windows(CANARY.len()).any(|window| window == CANARY) {
                heard.canaries += 1;
            }
            heard.sort(&packet, line);
        }
        heard
    }

    fn sort(&mut self, packet: &[u8], line: &str) {
        let two = HOSTS.map(|(_, address)| address.parse::<Ipv4Addr>().expect("it is an address"));
        let ip = |at: usize| Ipv4Addr::from(<[u8; 4]>::try_from(&packet[at..at + 4]).expect("four bytes are four"));
        match packet.get(12..14).and_then(|kind| kind.try_into().ok()) {
            // The addresses of an IPv4 header, and of a question who has one.
            Some(IPV4) if packet.len() >= 34 => match (ip(26), ip(30), packet[23]) {
                (from, to, _) if two.contains(&from) && two.contains(&to) => self.between += 1,
                (from, NEAR, _) if two.contains(&from) => self.multicast += 1,
                (from, to, IGMP) if two.contains(&from) && to.is_multicast() => self.multicast += 1,
                (from, to, _) => drop(self.elsewhere.insert(format!("{from} to {to}"))),
            },
            Some(ARP) if packet.len() >= 42 && two.contains(&ip(28)) && two.contains(&ip(38)) => self.neighbours += 1,
            _ => drop(self.elsewhere.insert(line.chars().take(120).collect())),
        }
    }
}

fn bytes(letters: &str) -> Vec<u8> {
    let pairs = letters.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok());
    pairs.map_while(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}
