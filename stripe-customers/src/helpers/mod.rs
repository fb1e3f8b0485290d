//! Methods and conversions for customers. Crates with other operations do not have this module.

mod copies;
mod customer;
