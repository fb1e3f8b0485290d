// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::generated::parts::accepted::accepted;
use crate::generated::parts::copies::copies;
use crate::generated::parts::filled::filled;
use crate::generated::parts::whole_page::whole_page;
use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Clearable, Metadata};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```ignore
/// let response = CreateThing::new(count)
///     .send(&client)
///     .await?;
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    pub address: Option<Clearable<Address>>,
    pub balance: Option<i64>,
    pub count: i64,
    pub kind: Option<Kind>,
    pub label_data: Option<Vec<LabelData>>,
    pub metadata: Option<Clearable<Metadata>>,
    pub name: Option<Clearable<String>>,
    pub other: Option<i64>,
    pub owner: Option<String>,
    pub parts: Option<Vec<Part>>,
    pub settings: Option<Settings>,
    pub shipping: Option<Shipping>,
    pub tags: Option<Vec<String>>,
}

object! {
    CreateThing deny_unknown_fields {
        address = "address",
        balance = "balance",
        count = "count",
        kind = "kind",
        label_data = "label_data",
        metadata = "metadata",
        name = "name",
        other = "other",
        owner = "owner",
        parts = "parts",
        settings = "settings",
        shipping = "shipping",
        tags = "tags",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request from the required fields.
    pub fn new(count: i64) -> Self {
        Self {
            address: None,
            balance: None,
            count,
            kind: None,
            label_data: None,
            metadata: None,
            name: None,
            other: None,
            owner: None,
            parts: None,
            settings: None,
            shipping: None,
            tags: None,
        }
    }

    /// [`Clearable::Clear`] clears it.
    pub fn address(mut self, address: impl Into<Clearable<Address>>) -> Self {
        self.address = Some(address.into());
        self
    }

    pub fn balance(mut self, balance: i64) -> Self {
        self.balance = Some(balance);
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    pub fn label_data(
        mut self,
        label_data: impl IntoIterator<Item = LabelData>,
    ) -> Self {
        self.label_data = Some(label_data.into_iter().collect());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn metadata(mut self, metadata: impl Into<Clearable<Metadata>>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn name(mut self, name: impl Into<Clearable<String>>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub fn other(mut self, other: i64) -> Self {
        self.other = Some(other);
        self
    }

    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    pub fn parts(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }

    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
}

/// Value of the API field `address`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Address {
    pub city: Option<String>,
}

object! {
    Address deny_unknown_fields {
        city = "city",
    }
}

impl Address {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

string_enum! {
    /// Values of the API field `kind`.
    Kind {
        Small = "small",
        Large = "large",
        Huge = "huge",
    }
}

/// Value of the API field `label_data`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct LabelData {
    /// API field `type`.
    pub type_: LabelDataType,
    pub value: String,
}

object! {
    LabelData deny_unknown_fields {
        type_ = "type",
        value = "value",
    }
}

impl LabelData {
    /// Creates the parameters from the required fields.
    pub fn new(type_: LabelDataType, value: impl Into<String>) -> Self {
        Self { type_, value: value.into() }
    }
}

string_enum! {
    /// Values of the API field `type`.
    LabelDataType {
        Plain = "plain",
    }
}

/// Value of the API field `parts`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Part {
    pub size: f64,
}

object! {
    Part deny_unknown_fields {
        size = "size",
    }
}

impl Part {
    /// Creates the parameters from the required fields.
    pub fn new(size: f64) -> Self {
        Self { size }
    }
}

/// Value of the API field `settings`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Settings {
    pub color: Option<SettingsColor>,
    pub method: Option<String>,
}

object! {
    Settings deny_unknown_fields {
        color = "color",
        method = "method",
    }
}

impl Settings {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn color(mut self, color: SettingsColor) -> Self {
        self.color = Some(color);
        self
    }

    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }
}

string_enum! {
    /// Values of the API field `color`.
    SettingsColor {
        Red = "red",
        Blue = "blue",
    }
}

/// Value of the API field `shipping`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    pub address: ShippingAddress,
    pub name: String,
}

object! {
    Shipping deny_unknown_fields {
        address = "address",
        name = "name",
    }
}

impl Shipping {
    /// Creates the parameters from the required fields.
    pub fn new(address: ShippingAddress, name: impl Into<String>) -> Self {
        Self { address, name: name.into() }
    }
}

/// Value of the API field `address`; the same type as [`Address`].
pub type ShippingAddress = Address;

impl TryFrom<&crate::Label> for LabelData {
    type Error = crate::DecodeError;
    #[inline]
    fn try_from(read: &crate::Label) -> Result<Self, crate::DecodeError> {
        Ok(Self {
            type_: LabelDataType::try_from(&read.type_)
                .map_err(|error| error.at_name("type"))?,
            value: read.value.clone(),
        })
    }
}

impl TryFrom<&crate::label::Type> for LabelDataType {
    type Error = crate::DecodeError;
    #[inline]
    fn try_from(read: &crate::label::Type) -> Result<Self, crate::DecodeError> {
        accepted(read.as_str(), &["unknown"])
    }
}

impl From<&crate::thing::Address> for Address {
    #[inline]
    fn from(read: &crate::thing::Address) -> Self {
        Self {
            city: filled(&read.city).cloned(),
        }
    }
}

impl From<&crate::thing::Kind> for Kind {
    #[inline]
    fn from(read: &crate::thing::Kind) -> Self {
        read.as_str().into()
    }
}

impl From<&crate::thing::Part> for Part {
    #[inline]
    fn from(read: &crate::thing::Part) -> Self {
        Self { size: read.size }
    }
}

impl From<&crate::thing::Settings> for Settings {
    #[inline]
    fn from(read: &crate::thing::Settings) -> Self {
        Self {
            color: read.color.as_ref().map(|it| it.as_str().into()),
            method: filled(&read.method).cloned(),
        }
    }
}

impl TryFrom<&crate::thing::Shipping> for Shipping {
    type Error = crate::DecodeError;
    #[inline]
    fn try_from(read: &crate::thing::Shipping) -> Result<Self, crate::DecodeError> {
        Ok(Self {
            address: Into::into(
                filled(&read.address)
                    .ok_or_else(|| {
                        crate::DecodeError::missing("address").at_name("shipping")
                    })?,
            ),
            name: filled(&read.name)
                .ok_or_else(|| crate::DecodeError::missing("name").at_name("shipping"))?
                .clone(),
        })
    }
}

impl From<&crate::thing::ShippingAddress> for Address {
    #[inline]
    fn from(read: &crate::thing::ShippingAddress) -> Self {
        Self {
            city: filled(&read.city).cloned(),
        }
    }
}

/// Copies the fields that the parameters have too.
///
/// Not copied: `balance`, `settings.method`. They belong to one thing.
impl From<&crate::Thing> for CreateThing {
    #[inline]
    fn from(read: &crate::Thing) -> Self {
        Self {
            address: read.address.as_ref().map(Into::into),
            balance: None,
            count: read.count,
            kind: Some(Into::into(&read.kind)),
            label_data: read.labels.as_ref().and_then(|it| whole_page(it).ok()),
            metadata: read.metadata.as_ref().map(Into::into),
            name: filled(&read.name).cloned().map(Clearable::Set),
            other: None,
            owner: read.owner.as_ref().map(|it| it.id().into()),
            parts: Some(read.parts.iter().map(Into::into).collect()),
            settings: read
                .settings
                .as_ref()
                .map(|it| Settings {
                    method: None,
                    ..Settings::from(it)
                }),
            shipping: read.shipping.as_ref().and_then(|it| Shipping::try_from(it).ok()),
            tags: filled(&read.tags).cloned(),
        }
    }
}

copies! {
    LabelData try_from crate::Label,
    LabelDataType try_from crate::label::Type,
    Address from crate::thing::Address,
    Kind from crate::thing::Kind,
    Part from crate::thing::Part,
    Settings from crate::thing::Settings,
    Shipping try_from crate::thing::Shipping,
    Address from crate::thing::ShippingAddress,
    CreateThing from crate::Thing,
}

// ---- label.rs

//! [`Label`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `label`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Label {
    /// API field `type`.
    pub type_: Type,
    pub value: String,
}

object! {
    Label = "label" {
        type_ = "type",
        value = "value",
    }
}

string_enum! {
    /// Values of the API field `type`.
    Type {
        Plain = "plain",
        UnknownValue = "unknown",
    }
}

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod create_thing;
pub mod label;
pub mod thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    #[cfg(test)]
    pub(crate) mod choice;
    pub(crate) mod copies;
    #[cfg(test)]
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    #[cfg(test)]
    pub(crate) mod union;
    pub(crate) mod whole_page;
}

pub use create_thing::CreateThing;
pub use label::Label;
pub use thing::Thing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Expandable, List};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub address: Option<Address>,
    pub balance: Option<i64>,
    pub count: i64,
    pub kind: Kind,
    pub labels: Option<List<crate::Label>>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub name: Option<String>,
    pub other: Option<bool>,
    pub owner: Option<Expandable<Thing>>,
    pub parts: Vec<Part>,
    pub settings: Option<Settings>,
    pub shipping: Option<Shipping>,
    pub tags: Option<Vec<String>>,
}

object! {
    Thing = "thing" {
        address = "address",
        balance = "balance",
        count = "count",
        kind = "kind",
        labels = "labels",
        metadata = "metadata",
        name = "name",
        other = "other",
        owner = "owner",
        parts = "parts",
        settings = "settings",
        shipping = "shipping",
        tags = "tags",
    }
}

/// Value of the API field `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Address {
    pub city: Option<String>,
    pub floor: Option<i64>,
}

object! {
    Address {
        city = "city",
        floor = "floor",
    }
}

string_enum! {
    /// Values of the API field `kind`.
    Kind {
        Small = "small",
        Large = "large",
    }
}

/// Value of the API field `parts`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Part {
    pub size: f64,
}

object! {
    Part {
        size = "size",
    }
}

/// Value of the API field `settings`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Settings {
    pub color: Option<String>,
    pub method: Option<String>,
}

object! {
    Settings {
        color = "color",
        method = "method",
    }
}

/// Value of the API field `shipping`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Shipping {
    pub address: Option<ShippingAddress>,
    pub name: Option<String>,
}

object! {
    Shipping {
        address = "address",
        name = "name",
    }
}

/// Value of the API field `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ShippingAddress {
    pub city: Option<String>,
}

object! {
    ShippingAddress {
        city = "city",
    }
}
