//! What the stories are told with.

mod acts;
pub mod bench;
pub mod golden;
pub mod home;
pub mod hostile;
pub mod hunt;
pub mod life;
pub mod meet;
pub mod mutations;
pub mod paper;
pub mod prove;

#[cfg(target_os = "linux")]
pub mod window;
