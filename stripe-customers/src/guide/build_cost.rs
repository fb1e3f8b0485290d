//! Build cost: what is compiled, and how to have less of it.
//!
//! Types and tables are all that is generated for each type, no macro of serde runs, and what is not used is not
//! compiled to machine code. The crate itself takes about 5 seconds of one core to check, 7 to build and 11 to build for
//! release, measured on a shared x86-64 server of 2026. So most of the time goes into what is under it, which is a matter of
//! features:
//!
//! | features, without the default ones | packages, with this one | what there is |
//! |---|---|---|
//! | none | 2 | the types: [`from_json`](crate::from_json) and serde |
//! | `http` | 8 | requests and responses as plain data, for an HTTP client that you have |
//! | `client` | 71 | [`Client`](crate::Client), for a `reqwest::Client` that you bring with its TLS |
//! | `native-tls` | 88 | the client with the TLS of the platform; compiles no cryptography |
//! | `rustls`, the default | 92 | the client with TLS in Rust; compiles the C of aws-lc once |
//!
//! (On Linux. A program that has reqwest, Tokio or serde anyway compiles them once for all.)
//!
//! # The types alone
//!
//! A crate that only looks at customers, such as the handler of a webhook or a library of shared models, has no need of the
//! client:
//!
//! ```toml
//! [dependencies]
//! stripe-customers = { version = "0.1", default-features = false }
//! ```
//!
//! # In the program
//!
//! - Make one [`Client`](crate::Client) and clone it. All clones share one pool of connections.
//! - Code that sends is compiled once, in this crate. For each operation there is no more than its path and its fields.
//! - An expanded object costs its text until [`object`](crate::Expandable::object) is called.
//! - `cargo xtask regenerate --operations …` in the repository makes a crate of other operations in the same way.
