//! Methods of customers. Crates with other operations do not have this module.

mod customer;
