//! Methods of customers and events. Crates with other operations do not have this module.

mod customer;
mod event;
