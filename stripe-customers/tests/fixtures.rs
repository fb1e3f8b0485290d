//! Decoding and serializing Stripe's example of every resource.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stripe_customers::*;

type Check = fn(Value) -> Result<Value, String>;

/// Decodes a value as `T` and serializes it.
fn round_trip<T: DeserializeOwned + Serialize + Clone + std::fmt::Debug>(
    value: Value,
) -> Result<Value, String> {
    let value: T = serde_json::from_value(value).map_err(|error| error.to_string())?;
    assert!(!format!("{:?}", value.clone()).is_empty());
    serde_json::to_value(value).map_err(|error| error.to_string())
}

/// The types of the crate by the names of their components.
fn types() -> BTreeMap<&'static str, Check> {
    macro_rules! table {
        ($($component:literal => $ty:ident,)*) => {
            BTreeMap::from([$(($component, round_trip::<$ty> as Check)),*])
        };
    }
    table! {
        "account" => Account,
        "application" => Application,
        "application_fee" => ApplicationFee,
        "balance_transaction" => BalanceTransaction,
        "bank_account" => BankAccount,
        "billing.credit_balance_transaction" => BillingCreditBalanceTransaction,
        "billing.credit_grant" => BillingCreditGrant,
        "card" => Card,
        "cash_balance" => CashBalance,
        "charge" => Charge,
        "connect_collection_transfer" => ConnectCollectionTransfer,
        "coupon" => Coupon,
        "customer" => Customer,
        "customer_cash_balance_transaction" => CustomerCashBalanceTransaction,
        "deleted_application" => DeletedApplication,
        "deleted_bank_account" => DeletedBankAccount,
        "deleted_card" => DeletedCard,
        "deleted_customer" => DeletedCustomer,
        "deleted_discount" => DeletedDiscount,
        "deleted_invoice" => DeletedInvoice,
        "deleted_price" => DeletedPrice,
        "deleted_product" => DeletedProduct,
        "deleted_tax_id" => DeletedTaxId,
        "discount" => Discount,
        "dispute" => Dispute,
        "event" => Event,
        "fee_refund" => FeeRefund,
        "file" => File,
        "file_link" => FileLink,
        "invoice" => Invoice,
        "invoice_payment" => InvoicePayment,
        "issuing.authorization" => IssuingAuthorization,
        "issuing.card" => IssuingCard,
        "issuing.cardholder" => IssuingCardholder,
        "issuing.dispute" => IssuingDispute,
        "issuing.personalization_design" => IssuingPersonalizationDesign,
        "issuing.physical_bundle" => IssuingPhysicalBundle,
        "issuing.token" => IssuingToken,
        "issuing.transaction" => IssuingTransaction,
        "line_item" => LineItem,
        "mandate" => Mandate,
        "payment_intent" => PaymentIntent,
        "payment_intent_amount_details_line_item" => PaymentIntentAmountDetailsLineItem,
        "payment_method" => PaymentMethod,
        "payment_record" => PaymentRecord,
        "payout" => Payout,
        "person" => Person,
        "price" => Price,
        "product" => Product,
        "promotion_code" => PromotionCode,
        "refund" => Refund,
        "reserve_transaction" => ReserveTransaction,
        "review" => Review,
        "setup_attempt" => SetupAttempt,
        "setup_intent" => SetupIntent,
        "shipping_rate" => ShippingRate,
        "source" => Source,
        "subscription" => Subscription,
        "subscription_item" => SubscriptionItem,
        "subscription_schedule" => SubscriptionSchedule,
        "tax_code" => TaxCode,
        "tax_deducted_at_source" => TaxDeductedAtSource,
        "tax_id" => TaxId,
        "tax_rate" => TaxRate,
        "test_helpers.test_clock" => TestHelpersTestClock,
        "topup" => Topup,
        "transfer" => Transfer,
        "transfer_reversal" => TransferReversal,
    }
}

/// Removes nulls: absent and null are the same.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        value => value,
    }
}

/// Returns the components in the OpenAPI document that have a top-level type.
fn components() -> Vec<String> {
    let text = include_str!("../../spec/openapi.json");
    let document: Value = serde_json::from_str(text).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let has_type = |schema: &Value| {
        schema.get("x-resourceId").is_some() || schema["properties"]["object"].get("enum").is_some()
    };
    schemas
        .iter()
        .filter(|(_, schema)| has_type(schema))
        .map(|(name, _)| name.clone())
        .collect()
}

/// Members of Stripe's examples that are not in its OpenAPI document: the resource, the path of the object, the member.
const UNDOCUMENTED: [(&str, &str, &str); 5] = [
    ("charge", "", "source"),
    ("product", "", "type"),
    ("subscription", "/items/data/0", "plan"),
    ("subscription_item", "", "plan"),
    ("subscription_schedule", "/phases/0/items/0", "plan"),
];

fn remove_undocumented(resource: &str, fixture: &mut Value) {
    for (_, place, member) in UNDOCUMENTED.iter().filter(|(name, ..)| *name == resource) {
        let object = fixture.pointer_mut(place).and_then(Value::as_object_mut);
        let removed = object.and_then(|object| object.remove(*member));
        assert!(removed.is_some(), "{resource}{place}/{member} is missing");
    }
}

#[test]
fn the_table_is_complete() {
    let types: Vec<_> = types().into_keys().collect();
    let mut components = components();
    components.sort();
    assert_eq!(types, components);
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's fixtures"]
fn every_fixture_is_serialized_as_it_was() {
    let folder = std::env::var("STRIPE_SHARED").expect("STRIPE_SHARED is set");
    let text = std::fs::read_to_string(format!("{folder}/stripe/fixtures3.json")).unwrap();
    let mut fixtures: Value = serde_json::from_str(&text).unwrap();
    let types = types();
    let (mut checked, mut elsewhere) = (0, Vec::new());
    for (name, fixture) in fixtures["resources"].as_object_mut().unwrap() {
        let Some(check) = types.get(name.as_str()) else {
            elsewhere.push(name.as_str());
            continue;
        };
        remove_undocumented(name, fixture);
        let back = check(fixture.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(without_nulls(back), without_nulls(fixture.take()), "{name}");
        checked += 1;
    }
    println!("{checked} fixtures; without a type in this crate: {elsewhere:?}");
    assert_eq!(
        checked,
        types
            .keys()
            .filter(|name| !is_without_fixture(name))
            .count()
    );
}

/// Returns whether Stripe publishes no example of a component.
fn is_without_fixture(name: &str) -> bool {
    matches!(
        name,
        "connect_collection_transfer" | "reserve_transaction" | "tax_deducted_at_source"
    )
}
