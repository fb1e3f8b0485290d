// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub allowed_colors: Option<Vec<AllowedColor>>,
    pub limit: Option<Limit>,
    pub paint: Option<Paint>,
    pub old_state: Option<OldState>,
    pub new_state: Option<NewState>,
    pub next_state: Option<NextState>,
}

object! {
    Thing {
        allowed_colors = "allowed_colors",
        limit = "limit",
        paint = "paint",
        old_state = "old_state",
        new_state = "new_state",
        next_state = "next_state",
    }
}

string_enum! {
    /// Values of the API field `allowed_colors`.
    AllowedColor {
        Black = "black",
        Blue = "blue",
    }
}

/// Value of the API field `limit`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Limit {
    pub blocked_colors: Option<Vec<LimitBlockedColor>>,
}

object! {
    Limit {
        blocked_colors = "blocked_colors",
    }
}

/// Values of the API field `blocked_colors`; the same type as [`AllowedColor`].
pub type LimitBlockedColor = AllowedColor;

string_enum! {
    /// Values of the API field `new_state`.
    NewState {
        Active = "active",
        Inactive = "inactive",
    }
}

string_enum! {
    /// Values of the API field `next_state`.
    NextState {
        Active = "active",
        Asleep = "asleep",
    }
}

/// Values of the API field `old_state`; the same type as [`NewState`].
pub type OldState = NewState;

string_enum! {
    /// Values of the API field `paint`.
    Paint {
        Black = "black",
        Blue = "blue",
    }
}
