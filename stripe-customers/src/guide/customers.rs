//! Customers: creating, retrieving and copying them.
//!
//! # Create a customer
//!
//! Parameters that are not set are not sent. A request without parameters creates a customer without details:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//! use stripe_customers::create_customer::{Address, TaxIdData, TaxIdDataType};
//!
//! let customer = CreateCustomer::new()
//!     .name("Jenny Rosen")
//!     .email("jenny.rosen@example.com")
//!     .address(Address::new().line1("27 Fredrick Ave").city("Brothers").country("US"))
//!     .preferred_locales(["fr", "en"])
//!     .tax_id_data([TaxIdData::new(TaxIdDataType::EuVat, "FR12345678901")])
//!     .balance(-500) // a credit of 5.00 in most currencies
//!     .send(&client)
//!     .await?;
//! assert!(customer.id.as_str().starts_with("cus_"));
//! assert_eq!(customer.address.as_ref().unwrap().city.as_deref(), Some("Brothers"));
//! # }}
//! ```
//!
//! Amounts are integers in the [smallest unit](https://docs.stripe.com/currencies#zero-decimal) of the currency. Times are
//! [`Timestamp`](crate::Timestamp)s, in seconds since 1970, which convert into
//! [`SystemTime`](crate::Timestamp::to_system_time) and, with the features `chrono`, `jiff` and `time`, into the types of
//! those libraries.
//!
//! Stripe does not detect duplicates: sending the same request twice creates two customers, unless both have the same
//! [idempotency key](super::retries).
//!
//! # Reuse requests
//!
//! Sending borrows the request, so it can be sent again, or cloned and extended. All fields are public, so an optional value can
//! be assigned:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//!
//! let shop = CreateCustomer::new().metadata([("shop", "Berlin")]).preferred_locales(["de"]);
//! let users = [("Anna", Some("anna@example.com")), ("Berta", None)];
//! for (name, email) in users {
//!     let mut request = shop.clone().name(name);
//!     request.email = email.map(str::to_owned);
//!     let customer = request.send(&client).await?;
//!     assert_eq!(customer.metadata.as_ref().unwrap()["shop"], "Berlin");
//!     assert_eq!(customer.email.as_deref(), email);
//! }
//! # }}
//! ```
//!
//! # Retrieve a customer
//!
//! A deleted customer can still be retrieved, but only its id is left. Therefore the response is a
//! [`RetrievedCustomer`](crate::RetrievedCustomer):
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{CreateCustomer, RetrieveCustomer, RetrievedCustomer};
//!
//! let created = CreateCustomer::new().description("Jenny Rosen").send(&client).await?;
//! match RetrieveCustomer::new(&created.id).send(&client).await?.into_inner() {
//!     RetrievedCustomer::Customer(customer) => assert_eq!(customer.description.as_deref(), Some("Jenny Rosen")),
//!     RetrievedCustomer::Deleted(customer) => println!("{} was deleted", customer.id),
//!     other => println!("unknown object: {other:?}"),
//! }
//!
//! let deleted = RetrieveCustomer::new("cus_deleted").send(&client).await?;
//! assert!(deleted.is_deleted());
//! assert!(deleted.as_customer().is_none());
//! # }}
//! ```
//!
//! `RetrieveCustomer::new` accepts a string (`"cus_…"`), an [`Id`](crate::Id) or a reference to a customer.
//!
//! # Default payment method and dashboard
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//! use stripe_customers::create_customer::InvoiceSettings;
//!
//! let customer = CreateCustomer::new()
//!     .payment_method("pm_1MtHbE")
//!     .invoice_settings(InvoiceSettings::new().default_payment_method("pm_1MtHbE"))
//!     .send(&client)
//!     .await?;
//! assert_eq!(customer.dashboard_url(), "https://dashboard.stripe.com/test/customers/cus_1");
//! assert_eq!(customer.default_payment_method_id().unwrap(), "pm_1MtHbE");
//! # }}
//! ```
//!
//! Related objects are ids or absent, unless the request [expands](super::expansions) them.
//!
//! # Copy a customer
//!
//! Types in responses convert into the types of parameters: addresses, tax ids, invoice settings, or a whole customer:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//! use stripe_customers::create_customer::{Address, Shipping};
//!
//! let anna = CreateCustomer::new()
//!     .name("Anna")
//!     .address(Address::new().city("Paris").country("FR"))
//!     .send(&client)
//!     .await?;
//!
//! // Another customer with the same address.
//! let address = anna.address.as_ref().unwrap();
//! let ben = CreateCustomer::new()
//!     .name("Ben")
//!     .address(address)
//!     .shipping(Shipping::new(address.into(), "Ben"))
//!     .send(&client)
//!     .await?;
//! assert_eq!(ben.address.as_ref().unwrap().city.as_deref(), Some("Paris"));
//!
//! // A customer with the same details, in a connected account.
//! let copy = CreateCustomer::from(&*anna)
//!     .customize()
//!     .stripe_account("acct_1032D82eZvKYlo2C")
//!     .send(&client)
//!     .await?;
//! assert_eq!(copy.name, anna.name);
//! # }}
//! ```
//!
//! # Create many customers
//!
//! The example `import_customers` creates one customer per row of a CSV file. It makes concurrent calls, reduces their number
//! when Stripe limits the rate, and keeps a journal, so that it can be interrupted and restarted.
//!
//! See <https://docs.stripe.com/api/customers>.
