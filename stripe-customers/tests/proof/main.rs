//! The document itself tests the crate: whatever it allows is read, written and sent, and what it does not allow is
//! an error with its place.
//!
//! Chance decides what is tried, the same in every run. `PROOF_SEED=7 cargo test --test proof` tries something else.

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
mod official;
mod parameters;
mod random;
mod recorder;
mod requests;
mod responses;
mod shrink;
mod text;
mod types;
mod walk;
