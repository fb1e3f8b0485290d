// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub parts: Option<List<crate::Part>>,
    pub notes: Option<List<NotesData>>,
}

object! {
    Thing {
        parts = "parts",
        notes = "notes",
    }
}

/// API schema `thing_note`.
#[derive(Clone)]
#[non_exhaustive]
pub struct NotesData {
    pub text: Option<String>,
}

object! {
    NotesData {
        text = "text",
    }
}
