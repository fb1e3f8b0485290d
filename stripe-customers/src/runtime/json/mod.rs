//! Reading JSON text in one pass.
//!
//! There is no intermediate tree: a [`Decoder`] reads the text once and passes every value to its field. It borrows the
//! text, allocates only what the fields keep, and does not depend on their types, so it is compiled once.

mod decoder;
mod deserializer;
mod error;
mod escape;
mod from_serde;
mod number;
mod scan;
mod to_serde;

pub(crate) use decoder::{Decoder, Kept};
pub use error::DecodeError;
pub(crate) use error::Step;
pub(crate) use escape::{ObjectWriter, write_string};
pub(crate) use from_serde::{ValueText, text_of, text_of_integer};
pub(crate) use number::Number;
pub(crate) use to_serde::JsonText;
