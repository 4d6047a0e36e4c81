//! Stories in the core, without a window.

mod bench;
mod bundles;
mod canary;
mod celebrations;
mod corrupt;
mod crash;
mod faults;
mod goals;
mod golden;
mod invariants;
mod leaving;
mod letters;
mod milestones;
mod outside;
mod pages;
mod press;
mod put_back;
mod rituals;
mod secrets;
mod shared;
mod tamper;
mod tidy;
mod undo;
mod views;
mod ways_in;
mod years;
