// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `allowed_colors`.
    pub allowed_colors: Option<Vec<AllowedColor>>,
    /// API field `limit`.
    pub limit: Option<Limit>,
    /// API field `paint`.
    pub paint: Option<Paint>,
    /// API field `old_state`.
    pub old_state: Option<OldState>,
    /// API field `new_state`.
    pub new_state: Option<NewState>,
    /// API field `next_state`.
    pub next_state: Option<NextState>,
}

object! {
    Thing { allowed_colors = "allowed_colors", limit = "limit", paint = "paint",
    old_state = "old_state", new_state = "new_state", next_state = "next_state" }
}

/// The values of the API field `allowed_colors`.
#[derive(Clone)]
#[non_exhaustive]
pub enum AllowedColor {
    /// `black`
    Black,
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    AllowedColor { Black = "black", Blue = "blue" }
}

/// In the API field `limit`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Limit {
    /// API field `blocked_colors`.
    pub blocked_colors: Option<Vec<LimitBlockedColor>>,
}

object! {
    Limit { blocked_colors = "blocked_colors" }
}

/// The values of the API field `blocked_colors`; the same type as [`AllowedColor`].
pub type LimitBlockedColor = AllowedColor;

/// The values of the API field `new_state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum NewState {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    NewState { Active = "active", Inactive = "inactive" }
}

/// The values of the API field `next_state`.
#[derive(Clone)]
#[non_exhaustive]
pub enum NextState {
    /// `active`
    Active,
    /// `asleep`
    Asleep,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    NextState { Active = "active", Asleep = "asleep" }
}

/// The values of the API field `old_state`; the same type as [`NewState`].
pub type OldState = NewState;

/// The values of the API field `paint`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Paint {
    /// `black`
    Black,
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Paint { Black = "black", Blue = "blue" }
}
