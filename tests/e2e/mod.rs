//! Stories in the real window.

mod door;
mod first_day;
mod harness;
mod people;
