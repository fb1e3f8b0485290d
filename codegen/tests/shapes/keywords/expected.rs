// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `type`.
    pub type_: Option<Type>,
    /// API field `self`.
    pub self_: Option<String>,
    /// API field `fn`.
    pub fn_: Option<Fn>,
    /// API field `created-at`.
    pub created_at: Option<String>,
    /// API field `$schema`.
    pub schema: Option<String>,
    /// API field `2fa`.
    pub _2fa: Option<bool>,
    /// API field `invoiceItem`.
    pub invoice_item: Option<String>,
}

object! {
    Thing {
        type_ = "type",
        self_ = "self",
        fn_ = "fn",
        created_at = "created-at",
        schema = "$schema",
        _2fa = "2fa",
        invoice_item = "invoiceItem",
    }
}

/// Value of the API field `fn`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Fn {
    /// API field `ref`.
    pub ref_: Option<String>,
}

object! {
    Fn {
        ref_ = "ref",
    }
}

string_enum! {
    /// Values of the API field `type`.
    Type {
        Self_ = "self",
        Crate = "crate",
    }
}
