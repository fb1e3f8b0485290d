//! The number of steps in a path, as types.

/// A number of steps that allows another step.
///
/// Stripe expands four levels at most: see <https://docs.stripe.com/expand#expanding-multiple-objects>.
pub trait Deeper: sealed::Level {
    /// The number of steps after another one.
    type Next;

    #[doc(hidden)]
    const DEPTH: usize;
}

mod sealed {
    pub trait Level {}
}

macro_rules! levels {
    ($($(#[$docs:meta])* $level:ident = $depth:literal then $next:ident;)*) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, Debug)]
        pub enum $level {}

        impl sealed::Level for $level {}

        impl Deeper for $level {
            type Next = $next;
            const DEPTH: usize = $depth;
        }
    )*};
}

levels! {
    /// No step.
    Zero = 0 then One;
    /// One step.
    One = 1 then Two;
    /// Two steps.
    Two = 2 then Three;
    /// Three steps.
    Three = 3 then Four;
}

/// Four steps, the maximum.
#[derive(Clone, Copy, Debug)]
pub enum Four {}
