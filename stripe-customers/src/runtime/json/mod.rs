//! JSON text, read in one pass into the fields that wait for it.
//!
//! There is no tree in between: a [`Decoder`] walks the text once and hands every value to the field that
//! it belongs to. It borrows the text, allocates nothing but what the fields keep, and knows no types; so
//! it is compiled once for all of them.

mod decoder;
mod error;
mod escape;
mod from_serde;
mod scan;
mod to_serde;

pub(crate) use decoder::Decoder;
pub(crate) use decoder::locate::locate;
pub use error::DecodeError;
pub(crate) use error::Step;
#[cfg(feature = "http")]
pub(crate) use escape::write_string;
pub(crate) use from_serde::text_of;
pub(crate) use to_serde::Text;
