//! Numbers as types of Rust.

/// The problem of [`Number::TooLarge`].
pub(super) const TOO_LARGE: &str = "number out of range for a 64-bit float";

/// A number as the narrowest type that holds it.
pub(crate) enum Number {
    Signed(i64),
    /// Larger than an `i64`.
    Unsigned(u64),
    /// Not an integer of 64 bits. Rounded to the nearest number.
    Float(f64),
    TooLarge,
}

impl Number {
    /// Reads the text of a JSON number.
    pub(crate) fn narrowest(text: &str) -> Self {
        // The integer 0 has no sign.
        let integer = text != "-0";
        if let Some(number) = text.parse().ok().filter(|_| integer) {
            return Self::Signed(number);
        }
        if let Ok(number) = text.parse() {
            return Self::Unsigned(number);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Self::Float(number),
            _ => Self::TooLarge,
        }
    }
}
