//! The stories: of the core, and of the real window.
#![allow(clippy::unwrap_used)] // all of it is tests

#[cfg(target_os = "linux")]
mod e2e;
mod stories;
