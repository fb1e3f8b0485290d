//! Build cost: dependencies and compile times, and how to reduce them.
//!
//! The generated code of a type is a struct and a table of fields. It does not use derive macros of serde, and unused types are
//! not compiled to machine code. The crate itself takes about 5 CPU seconds to check, 8 to build and 15 to build for release
//! (on a shared x86-64 server, 2026). Most of the build time is that of its dependencies, which depend on the features:
//!
//! | features, without default features | packages, including this one | contents |
//! |---|---|---|
//! | none | 2 | the types: [`from_json`](crate::from_json) and serde |
//! | `http` | 8 | requests and responses, for another HTTP client |
//! | `webhook` | 13 | verified events from [webhooks](crate::guide::webhooks), with the hash function of RustCrypto |
//! | `client` | 71 | [`Client`](crate::Client), for a `reqwest::Client` with a TLS library of your choice |
//! | `native-tls` | 88 | the client with the TLS library of the platform |
//! | `rustls`, the default | 92 | the client with rustls, including the C code of aws-lc |
//!
//! The numbers are for Linux. If your program already depends on reqwest, Tokio or serde, they are compiled only once.
//!
//! # Types only
//!
//! A crate that does not send requests, such as a webhook handler or a library of shared types, does not need the client. A webhook
//! handler adds the feature `webhook`:
//!
//! ```toml
//! [dependencies]
//! stripe-customers = { version = "0.1", default-features = false }
//! ```
//!
//! # At run time
//!
//! - Create one [`Client`](crate::Client) and clone it. All clones share one connection pool.
//! - An expanded object is only text until [`object`](crate::Expandable::object) decodes it.
