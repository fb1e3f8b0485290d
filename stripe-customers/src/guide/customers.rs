//! Customers: create them, retrieve them, ask them, copy them.
//!
//! # Create
//!
//! A request is a value. What is not set is not sent, and an empty request makes a valid, blank customer:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//! use stripe_customers::create_customer::{Address, TaxIdData, TaxIdDataType};
//!
//! let customer = CreateCustomer::new()
//!     .name("Jenny Rosen")
//!     .email("jenny.rosen@example.com")
//!     .address(Address::new().line1("27 Fredrick Ave").city("Brothers").country("US"))
//!     .preferred_locales(["fr", "en"])
//!     .tax_id_data([TaxIdData::new(TaxIdDataType::EuVat, "FR12345678901")])
//!     .balance(-500) // a credit of 5.00, in the smallest unit of the currency
//!     .send(&client)
//!     .await?;
//! assert!(customer.id.as_str().starts_with("cus_"));
//! assert_eq!(customer.address.as_ref().unwrap().city.as_deref(), Some("Brothers"));
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! Amounts are whole numbers of the [smallest unit](https://docs.stripe.com/currencies#zero-decimal) of the currency, and
//! moments are [`Timestamp`](crate::Timestamp)s: whole seconds since 1970, which convert into
//! [`SystemTime`](crate::Timestamp::to_system_time) and, with the features `jiff`, `chrono` and `time`, into what those libraries have.
//!
//! Stripe does not look for a customer that is the same. Whoever sends a request twice has two customers, unless both
//! have one [idempotency key](super::retries).
//!
//! # Requests are kept, extended and used again
//!
//! Sending borrows the request, and a clone goes its own way. All fields are public, so what is perhaps there is assigned:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//!
//! let shop = CreateCustomer::new().metadata([("shop", "Berlin")]).preferred_locales(["de"]);
//! let visitors = [("Anna", Some("anna@example.com")), ("Berta", None)];
//! for (name, email) in visitors {
//!     let mut request = shop.clone().name(name);
//!     request.email = email.map(str::to_owned);
//!     let customer = request.send(&client).await?;
//!     assert_eq!(customer.metadata.as_ref().unwrap()["shop"], "Berlin");
//!     assert_eq!(customer.email.as_deref(), email);
//! }
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! # Retrieve
//!
//! Stripe finds deleted customers too, of which only the id is left. So the answer is a
//! [`RetrievedCustomer`](crate::RetrievedCustomer):
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::{CreateCustomer, RetrieveCustomer, RetrievedCustomer};
//!
//! let created = CreateCustomer::new().description("Jenny Rosen").send(&client).await?;
//! match RetrieveCustomer::new(&created.id).send(&client).await?.into_inner() {
//!     RetrievedCustomer::Customer(customer) => assert_eq!(customer.description.as_deref(), Some("Jenny Rosen")),
//!     RetrievedCustomer::Deleted(customer) => println!("{} was deleted", customer.id),
//!     _ => println!("something that this version of the crate does not know"),
//! }
//!
//! let deleted = RetrieveCustomer::new("cus_deleted").send(&client).await?;
//! assert!(deleted.is_deleted());
//! assert!(deleted.as_customer().is_none());
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! Ids have the type of what they are the id of, and come from any text: `RetrieveCustomer::new("cus_…")`, or with an
//! [`Id`](crate::Id) or a customer that you have.
//!
//! # Ask
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
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
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! What hangs on a customer comes as an id, or not at all, unless it is asked for: see [expansions](crate::expand).
//!
//! # Copy
//!
//! What was read converts into what is written: an address, tax ids, the settings of invoices, or all that another customer can
//! have of the same:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//! use stripe_customers::create_customer::{Address, Shipping};
//!
//! let anna = CreateCustomer::new()
//!     .name("Anna")
//!     .address(Address::new().city("Paris").country("FR"))
//!     .send(&client)
//!     .await?;
//!
//! // With her address, and a name of his own.
//! let home = anna.address.as_ref().unwrap();
//! let ben = CreateCustomer::new()
//!     .name("Ben")
//!     .address(home)
//!     .shipping(Shipping::new(home.into(), "Ben"))
//!     .send(&client)
//!     .await?;
//! assert_eq!(ben.address.as_ref().unwrap().city.as_deref(), Some("Paris"));
//!
//! // The same particulars, for a connected account.
//! let copy = CreateCustomer::from(&*anna)
//!     .customize()
//!     .stripe_account("acct_1032D82eZvKYlo2C")
//!     .send(&client)
//!     .await?;
//! assert_eq!(copy.name, anna.name);
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! # Many
//!
//! The example `import_customers` of the repository creates one customer per row of a file: many calls at a time, as
//! few as Stripe asks for, with a journal, so that it can be killed and started again.
//!
//! See <https://docs.stripe.com/api/customers>.
