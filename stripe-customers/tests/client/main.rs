//! Tests of the client with a server on this machine that causes errors.
#![cfg(feature = "client")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod blocking;
mod connections;
mod guarantees;
mod http_types;
#[path = "../support/keyed.rs"]
mod keyed;
#[path = "../support/lists.rs"]
mod lists;
mod load;
mod options;
mod own;
mod pagination;
#[path = "../proof/random.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
mod requests;
mod responses;
mod retries;
mod server;
mod settings;
mod spans;
mod support;
mod tls;
mod walks;
mod writes;
