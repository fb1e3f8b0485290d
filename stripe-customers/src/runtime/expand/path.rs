//! Typed paths of fields.

use std::fmt;
use std::marker::PhantomData;

use crate::runtime::types::{AnyOf, Expansion, List, MAX_STEPS, SearchPage};

use super::level::{Deeper, One, Zero};

/// A path to expand: from a response of type `R` to a field of type `T`.
///
/// The functions of a module `expand` start a path, and a method for every expandable field extends it. A path that Stripe
/// would reject does not compile. `L` is the number of steps, of which Stripe allows four.
///
/// ```
/// use stripe_customers::{RetrieveCustomer, customer};
///
/// let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
///     .expand(customer::expand::subscriptions().data().latest_invoice());
/// ```
///
/// Fields that are not expandable have no method, and a fifth step does not compile either:
///
/// ```compile_fail,E0425
/// stripe_customers::customer::expand::email();
/// ```
/// ```compile_fail,E0599
/// use stripe_customers::customer;
///
/// customer::expand::subscriptions().data().latest_invoice().account().external_accounts();
/// ```
pub struct ExpandPath<R, T, L = One> {
    /// The names of the fields, followed by empty strings.
    steps: [&'static str; MAX_STEPS],
    of: Marker<R, T, L>,
}

/// The types of a path, which stores none of them.
type Marker<R, T, L> = PhantomData<fn() -> (R, T, L)>;

impl<R> ExpandPath<R, R, Zero> {
    /// Creates a path without steps, to the response itself. The methods of the type add steps.
    #[must_use]
    pub const fn root() -> Self {
        Self {
            steps: [""; MAX_STEPS],
            of: PhantomData,
        }
    }
}

impl<R, T, L> ExpandPath<R, T, L> {
    /// Adds a step to the field `name` of type `U`.
    pub(crate) fn step<U>(self, name: &'static str) -> ExpandPath<R, U, L::Next>
    where
        L: Deeper,
    {
        let mut steps = self.steps;
        if let Some(step) = steps.get_mut(L::DEPTH) {
            *step = name;
        }
        ExpandPath { steps, ..self }.on()
    }

    /// Changes the types of the path, but not its steps.
    fn on<U, M>(self) -> ExpandPath<R, U, M> {
        ExpandPath {
            steps: self.steps,
            of: PhantomData,
        }
    }

    /// Continues the path in one of the types of a union, for example in a charge, where the field holds the source of a
    /// balance transaction.
    ///
    /// Needed only for fields that have different types in the members of the union. Stripe expands the path in the objects
    /// that have the field.
    pub fn downcast<U: MemberOf<T>>(self) -> ExpandPath<R, U, L> {
        self.on()
    }

    /// Returns the path as Stripe spells it: `subscriptions.data.latest_invoice`.
    #[must_use]
    pub fn spelled(&self) -> String {
        let steps = self.steps.iter().copied();
        let steps: Vec<_> = steps.take_while(|step| !step.is_empty()).collect();
        steps.join(".")
    }
}

impl<R, T, L: Deeper> ExpandPath<R, List<T>, L> {
    /// Adds a step to the objects of the page.
    pub fn data(self) -> ExpandPath<R, T, L::Next> {
        self.step("data")
    }
}

impl<R, T, L: Deeper> ExpandPath<R, SearchPage<T>, L> {
    /// Adds a step to the objects of the page.
    pub fn data(self) -> ExpandPath<R, T, L::Next> {
        self.step("data")
    }
}

impl<R, A, B, L> ExpandPath<R, AnyOf<A, B>, L> {
    /// Continues the path in the first of the two types: see [`AnyOf::first`].
    pub fn first(self) -> ExpandPath<R, A, L> {
        self.on()
    }

    /// Continues the path in the second of the two types: see [`AnyOf::second`].
    pub fn second(self) -> ExpandPath<R, B, L> {
        self.on()
    }
}

/// Implemented for the types of the union `U`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not one of the types of `{U}`",
    label = "not a member of `{U}`"
)]
pub trait MemberOf<U> {}

impl<R, T, L> From<ExpandPath<R, T, L>> for Expansion<R> {
    fn from(path: ExpandPath<R, T, L>) -> Self {
        Self::untyped(path.spelled())
    }
}

impl<R, T, L> Clone for ExpandPath<R, T, L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, T, L> Copy for ExpandPath<R, T, L> {}

impl<R, T, L> fmt::Debug for ExpandPath<R, T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ExpandPath({})", self.spelled())
    }
}

impl<R, T, L> fmt::Display for ExpandPath<R, T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.spelled())
    }
}

#[cfg(test)]
mod tests;
