//! Stories in the real window.

mod celebration;
mod door;
mod first_day;
mod goals;
mod harness;
mod people;
mod rituals;
