// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `items`.
    pub items: Option<Vec<Item>>,
}

object! {
    CreateThing deny_unknown_fields { items = "items" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `items`.
    pub fn items(mut self, items: impl IntoIterator<Item = Item>) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }
}

/// In the API field `items`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Item {
    /// API field `price`.
    pub price: String,
    /// API field `taxes`.
    pub taxes: Option<Vec<ItemTax>>,
}

object! {
    Item deny_unknown_fields { price = "price", taxes = "taxes" }
}

impl Item {
    /// With what Stripe requires: `price`.
    pub fn new(price: impl Into<String>) -> Self {
        Self {
            price: price.into(),
            taxes: None,
        }
    }

    /// API field `taxes`.
    pub fn taxes(mut self, taxes: impl IntoIterator<Item = ItemTax>) -> Self {
        self.taxes = Some(taxes.into_iter().collect());
        self
    }
}

/// In the API field `taxes`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct ItemTax {
    /// API field `rate`.
    pub rate: Option<String>,
}

object! {
    ItemTax deny_unknown_fields { rate = "rate" }
}

impl ItemTax {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `rate`.
    pub fn rate(mut self, rate: impl Into<String>) -> Self {
        self.rate = Some(rate.into());
        self
    }
}
