//! The client against a server on loopback that misbehaves on purpose.
#![cfg(feature = "client")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod answers;
mod blocking;
mod connections;
#[path = "../support/keyed.rs"]
mod keyed;
mod load;
mod options;
mod plain;
mod promises;
mod requests;
mod retries;
mod server;
mod settings;
mod spans;
mod support;
