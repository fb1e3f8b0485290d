//! Operations, and the encoding of their parameters into the path, the query and the body of a request.

#[cfg(feature = "http")]
mod check;
#[cfg(feature = "http")]
mod encode;
#[cfg(feature = "http")]
pub(crate) mod form;
#[cfg(feature = "http")]
pub(crate) mod json;
pub(crate) mod operation;
#[cfg(feature = "http")]
mod own;
#[cfg(feature = "http")]
mod params;
#[cfg(feature = "http")]
mod path;
#[cfg(feature = "http")]
mod percent;

pub(crate) use operation::operation;
pub use operation::{Method, Operation};

#[cfg(feature = "client")]
pub(crate) use encode::encode_target;
#[cfg(feature = "http")]
pub(crate) use encode::{Encoded, encode};
#[cfg(feature = "http")]
pub(crate) use operation::JSON;
#[cfg(feature = "http")]
pub use operation::Output;
#[cfg(feature = "http")]
pub(crate) use own::OwnPath;
#[cfg(feature = "http")]
pub(crate) use params::Params;
#[cfg(feature = "http")]
pub(crate) use path::ParameterError;
#[cfg(feature = "client")]
pub(crate) use percent::append_form;
