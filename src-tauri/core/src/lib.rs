//! Twinflower's product: what two people keep, under which rules, sealed how.
//!
//! A word travels `use_cases` → `domain` (the rule) → `document` (what merges) → `store` (sealed, durable). No clock,
//! environment, locale or path is read here: they are passed in.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod document;
pub mod domain;
mod errors;
mod space;
mod store;
pub mod use_cases;
pub mod vault;
pub mod views;

#[cfg(feature = "faults")]
pub use store::disk::faults;
#[cfg(feature = "faults")]
pub use use_cases::outside;

pub use errors::{Code, Error, Result, Told};
pub use use_cases::Family;
