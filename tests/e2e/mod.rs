//! Stories in the real window.

mod first_day;
mod harness;
mod people;
