// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `parts`.
    pub parts: Option<List<crate::Part>>,
    /// API field `notes`.
    pub notes: Option<List<NotesData>>,
}

object! {
    Thing { parts = "parts", notes = "notes" }
}

/// Schema `thing_note` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct NotesData {
    /// API field `text`.
    pub text: Option<String>,
}

object! {
    NotesData { text = "text" }
}
