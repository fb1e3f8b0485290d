// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where it goes.
    pub shipping: Shipping,
}

object! {
    Thing {
        shipping = "shipping",
    }
}

/// Where it goes.
#[derive(Clone)]
#[non_exhaustive]
pub struct Shipping {
    pub address: ShippingAddress,
    pub phone: Option<String>,
}

object! {
    Shipping {
        address = "address",
        phone = "phone",
    }
}

/// Value of the API field `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ShippingAddress {
    pub city: Option<String>,
    pub kind: Option<ShippingAddressKind>,
}

object! {
    ShippingAddress {
        city = "city",
        kind = "kind",
    }
}

string_enum! {
    /// Values of the API field `kind`.
    ShippingAddressKind {
        Home = "home",
        Work = "work",
    }
}
