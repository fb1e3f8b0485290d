//! Expansions: objects that Stripe sends in place of their ids because the request asks for them.
//!
//! Requests have a method `expand`, which takes a path. A path starts with a function of the module `expand` of a resource,
//! and continues with a method for every expandable field, through lists and embedded objects. Fields that are not
//! expandable have no method, so a path that Stripe would reject does not compile.
//!
//! ```
//! use stripe_customers::{RetrieveCustomer, customer};
//!
//! let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
//!     .expand(customer::expand::default_source())
//!     .expand(customer::expand::subscriptions().data().latest_invoice());
//! ```
//!
//! The type of the response stays the same. An [`Expandable`](crate::Expandable) field then holds the object, which its
//! method `object` decodes. Other fields are absent unless they are expanded.
//!
//! Stripe expands at most [four levels](https://docs.stripe.com/expand#expanding-multiple-objects). A list and its `data`
//! count as one level each.

mod level;
mod path;

pub use crate::runtime::types::Expansion;
pub use level::{Deeper, Four, One, Three, Two, Zero};
pub use path::{ExpandPath, MemberOf};
