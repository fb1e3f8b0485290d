// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod card;
pub mod retrieve_thing;
pub mod thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    #[cfg(test)]
    pub(crate) mod choice;
    #[cfg(test)]
    pub(crate) mod copies;
    #[cfg(test)]
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    #[cfg(test)]
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    pub(crate) mod union;
    #[cfg(test)]
    pub(crate) mod whole_page;
}

pub use card::{Card, DeletedCard, RetrievedCard};
pub use retrieve_thing::RetrieveThing;
pub use thing::Thing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";
