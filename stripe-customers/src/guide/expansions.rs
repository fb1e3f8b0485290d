//! Expansions: related objects in the response.
//!
//! By default, a response contains the ids of related objects. The method `expand` of a request makes Stripe send the objects. It
//! takes a path, which starts with a function of [`customer::expand`](crate::customer::expand) and continues with a method for every
//! expandable field, through lists and embedded objects. Fields that are not expandable have no method, so a path that Stripe would
//! reject does not compile.
//!
//! ```
//! use stripe_customers::{RetrieveCustomer, customer};
//!
//! let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
//!     .expand(customer::expand::default_source())
//!     .expand(customer::expand::subscriptions().data().latest_invoice());
//! ```
//!
//! The type of the response stays the same. What Stripe includes on request is decoded on request:
//!
//! - An [`Expandable`](crate::Expandable) field holds an id, or the object if it was expanded.
//!   [`object`](crate::Expandable::object) decodes it.
//! - A [`Lazy`](crate::Lazy) field is `None` unless it was expanded. [`object`](crate::Lazy::object) decodes it.
//! - A [`List`](crate::List) decodes each of its objects by itself, when it is iterated.
//!
//! So an object that does not match its type is an error of that object, and the customer around it is still there.
//!
//! # Common expansions
//!
//! | path | in the response |
//! |---|---|
//! | `customer::expand::default_source()` | `default_source`, whose `object()` is a card, a bank account or a source |
//! | `customer::expand::invoice_settings().default_payment_method()` | `invoice_settings.default_payment_method`, whose `object()` is a [`PaymentMethod`](crate::PaymentMethod) |
//! | `customer::expand::subscriptions()` | `subscriptions`, a page of [`Subscription`](crate::Subscription)s; absent otherwise |
//! | `customer::expand::subscriptions().data().latest_invoice()` | the same, and `latest_invoice` of each, whose `object()` is an [`Invoice`](crate::Invoice) |
//! | `customer::expand::tax()` | `tax`; absent otherwise |
//! | `customer::expand::tax_ids()` | `tax_ids`, a page of [`TaxId`](crate::TaxId)s; absent otherwise |
//! | `customer::expand::test_clock()` | `test_clock`, whose `object()` is a [`TestHelpersTestClock`](crate::TestHelpersTestClock) |
//!
//! A complete example:
//!
//! ```
//! use stripe_customers::customer::{self, PaymentSource};
//! use stripe_customers::{Customer, DecodeError, RetrieveCustomer};
//!
//! let request = RetrieveCustomer::new("cus_1")
//!     .expand(customer::expand::default_source())
//!     .expand(customer::expand::invoice_settings().default_payment_method())
//!     .expand(customer::expand::subscriptions().data().latest_invoice())
//!     .expand(customer::expand::tax())
//!     .expand(customer::expand::tax_ids())
//!     .expand(customer::expand::test_clock());
//!
//! fn print(customer: &Customer) -> Result<(), DecodeError> {
//!     if let Some(source) = &customer.default_source {
//!         match source.object()? {
//!             PaymentSource::Card(card) => println!("card ending in {}", card.last4),
//!             PaymentSource::BankAccount(account) => println!("account ending in {}", account.last4),
//!             _ => println!("other source: {}", source.id()),
//!         }
//!     }
//!     let settings = customer.invoice_settings.as_ref();
//!     if let Some(method) = settings.and_then(|settings| settings.default_payment_method.as_ref()) {
//!         println!("default payment method: {}", method.object()?.type_);
//!     }
//!     for subscription in customer.subscriptions.iter().flatten() {
//!         let subscription = subscription?;
//!         if let Some(invoice) = &subscription.latest_invoice {
//!             println!("latest invoice of {}: {}", subscription.id, invoice.object()?.total);
//!         }
//!     }
//!     if let Some(tax) = &customer.tax {
//!         println!("tax location: {:?}", tax.location.as_ref().map(|it| &it.country));
//!     }
//!     for tax_id in customer.tax_ids.iter().flatten() {
//!         println!("tax id: {}", tax_id?.value);
//!     }
//!     if let Some(clock) = &customer.test_clock {
//!         println!("time of the test clock: {}", clock.object()?.frozen_time);
//!     }
//!     Ok(())
//! }
//! # let customer = stripe_customers::from_json(r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#)?;
//! # print(&customer)?;
//! # Ok::<(), DecodeError>(())
//! ```
//!
//! # Errors
//!
//! If a field was not expanded, the error of `object` names the `expand` call that the request lacks:
//!
//! ```
//! let customer: stripe_customers::Customer = stripe_customers::from_json(
//!     r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "default_source": "card_1"}"#,
//! )?;
//! let source = customer.default_source.as_ref().unwrap();
//! assert_eq!(source.id(), "card_1");
//! assert_eq!(
//!     source.object().unwrap_err().to_string(),
//!     "customer.default_source: expected an object, which Stripe sends if the request has \
//!      `.expand(customer::expand::default_source())`, found the id `card_1`"
//! );
//! # Ok::<(), stripe_customers::DecodeError>(())
//! ```
//!
//! If an expanded object does not match its type, the customer is still available, and the error of `object` has the path in the
//! response: `customer.subscriptions.data[0].latest_invoice.total`.
//!
//! For a field that this version of the crate does not know, use [`Expansion::untyped`](crate::expand::Expansion::untyped).
//!
//! # Limits
//!
//! Stripe expands at most [four levels](https://docs.stripe.com/expand#expanding-multiple-objects). A path with a fifth step does not
//! compile. A list and its `data` count as one level each. If a field holds one of several types, a path continues with the
//! fields that have the same type in all of them, or with [`downcast`](crate::expand::ExpandPath::downcast) in one of them.
//!
//! Expandable fields share the text of the response. Cloning them is cheap, but keeping one object of a large page keeps the text of
//! the page in memory.
