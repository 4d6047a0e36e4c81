//! The stories: of the core, and of the real window.

#[cfg(target_os = "linux")]
mod e2e;
mod stories;
