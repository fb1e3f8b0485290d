// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where it goes.
    ///
    /// API field `shipping`.
    pub shipping: Shipping,
}

object! {
    Thing { shipping = "shipping" }
}

/// Where it goes.
///
/// In the API field `shipping`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Shipping {
    /// API field `address`.
    pub address: ShippingAddress,
    /// API field `phone`.
    pub phone: Option<String>,
}

object! {
    Shipping { address = "address", phone = "phone" }
}

/// In the API field `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ShippingAddress {
    /// API field `city`.
    pub city: Option<String>,
    /// API field `kind`.
    pub kind: Option<ShippingAddressKind>,
}

object! {
    ShippingAddress { city = "city", kind = "kind" }
}

/// The values of the API field `kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ShippingAddressKind {
    /// `home`
    Home,
    /// `work`
    Work,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    ShippingAddressKind { Home = "home", Work = "work" }
}
