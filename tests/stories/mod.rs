//! Stories in the core, without a window.

mod canary;
mod celebrations;
mod crash;
mod goals;
mod invariants;
mod letters;
mod bundles;
mod milestones;
mod secrets;
mod tidy;
mod rituals;
mod shared;
mod ways_in;
