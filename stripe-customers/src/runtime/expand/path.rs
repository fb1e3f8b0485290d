//! Paths of fields, each step checked by the compiler.

use std::fmt;
use std::marker::PhantomData;

use crate::runtime::types::{AnyOf, List};

use super::level::{Deeper, One, Zero};

/// How many steps a path can have.
pub(super) const STEPS: usize = 4;

/// A path that can be expanded: from an `R`, which is what the request is answered with, to a `T` in it.
///
/// Begun by the functions of a module `expand`, and made longer by a method for every field that can be expanded; so a
/// path that Stripe would refuse does not compile. `L` counts the steps, of which Stripe allows four.
///
/// ```
/// use stripe_customers::{RetrieveCustomer, customer};
///
/// let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
///     .expand(customer::expand::subscriptions().data().latest_invoice());
/// ```
///
/// A field that can't be expanded has no method, and a fifth step does not compile either:
///
/// ```compile_fail,E0425
/// stripe_customers::customer::expand::email();
/// ```
/// ```compile_fail,E0599
/// use stripe_customers::customer;
///
/// customer::expand::subscriptions().data().latest_invoice().account().external_accounts();
/// ```
pub struct Path<R, T, L = One> {
    /// The names of the fields; empty after the last.
    steps: [&'static str; STEPS],
    of: Marker<R, T, L>,
}

/// What a path is of. It holds none of it.
type Marker<R, T, L> = PhantomData<fn() -> (R, T, L)>;

impl<R> Path<R, R, Zero> {
    /// The path to where it begins.
    pub(crate) const fn root() -> Self {
        Self {
            steps: [""; STEPS],
            of: PhantomData,
        }
    }
}

impl<R, T, L> Path<R, T, L> {
    /// One step further, to the field `name`, where there is a `U`.
    pub(crate) fn step<U>(self, name: &'static str) -> Path<R, U, L::Next>
    where
        L: Deeper,
    {
        let mut steps = self.steps;
        if let Some(step) = steps.get_mut(L::DEPTH) {
            *step = name;
        }
        Path { steps, ..self }.on()
    }

    /// The same steps, said to be of other types.
    fn on<U, M>(self) -> Path<R, U, M> {
        Path {
            steps: self.steps,
            of: PhantomData,
        }
    }

    /// The same path, on from a `U` alone, where a `T` is one of several types: below a source of a balance transaction, on from
    /// a charge.
    ///
    /// Needed for the fields that lead elsewhere in another of the types. Stripe expands the path where it can.
    pub fn downcast<U: MemberOf<T>>(self) -> Path<R, U, L> {
        self.on()
    }

    /// As Stripe spells it: `subscriptions.data.latest_invoice`.
    #[must_use]
    pub fn spelled(&self) -> String {
        let steps = self.steps.iter().copied();
        let steps: Vec<_> = steps.take_while(|step| !step.is_empty()).collect();
        steps.join(".")
    }
}

impl<R, T, L: Deeper> Path<R, List<T>, L> {
    /// To each of the objects of the page.
    pub fn data(self) -> Path<R, T, L::Next> {
        self.step("data")
    }
}

impl<R, A, B, L> Path<R, AnyOf<A, B>, L> {
    /// The same path, on from the first of the two types: see [`AnyOf::first`].
    pub fn first(self) -> Path<R, A, L> {
        self.on()
    }

    /// The same path, on from the second of the two types: see [`AnyOf::second`].
    pub fn second(self) -> Path<R, B, L> {
        self.on()
    }
}

/// A type that is one of those that a `U` can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is none of the types that `{U}` can be",
    label = "not a member of `{U}`"
)]
pub trait MemberOf<U> {}

impl<R, T, L> Clone for Path<R, T, L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, T, L> Copy for Path<R, T, L> {}

impl<R, T, L> fmt::Debug for Path<R, T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Path({})", self.spelled())
    }
}

impl<R, T, L> fmt::Display for Path<R, T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.spelled())
    }
}

/// States the fields of one or more types that can be expanded.
///
/// ```text
/// expandable! {
///     PaymentSource of [crate::Card, crate::Source] { customer = "customer" -> crate::Customer }
/// }
/// ```
///
/// After `->` is what is at the end of the step, and after `of` are the types that the type can be.
macro_rules! expandable {
    ($($name:ident $(of [$($member:ty),* $(,)?])? {
        $($field:ident = $wire:literal -> $target:ty),* $(,)?
    })*) => {$(
        impl<R, L: $crate::expand::Deeper> $crate::expand::Path<R, $name, L> {
            $(
                /// One step further, to this field.
                #[inline]
                pub fn $field(self) -> $crate::expand::Path<R, $target, L::Next> {
                    self.step($wire)
                }
            )*
        }

        $($(impl $crate::expand::MemberOf<$name> for $member {})*)?
    )*};
}
pub(crate) use expandable;

/// Makes the module `expand`, in which the paths begin that are expanded in answers of one type.
///
/// ```text
/// expand_from! {
///     Customer { subscriptions -> List<crate::Subscription>, tax -> Tax }
/// }
/// ```
macro_rules! expand_from {
    ($root:ty { $($field:ident -> $target:ty),* $(,)? }) => {
        /// Where the paths begin that can be expanded: see [the guide](crate::expand).
        pub mod expand {
            #[allow(unused_imports, reason = "some of it is in the types below")]
            use super::*;

            $(
                /// From the object that Stripe answers with, to this field.
                #[inline]
                #[must_use]
                pub fn $field() -> $crate::expand::Path<$root, $target> {
                    $crate::expand::Path::<$root, $root, $crate::expand::Zero>::root().$field()
                }
            )*
        }
    };
}
pub(crate) use expand_from;

#[cfg(test)]
mod tests;
