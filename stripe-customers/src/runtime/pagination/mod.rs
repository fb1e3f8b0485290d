//! Pages of lists and searches, one after the other.
//!
//! [`walk`] decides which page to request and which element to return next; it sends nothing. [`pages`] creates the requests and
//! decodes the responses. [`paginator`] and [`blocking`] wait for them.

#[cfg(feature = "blocking")]
mod blocking;
mod page;
mod pages;
mod paginator;
mod target;
mod walk;

#[cfg(feature = "blocking")]
pub use blocking::BlockingPaginator;
pub use page::{Page, Paginated, Start};
pub use paginator::Paginator;
