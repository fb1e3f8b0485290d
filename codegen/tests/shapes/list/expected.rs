// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::model::object;
use crate::types::List;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `parts`.
    pub parts: Option<List<crate::Part>>,
}

object! {
    Thing { parts }
}
