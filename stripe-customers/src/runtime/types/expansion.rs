//! The values of the parameter `expand`.

use std::fmt;
use std::marker::PhantomData;

use crate::runtime::model::like_field;

/// A field to expand in a response of type `R`.
///
/// Every [`ExpandPath`](crate::expand::ExpandPath) that starts at `R` converts into it.
pub struct Expansion<R> {
    path: String,
    of: PhantomData<fn() -> R>,
}

impl<R> Expansion<R> {
    /// Creates an expansion from text. Only Stripe checks it. Use it for fields that this version of the crate does not
    /// know.
    ///
    /// ```
    /// use stripe_customers::RetrieveCustomer;
    /// use stripe_customers::expand::Expansion;
    ///
    /// let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
    ///     .expand(Expansion::untyped("subscriptions.data.new_field"));
    /// ```
    pub fn untyped(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            of: PhantomData,
        }
    }

    /// Returns the path as Stripe spells it: `subscriptions.data.latest_invoice`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

impl<R> Clone for Expansion<R> {
    fn clone(&self) -> Self {
        Self::untyped(self.as_str())
    }
}

impl<R> PartialEq for Expansion<R> {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl<R> Eq for Expansion<R> {}

impl<R> fmt::Display for Expansion<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.path)
    }
}

like_field!(Expansion<R> { path, of });
