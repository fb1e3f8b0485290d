//! Enumerations of responses whose values are not all parameters.

use crate::runtime::json::DecodeError;

/// The value of an enumeration as one of another, which does not accept all values.
#[inline]
pub(crate) fn accepted<'a, T: From<&'a str>>(
    value: &'a str,
    refused: &[&str],
) -> Result<T, DecodeError> {
    match refused.contains(&value) {
        true => Err(DecodeError::unexpected(
            "a value that parameters accept",
            format!("`{value}`"),
        )),
        false => Ok(value.into()),
    }
}
