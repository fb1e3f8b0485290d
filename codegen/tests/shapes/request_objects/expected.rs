// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    pub items: Option<Vec<Item>>,
}

object! {
    CreateThing deny_unknown_fields {
        items = "items",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn items(mut self, items: impl IntoIterator<Item = Item>) -> Self {
        self.items = Some(items.into_iter().collect());
        self
    }
}

/// Value of the API field `items`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Item {
    pub price: String,
    pub taxes: Option<Vec<ItemTax>>,
}

object! {
    Item deny_unknown_fields {
        price = "price",
        taxes = "taxes",
    }
}

impl Item {
    /// Creates the parameters from the required fields.
    pub fn new(price: impl Into<String>) -> Self {
        Self {
            price: price.into(),
            taxes: None,
        }
    }

    pub fn taxes(mut self, taxes: impl IntoIterator<Item = ItemTax>) -> Self {
        self.taxes = Some(taxes.into_iter().collect());
        self
    }
}

/// Value of the API field `taxes`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct ItemTax {
    pub rate: Option<String>,
}

object! {
    ItemTax deny_unknown_fields {
        rate = "rate",
    }
}

impl ItemTax {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn rate(mut self, rate: impl Into<String>) -> Self {
        self.rate = Some(rate.into());
        self
    }
}
