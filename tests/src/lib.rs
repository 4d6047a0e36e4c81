//! What the stories are told with.

pub mod home;

#[cfg(target_os = "linux")]
pub mod window;
