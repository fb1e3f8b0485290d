//! Operations, and the encoding of their parameters into the path, the query and the body of a request.

#[cfg(feature = "http")]
mod check;
#[cfg(feature = "http")]
mod encode;
#[cfg(feature = "http")]
mod error;
#[cfg(feature = "http")]
pub(crate) mod form;
pub(crate) mod operation;
#[cfg(feature = "http")]
mod path;
#[cfg(feature = "http")]
mod percent;

pub(crate) use operation::operation;
pub use operation::{Method, Operation};

#[cfg(feature = "http")]
pub(crate) use encode::{Encoded, encode};
#[cfg(feature = "http")]
pub(crate) use error::ParameterError;
#[cfg(feature = "http")]
pub use operation::Output;
