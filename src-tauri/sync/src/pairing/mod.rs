//! How two computers come to know each other: a ticket, a proof that it was read, and two people who compare six words.
//!
//! Nothing here knows a network: the bytes of the connection's own secret are passed in, and messages go in and out.

pub(crate) mod offer;
pub(crate) mod steps;
pub(crate) mod ticket;
