//! Versions of Stripe's API and of this crate.
//!
//! # The version of the API
//!
//! The types are generated for one version of the API, [`API_VERSION`](crate::API_VERSION). Every request sets it, so the default
//! version of the account has no effect:
//!
//! ```
//! use stripe_customers::{API_VERSION, RetrieveCustomer};
//!
//! let request = RetrieveCustomer::new("cus_1").http_request("sk_test_123")?;
//! assert_eq!(request.headers()["stripe-version"], API_VERSION);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`ClientBuilder::api_version`](crate::ClientBuilder::api_version) and [`Customized::api_version`](crate::Customized::api_version) set
//! another version, such as a preview. Additional fields are in [`Response::json`](crate::Response::json): see
//! [requests of your own](super::own_requests). Responses that changed may not match the types. For
//! [webhooks](crate::guide::webhooks), set the version of the endpoint to the same version.
//!
//! # Unknown fields and values
//!
//! Stripe adds fields, values and types of objects to existing versions. They are not errors:
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
//!         "new_field": true
//!     }"#,
//! )?;
//! // An unknown value is available as text.
//! assert_eq!(customer.tax_exempt.as_ref().unwrap().as_str(), "partly");
//! assert!(matches!(customer.tax_exempt, Some(TaxExempt::Unknown(_))));
//! // An unknown object is available as JSON, and its id as usual.
//! let source = customer.default_source.as_ref().unwrap();
//! assert_eq!(source.id(), "wallet_1");
//! assert!(matches!(source.object()?, PaymentSource::Unknown(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Enumerations and unions are `#[non_exhaustive]`, so a `match` needs a wildcard arm. Parameters also accept unknown values:
//! `TaxExempt::from("partly")`.
//!
//! A required field that is missing, or a value of another type, is an error with the path of the field:
//!
//! ```
//! use stripe_customers::{Customer, from_json};
//!
//! let json = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "address": {"city": 7}}"#;
//! assert_eq!(
//!     from_json::<Customer>(json).unwrap_err().to_string(),
//!     "customer.address.city: expected a string, found 7"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The version of the crate
//!
//! `CHANGELOG.md` lists the version of the API for each version of the crate, and the changes between them. Before 1.0, breaking
//! changes increment the minor version.
//!
//! If several fields have equal types, one of the types is an alias of the other, for example
//! [`SpendingControlsBlockedCategory`](crate::issuing_card::SpendingControlsBlockedCategory). Use the name that belongs to the field: if
//! Stripe changes one of the types, the alias becomes a type with the same name.
//!
//! See <https://docs.stripe.com/api/versioning> and <https://docs.stripe.com/upgrades>.
