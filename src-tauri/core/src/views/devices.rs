//! The other computers of the family.

use crate::domain::device::DeviceId;
use serde::Serialize;

/// The computers this one is paired with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct DevicesView {
    /// Each of them, in the order of their names.
    pub rows: Vec<DeviceRow>,
    /// Whether this computer meets them.
    pub is_on: bool,
}

/// One computer this one is paired with. It says nothing of who is there or when the two last met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct DeviceRow {
    /// Its id.
    #[specta(type = String)]
    pub id: DeviceId,
    /// What it is called here.
    pub name: String,
    /// Whether her own space goes there too, where she is here alone.
    pub has_mine: bool,
    /// Whether it said something that cannot be taken: it is not listened to until somebody says so.
    pub is_set_aside: bool,
}
