//! Stories in the core, without a window.

mod milestones;
mod secrets;
mod tidy;
mod rituals;
mod ways_in;
