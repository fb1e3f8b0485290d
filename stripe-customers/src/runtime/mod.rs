//! What generated code stands on: decoding and encoding of values, requests, responses, errors, and the client.
//!
//! It knows no resource but the error object, and is the same around any selection of operations.

pub mod expand;
pub(crate) mod json;
pub(crate) mod model;
pub(crate) mod types;
pub(crate) mod wire;

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "http")]
mod error;
#[cfg(feature = "http")]
pub(crate) mod request;
#[cfg(feature = "http")]
mod response;

pub use json::DecodeError;
pub use model::{Decode, UnknownValue, from_json};
pub use types::{AnyOf, Clearable, Expandable, Id, Json, Lazy, List, Metadata, Timestamp};
pub use wire::{Method, Operation};

#[cfg(feature = "http")]
#[doc(hidden)]
pub use wire::form_of;

#[cfg(feature = "client")]
pub use client::{Call, Client, ClientBuilder};
#[cfg(feature = "http")]
pub use error::{Error, ErrorKind};
#[cfg(feature = "http")]
pub use request::{AppInfo, Customized};
#[cfg(feature = "http")]
pub use response::Response;

/// What Stripe says about an error: see [`Error::api_error`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrors as ApiError;
/// The machine-readable reason of an error: see [`ApiError::code`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrorsCode as ErrorCode;
/// The type of an error: see [`ApiError::type_`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrorsType as ErrorType;

/// The types of HTTP, for requests and responses as plain data.
#[cfg(feature = "http")]
pub use http;

/// The HTTP library, for [`ClientBuilder::http_client`].
#[cfg(feature = "client")]
pub use reqwest;
