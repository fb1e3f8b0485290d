//! The hand-written code that generated code uses: decoding, encoding, requests, responses, errors and the client.
//!
//! It does not depend on the operations that are generated. The only resource that it uses is the error object.

#[cfg(all(feature = "client", target_family = "wasm", target_os = "unknown"))]
compile_error!(
    "the features `client` and `rustls` (a default) require sockets, which this target does not have: \
     use `default-features = false, features = [\"http\"]`, and send the requests of `http_request` with `fetch`"
);

pub mod expand;
pub(crate) mod json;
pub(crate) mod model;
pub(crate) mod types;
pub(crate) mod wire;

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "http")]
mod error;
#[cfg(feature = "client")]
pub(crate) mod pagination;
#[cfg(feature = "http")]
pub(crate) mod request;
#[cfg(feature = "http")]
mod response;
pub mod search;
#[cfg(feature = "webhook")]
pub mod webhook;

pub use json::DecodeError;
pub use model::{Decode, UnknownValue, from_json};
pub use types::{
    AnyOf, Clearable, Expandable, Id, Json, Lazy, List, ListIter, Metadata, SearchPage, Timestamp,
    V2List,
};
pub use wire::{Method, Operation};

#[cfg(feature = "client")]
pub use client::{Call, Client, ClientBuilder};
#[cfg(feature = "http")]
pub use error::{Error, ErrorKind};
#[cfg(feature = "blocking")]
pub use pagination::BlockingPaginator;
#[cfg(feature = "client")]
pub use pagination::{Page, Paginated, Paginator};
#[cfg(feature = "http")]
pub use request::{AppInfo, Customized, Request};
#[cfg(feature = "http")]
pub use response::Response;

/// The error object of a response: see [`Error::api_error`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrors as ApiError;
/// The code of an error: see [`ApiError::code`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrorsCode as ErrorCode;
/// The type of an error: see [`ApiError::type_`].
#[cfg(feature = "http")]
pub use crate::generated::shared::ApiErrorsType as ErrorType;

/// The HTTP types of `http_request` and `decode_response`.
#[cfg(feature = "http")]
pub use http;

/// The HTTP library, for [`ClientBuilder::http_client`].
#[cfg(feature = "client")]
pub use reqwest;
