//! Property tests based on the OpenAPI document: all valid values are decoded, serialized and sent, and invalid values are errors with
//! their path.
//!
//! The random values are the same in every run. `PROOF_SEED=7 cargo test --test proof` uses other values.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod broken;
mod document;
mod draw;
mod expanded;
mod form;
mod library;
#[path = "../support/lists.rs"]
mod lists;
mod memory;
mod official;
mod official_pages;
mod parameters;
mod random;
mod recorder;
mod requests;
mod responses;
mod shrink;
mod text;
mod types;
mod walk;
mod webhooks;
