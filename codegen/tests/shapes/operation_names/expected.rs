// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.

pub mod create_test_helper_thing_close;
pub mod create_thing;
pub mod delete_thing;
pub mod list_things;
pub mod retrieve_thing;
pub mod thing;
pub mod update_thing;

pub use create_test_helper_thing_close::CreateTestHelperThingClose;
pub use create_thing::CreateThing;
pub use delete_thing::DeleteThing;
pub use list_things::ListThings;
pub use retrieve_thing::RetrieveThing;
pub use thing::Thing;
pub use update_thing::UpdateThing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";
