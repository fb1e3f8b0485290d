//! What users of customers write otherwise: questions to the generated types, and conversions between them.
//!
//! Not in a crate of other operations, which may have no customers.

mod copies;
mod customer;
