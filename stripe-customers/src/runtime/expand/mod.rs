//! Expansions: objects that Stripe sends whole, in place of their ids, because the request asks for it.
//!
//! A request has a method `expand`, which takes a path. The paths of a customer begin in
//! [`customer::expand`](crate::customer::expand), and each goes on with a method for every field that can be expanded there, through
//! lists and embedded objects. What can't be expanded has no method: so a path that Stripe would refuse
//! does not compile, and an editor lists those that there are.
//!
//! ```
//! use stripe_customers::{RetrieveCustomer, customer};
//!
//! let request = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
//!     .expand(customer::expand::default_source())
//!     .expand(customer::expand::subscriptions().data().latest_invoice());
//! ```
//!
//! The answer has the same type as without. An [`Expandable`](crate::Expandable) field then holds the object, which is decoded when
//! it is asked for; other fields are absent unless they are expanded.
//!
//! # What is expanded most, of a customer
//!
//! | path | in the answer |
//! |---|---|
//! | `customer::expand::default_source()` | `default_source`, whose `object()` is a card, a bank account or a source |
//! | `customer::expand::invoice_settings().default_payment_method()` | `invoice_settings.default_payment_method`, whose `object()` is a [`PaymentMethod`](crate::PaymentMethod) |
//! | `customer::expand::subscriptions()` | `subscriptions`, a page of [`Subscription`](crate::Subscription)s; absent otherwise |
//! | `customer::expand::subscriptions().data().latest_invoice()` | the same, and `latest_invoice` of each, whose `object()` is an [`Invoice`](crate::Invoice) |
//! | `customer::expand::tax()` | `tax`; absent otherwise |
//! | `customer::expand::tax_ids()` | `tax_ids`, a page of [`TaxId`](crate::TaxId)s; absent otherwise |
//! | `customer::expand::test_clock()` | `test_clock`, whose `object()` is a [`TestHelpersTestClock`](crate::TestHelpersTestClock) |
//!
//! From the request to the values:
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
//!             PaymentSource::Card(card) => println!("a card that ends in {}", card.last4),
//!             PaymentSource::BankAccount(account) => println!("an account that ends in {}", account.last4),
//!             _ => println!("something else: {}", source.id()),
//!         }
//!     }
//!     let settings = customer.invoice_settings.as_ref();
//!     if let Some(method) = settings.and_then(|settings| settings.default_payment_method.as_ref()) {
//!         println!("pays with {}", method.object()?.type_);
//!     }
//!     for subscription in customer.subscriptions.iter().flatten() {
//!         if let Some(invoice) = &subscription.latest_invoice {
//!             println!("{} was last billed {}", subscription.id, invoice.object()?.total);
//!         }
//!     }
//!     if let Some(tax) = &customer.tax {
//!         println!("tax is calculated for {:?}", tax.location.as_ref().map(|it| &it.country));
//!     }
//!     for tax_id in customer.tax_ids.iter().flatten() {
//!         println!("tax id {}", tax_id.value);
//!     }
//!     if let Some(clock) = &customer.test_clock {
//!         println!("it is now {}", clock.object()?.frozen_time);
//!     }
//!     Ok(())
//! }
//! # let customer = stripe_customers::from_json(r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#)?;
//! # print(&customer)?;
//! # Ok::<(), DecodeError>(())
//! ```
//!
//! # What can go wrong
//!
//! The object of a field that was not expanded is asked for. The error says what the request lacks:
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
//! An expanded object does not fit its type. The customer is there all the same, and the error of
//! [`object`](crate::Expandable::object) has the path in the whole answer: `customer.subscriptions.data[0].latest_invoice.total`.
//!
//! A field is news from Stripe, and no path knows it: [`Expansion::untyped`] takes text.
//!
//! # Limits
//!
//! Stripe expands [four levels](https://docs.stripe.com/expand#expanding-multiple-objects); a path with a fifth step does not
//! compile. A step to a page of a list and the one to its `data` count as one each. Where several types can stand, a
//! path goes on with what leads to the same type in all that have it, and with [`downcast`](Path::downcast) into one of them.
//!
//! An answer with expandable fields keeps its text, which they share: cloning it is cheap, but to keep one object of a large
//! page is to keep the text of the page.

mod expansion;
mod level;
#[allow(
    dead_code,
    unused_macros,
    reason = "for operations whose answers can be expanded"
)]
mod path;
mod suggestion;

pub use expansion::Expansion;
pub use level::{Deeper, Four, One, Three, Two, Zero};
pub use path::{MemberOf, Path};
#[allow(
    unused_imports,
    reason = "for operations whose answers can be expanded"
)]
pub(crate) use path::{expand_from, expandable};
pub(crate) use suggestion::suggestion;
