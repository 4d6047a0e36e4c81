//! Stories in the real window.

mod bundles;
mod celebration;
mod demo;
mod door;
mod families;
mod first_day;
mod goals;
mod harness;
mod help;
mod letters;
mod locks;
mod milestones;
mod one_process;
mod people;
mod put_back;
mod rituals;
