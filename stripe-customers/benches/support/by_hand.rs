//! The baseline of decoding: hand-written structs for the same customers, with serde's derive macro.
//!
//! They have the fields of the responses that a program may use, and no others. Sources are cards, enumerations have the most
//! common values, and expanded objects have about a dozen fields.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// 35 fields, as many as in Stripe's documentation including deprecated fields.
#[derive(Deserialize, PartialEq)]
pub struct Customer {
    pub id: String,
    pub address: Option<Address>,
    pub balance: Option<i64>,
    pub business_name: Option<String>,
    pub cash_balance: Option<CashBalance>,
    pub created: i64,
    pub currency: Option<String>,
    pub customer_account: Option<String>,
    pub default_currency: Option<String>,
    pub default_source: Option<String>,
    #[serde(default)]
    pub deleted: bool,
    pub delinquent: Option<bool>,
    pub description: Option<String>,
    pub discount: Option<Discount>,
    pub email: Option<String>,
    pub individual_name: Option<String>,
    pub invoice_credit_balance: Option<BTreeMap<String, i64>>,
    pub invoice_prefix: Option<String>,
    pub invoice_settings: Option<InvoiceSettings>,
    pub livemode: bool,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    pub name: Option<String>,
    pub next_invoice_sequence: Option<i64>,
    pub phone: Option<String>,
    #[serde(default)]
    pub preferred_locales: Vec<String>,
    pub shipping: Option<Shipping>,
    pub sources: Option<List<Card>>,
    pub subscriptions: Option<List<Subscription>>,
    pub tax: Option<Tax>,
    pub tax_exempt: Option<TaxExempt>,
    pub tax_ids: Option<List<TaxId>>,
    pub tax_info: Option<String>,
    pub tax_info_verification: Option<String>,
    pub test_clock: Option<String>,
    pub account_balance: Option<i64>,
}

#[derive(Deserialize, PartialEq)]
pub struct List<T> {
    pub data: Vec<T>,
    pub has_more: bool,
    pub total_count: Option<u64>,
    pub url: String,
}

#[derive(Deserialize, PartialEq)]
pub struct Address {
    pub city: Option<String>,
    pub country: Option<String>,
    pub line1: Option<String>,
    pub line2: Option<String>,
    pub postal_code: Option<String>,
    pub state: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct CashBalance {
    pub available: Option<BTreeMap<String, i64>>,
}

#[derive(Deserialize, PartialEq)]
pub struct Discount {
    pub id: String,
}

#[derive(Deserialize, PartialEq)]
pub struct InvoiceSettings {
    pub default_payment_method: Option<String>,
    pub footer: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct Shipping {
    pub address: Option<Address>,
    pub name: Option<String>,
    pub phone: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct Tax {
    pub ip_address: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum TaxExempt {
    Exempt,
    None,
    Reverse,
}

#[derive(Deserialize, PartialEq)]
pub struct TaxId {
    pub id: String,
    pub country: Option<String>,
    pub created: i64,
    pub customer: Option<String>,
    pub livemode: bool,
    pub r#type: TaxIdType,
    pub value: String,
    pub verification: Option<TaxIdVerification>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum TaxIdType {
    EuVat,
    GbVat,
    #[serde(other)]
    Other,
}

#[derive(Deserialize, PartialEq)]
pub struct TaxIdVerification {
    pub status: String,
    pub verified_address: Option<String>,
    pub verified_name: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct Card {
    pub id: String,
    pub address_city: Option<String>,
    pub address_country: Option<String>,
    pub address_line1: Option<String>,
    pub address_line1_check: Option<Check>,
    pub address_line2: Option<String>,
    pub address_state: Option<String>,
    pub address_zip: Option<String>,
    pub address_zip_check: Option<Check>,
    pub brand: String,
    pub country: Option<String>,
    pub customer: Option<String>,
    pub cvc_check: Option<Check>,
    pub dynamic_last4: Option<String>,
    pub exp_month: i64,
    pub exp_year: i64,
    pub fingerprint: Option<String>,
    pub funding: Funding,
    pub last4: String,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    pub name: Option<String>,
    pub tokenization_method: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    Pass,
    Fail,
    Unavailable,
    Unchecked,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Funding {
    Credit,
    Debit,
    Prepaid,
    Unknown,
}

#[derive(Deserialize, PartialEq)]
pub struct Subscription {
    pub id: String,
    pub automatic_tax: AutomaticTax,
    pub billing_cycle_anchor: i64,
    pub cancel_at: Option<i64>,
    pub cancel_at_period_end: bool,
    pub canceled_at: Option<i64>,
    pub cancellation_details: Option<CancellationDetails>,
    pub collection_method: CollectionMethod,
    pub created: i64,
    pub currency: String,
    pub customer: String,
    pub days_until_due: Option<i64>,
    pub default_payment_method: Option<Expandable<PaymentMethod>>,
    pub description: Option<String>,
    pub ended_at: Option<i64>,
    pub items: List<SubscriptionItem>,
    pub latest_invoice: Option<Expandable<Invoice>>,
    pub livemode: bool,
    pub metadata: BTreeMap<String, String>,
    pub schedule: Option<String>,
    pub start_date: i64,
    pub status: SubscriptionStatus,
    pub trial_end: Option<i64>,
    pub trial_start: Option<i64>,
}

#[derive(Deserialize, PartialEq)]
pub struct AutomaticTax {
    pub enabled: bool,
}

#[derive(Deserialize, PartialEq)]
pub struct CancellationDetails {
    pub comment: Option<String>,
    pub feedback: Option<String>,
    pub reason: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum CollectionMethod {
    ChargeAutomatically,
    SendInvoice,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum SubscriptionStatus {
    Active,
    Canceled,
    Incomplete,
    IncompleteExpired,
    PastDue,
    Paused,
    Trialing,
    Unpaid,
}

#[derive(Deserialize, PartialEq)]
pub struct SubscriptionItem {
    pub id: String,
    pub created: i64,
    pub current_period_end: i64,
    pub current_period_start: i64,
    pub metadata: BTreeMap<String, String>,
    pub price: Price,
    pub quantity: Option<i64>,
    pub subscription: String,
}

#[derive(Deserialize, PartialEq)]
pub struct Price {
    pub id: String,
    pub active: bool,
    pub created: i64,
    pub currency: String,
    pub livemode: bool,
    pub lookup_key: Option<String>,
    pub metadata: BTreeMap<String, String>,
    pub nickname: Option<String>,
    pub product: String,
    pub recurring: Option<Recurring>,
    pub r#type: String,
    pub unit_amount: Option<i64>,
    pub unit_amount_decimal: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct Recurring {
    pub interval: Interval,
    pub interval_count: i64,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Deserialize, PartialEq)]
pub struct PaymentMethod {
    pub id: String,
    pub billing_details: Option<BillingDetails>,
    pub card: Option<PaymentMethodCard>,
    pub created: i64,
    pub customer: Option<String>,
    pub r#type: String,
}

#[derive(Deserialize, PartialEq)]
pub struct BillingDetails {
    pub address: Option<Address>,
    pub email: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
}

#[derive(Deserialize, PartialEq)]
pub struct PaymentMethodCard {
    pub brand: String,
    pub country: Option<String>,
    pub exp_month: i64,
    pub exp_year: i64,
    pub fingerprint: Option<String>,
    pub funding: Funding,
    pub last4: String,
}

#[derive(Deserialize, PartialEq)]
pub struct Invoice {
    pub id: String,
    pub amount_due: i64,
    pub amount_paid: i64,
    pub amount_remaining: i64,
    pub created: i64,
    pub currency: String,
    pub customer: String,
    pub hosted_invoice_url: Option<String>,
    pub lines: List<InvoiceLine>,
    pub number: Option<String>,
    pub status: Option<String>,
    pub subtotal: i64,
    pub total: i64,
}

#[derive(Deserialize, PartialEq)]
pub struct InvoiceLine {
    pub id: String,
    pub amount: i64,
    pub currency: String,
    pub description: Option<String>,
    pub period: Period,
    pub quantity: Option<i64>,
}

#[derive(Deserialize, PartialEq)]
pub struct Period {
    pub end: i64,
    pub start: i64,
}

/// An id, or the object. Not `#[serde(untagged)]`, which would make the baseline slower.
#[derive(PartialEq)]
pub enum Expandable<T> {
    Id(String),
    Object(Box<T>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Expandable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExpandableVisitor(PhantomData))
    }
}

struct ExpandableVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ExpandableVisitor<T> {
    type Value = Expandable<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or an object")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
        Ok(Expandable::Id(id.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let object = T::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Expandable::Object(Box::new(object)))
    }
}
