//! What the stories are told with.

mod acts;
pub mod bench;
pub mod home;
pub mod life;
pub mod prove;

#[cfg(target_os = "linux")]
pub mod window;
