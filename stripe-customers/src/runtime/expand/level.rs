//! How many steps a path has, as types.

/// A number of steps after which there can be another.
///
/// Stripe expands four levels at most: see <https://docs.stripe.com/expand#expanding-multiple-objects>.
pub trait Deeper: sealed::Level {
    /// One more.
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
    /// No step yet.
    Zero = 0 then One;
    /// One step.
    One = 1 then Two;
    /// Two steps.
    Two = 2 then Three;
    /// Three steps.
    Three = 3 then Four;
}

/// Four steps, after which there is none.
#[derive(Clone, Copy, Debug)]
pub enum Four {}
