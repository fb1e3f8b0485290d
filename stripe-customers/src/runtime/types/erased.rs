//! The structs behind [`Id`](crate::Id), [`Lazy`](crate::Lazy), [`Expandable`](crate::Expandable), [`AnyOf`](crate::AnyOf),
//! [`List`](crate::List), [`SearchPage`](crate::SearchPage) and [`V2List`](crate::V2List), which are type aliases.
//!
//! The aliases have all methods, and a program needs nothing of this module. Its names occur in messages of the compiler:
//! `IdOf<dyn Is<Customer>>` is `Id<Customer>`.
//!
//! These structs refer to objects of a type and hold none. If the type were their argument, the debug information of every
//! program that uses a customer would describe the types that a customer refers to, and the types that those refer to: nearly
//! all types of Stripe's API. The compiler describes a trait object by its name alone.

use std::marker::PhantomData;

pub use super::any_of::OneOf;
pub use super::expandable::ExpandableOf;
pub use super::id::IdOf;
pub use super::lazy::LazyOf;
pub use super::list::{ListOf, SearchPageOf, V2ListOf};

/// The type argument that stands for `T`: `dyn Is<T>`. No type implements it.
pub trait Is<T> {}

/// The argument of a struct that refers to objects of the type for which `K` stands.
pub(crate) type Marker<K> = PhantomData<fn(&K)>;
