//! Pages to print: a view in, a tagged PDF and pictures of its pages out.
//!
//! A view is worded in her language (`sheet`), laid out by the templates in `page/` in a world that has neither files nor
//! network (`world`), and pressed (`press`). What a person wrote is data on the whole way: no template is ever made of it.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod apart;
mod catalog;
mod edges;
mod errors;
mod fonts;
mod plain;
mod press;
mod serve;
mod sheet;
mod strips;
mod text;
mod wire;
mod world;

pub use apart::PressApart;
pub use catalog::Catalog;
pub use errors::{Error, Result};
pub use fonts::Fonts;
pub use press::{LaidOut, Picture, Press, Printed, Setting, Worded};
pub use serve::serve;
pub use text::script_of;
pub use twinflower_core::views::PageSize as Size;
pub use wire::{Answered, Asked, ask};
