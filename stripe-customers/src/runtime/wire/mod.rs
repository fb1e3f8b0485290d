//! What goes over the wire: the path, the query and the body of a request.

#[cfg(feature = "http")]
mod encode;
#[cfg(feature = "http")]
mod form;
#[cfg(feature = "http")]
mod json;
#[cfg(feature = "http")]
mod multipart;
pub(crate) mod operation;
#[cfg(feature = "http")]
mod path;
#[cfg(feature = "http")]
mod percent;

pub(crate) use operation::operation;
pub use operation::{Method, Operation};

#[cfg(feature = "http")]
pub use encode::form_of;
#[cfg(feature = "http")]
pub(crate) use encode::{Encoded, encode};
#[cfg(feature = "http")]
pub use operation::{Body, Output};
#[cfg(feature = "http")]
pub(crate) use path::PathError;

#[cfg(test)]
mod tests;
