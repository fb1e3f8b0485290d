//! The methods of paths to expand.

/// Implements the methods for the expandable fields of one or more types.
///
/// ```text
/// expandable! {
///     PaymentSource of [crate::Card, crate::Source] { customer = "customer" -> crate::Customer }
/// }
/// ```
///
/// The type after `->` is that of the field. The types after `of` are the members of a union.
///
/// With `from`, creates the module `expand` with the functions that start the paths in responses of a type:
///
/// ```text
/// expandable! {
///     from Customer { subscriptions -> List<crate::Subscription>, tax -> Tax }
/// }
/// ```
macro_rules! expandable {
    (from $root:ty { $($field:ident -> $target:ty),* $(,)? }) => {
        /// The response in which the paths of [`expand`] start.
        type ExpandRoot = $root;

        /// Functions that start paths to expand: see [`ExpandPath`](crate::expand::ExpandPath).
        pub mod expand {
            use super::*;

            $(
                /// Starts a path at this field of the response.
                #[inline]
                #[must_use]
                pub fn $field() -> $crate::expand::ExpandPath<$root, $target> {
                    $crate::expand::ExpandPath::<ExpandRoot, ExpandRoot, $crate::expand::Zero>::root().$field()
                }
            )*
        }
    };

    ($($name:ident $(of [$($member:ty),* $(,)?])? {
        $($field:ident = $wire:literal -> $target:ty),* $(,)?
    })*) => {$(
        impl<R, L: $crate::expand::Deeper> $crate::expand::ExpandPath<R, $name, L> {
            $(
                /// Adds a step to this field.
                #[inline]
                pub fn $field(self) -> $crate::expand::ExpandPath<R, $target, L::Next> {
                    self.step($wire)
                }
            )*
        }

        $($(impl $crate::expand::MemberOf<$name> for $member {})*)?
    )*};
}
pub(crate) use expandable;
