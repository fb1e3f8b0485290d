//! Lists of responses that are copied.

use crate::runtime::json::DecodeError;
use crate::runtime::model::Decode;
use crate::runtime::types::List;

/// The elements of a list that convert, if all of the list are on its page and can be decoded.
#[inline]
pub(crate) fn whole_page<T: Decode, U: TryFrom<T>>(page: &List<T>) -> Result<Vec<U>, DecodeError> {
    if page.has_more {
        return Err(DecodeError::unexpected(
            "the whole list",
            "one of several pages",
        ));
    }
    let elements = page.decode()?.into_iter();
    Ok(elements
        .filter_map(|element| element.try_into().ok())
        .collect())
}
