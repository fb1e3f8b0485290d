//! Versions: of Stripe's API, of this crate, and how both may differ.
//!
//! # The version of the API
//!
//! The types are made for one version, [`API_VERSION`](crate::API_VERSION), which is sent with every request, whatever is set for the
//! account in the dashboard. So an answer has the shape that the types have:
//!
//! ```
//! use stripe_customers::{API_VERSION, RetrieveCustomer};
//!
//! let request = RetrieveCustomer::new("cus_1").http_request("sk_test_123")?;
//! assert_eq!(request.headers()["stripe-version"], API_VERSION);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`ClientBuilder::api_version`](crate::ClientBuilder::api_version) and [`Customized::api_version`](crate::Customized::api_version) say
//! another one, such as a preview. What it adds is in [`Response::body`](crate::Response::body); what it changes may not fit.
//! Webhooks have the version of their endpoint: give that the same one.
//!
//! # What is news
//!
//! Stripe adds fields, values and types of objects without a new version. None of them is an error:
//!
//! ```
//! use stripe_customers::customer::{PaymentSource, TaxExempt};
//! use stripe_customers::{Customer, from_json};
//!
//! let customer: Customer = from_json(
//!     r#"{
//!         "id": "cus_1", "object": "customer", "created": 1, "livemode": false,
//!         "tax_exempt": "partly",
//!         "default_source": {"id": "wallet_1", "object": "wallet"},
//!         "a_field_of_tomorrow": true
//!     }"#,
//! )?;
//! // A value that is not listed is there as text.
//! assert_eq!(customer.tax_exempt.as_ref().unwrap().as_str(), "partly");
//! assert!(matches!(customer.tax_exempt, Some(TaxExempt::Unknown(_))));
//! // An object that is not listed is there as JSON, and has its id.
//! let source = customer.default_source.as_ref().unwrap();
//! assert_eq!(source.id(), "wallet_1");
//! assert!(matches!(source.object()?, PaymentSource::Unknown(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! So enumerations and unions are matched with a last arm for the rest, which the compiler asks for, as they are `#[non_exhaustive]`.
//! A parameter takes a value that is not listed too: `TaxExempt::from("partly")`.
//!
//! What Stripe promises and then does not send, or sends as something else, is an error with its place:
//!
//! ```
//! use stripe_customers::{Customer, from_json};
//!
//! let odd = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "address": {"city": 7}}"#;
//! assert_eq!(
//!     from_json::<Customer>(odd).unwrap_err().to_string(),
//!     "customer.address.city: expected a string, found 7"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The version of the crate
//!
//! `CHANGELOG.md` names the version of the API for each version of the crate, and says what the step between them means for your
//! code. Before 1.0 the second number moves with what breaks.
//!
//! Where Stripe says the same of several fields, the type of one is an alias of that of another, as
//! [`SpendingControlsBlockedCategory`](crate::issuing_card::SpendingControlsBlockedCategory) is. Write the one that is called after the
//! field that you mean: when they part, the alias becomes a type under the same name.
//!
//! See <https://docs.stripe.com/api/versioning> and <https://docs.stripe.com/upgrades>.
