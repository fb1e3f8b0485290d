// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `allowed_colors`.
    pub allowed_colors: Option<Vec<Hue>>,
    /// API field `limit`.
    pub limit: Option<Limit>,
    /// API field `paint`.
    pub paint: Option<Paint>,
    /// API field `old_state`.
    pub old_state: Option<OldState>,
    /// API field `new_state`.
    pub new_state: Option<NewState>,
}

object! {
    Thing { allowed_colors = "allowed_colors", limit = "limit", paint = "paint",
    old_state = "old_state", new_state = "new_state" }
}

/// The values of the API fields `allowed_colors` and `blocked_colors`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Hue {
    /// `black`
    Black,
    /// `blue`
    Blue,
    /// `brown`
    Brown,
    /// `gray`
    Gray,
    /// `green`
    Green,
    /// `orange`
    Orange,
    /// `pink`
    Pink,
    /// `purple`
    Purple,
    /// `red`
    Red,
    /// `white`
    White,
    /// `yellow`
    Yellow,
    /// A value that this version of the crate does not list.
    Unlisted(crate::UnlistedValue),
}

string_enum! {
    Hue { Black = "black", Blue = "blue", Brown = "brown", Gray = "gray", Green =
    "green", Orange = "orange", Pink = "pink", Purple = "purple", Red = "red", White =
    "white", Yellow = "yellow" }
}

/// In the API field `limit`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Limit {
    /// API field `blocked_colors`.
    pub blocked_colors: Option<Vec<Hue>>,
}

object! {
    Limit { blocked_colors = "blocked_colors" }
}

/// The values of the API field `new_state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum NewState {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// A value that this version of the crate does not list.
    Unlisted(crate::UnlistedValue),
}

string_enum! {
    NewState { Active = "active", Inactive = "inactive" }
}

/// The values of the API field `old_state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum OldState {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// A value that this version of the crate does not list.
    Unlisted(crate::UnlistedValue),
}

string_enum! {
    OldState { Active = "active", Inactive = "inactive" }
}

/// The values of the API field `paint`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Paint {
    /// `black`
    Black,
    /// `blue`
    Blue,
    /// `brown`
    Brown,
    /// `gray`
    Gray,
    /// `green`
    Green,
    /// `orange`
    Orange,
    /// `pink`
    Pink,
    /// `purple`
    Purple,
    /// `red`
    Red,
    /// `white`
    White,
    /// `yellow`
    Yellow,
    /// A value that this version of the crate does not list.
    Unlisted(crate::UnlistedValue),
}

string_enum! {
    Paint { Black = "black", Blue = "blue", Brown = "brown", Gray = "gray", Green =
    "green", Orange = "orange", Pink = "pink", Purple = "purple", Red = "red", White =
    "white", Yellow = "yellow" }
}
