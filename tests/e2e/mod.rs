//! Stories in the real window.

mod album;
mod bundles;
mod celebration;
mod demo;
mod door;
mod empty;
mod first_day;
mod goals;
mod harness;
mod help;
mod keyboard;
mod letters;
mod milestones;
mod one_process;
mod people;
mod rituals;
