//! Stories in the real window.

mod album;
mod bundles;
mod canary;
mod celebration;
mod demo;
mod door;
mod empty;
mod families;
mod first_day;
mod goals;
mod harness;
mod help;
mod kept;
mod keyboard;
mod letters;
mod locks;
mod milestones;
mod next_hour;
mod one_process;
mod pages;
mod pages_long;
mod pages_out;
mod people;
mod press;
mod put_back;
mod rituals;
