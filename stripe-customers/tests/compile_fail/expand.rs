//! Paths that Stripe would reject.

use stripe_customers::{CreateCustomer, Customer, Invoice, RetrieveCustomer, customer};
use stripe_customers::expand::ExpandPath;

fn main() {
    let _right = RetrieveCustomer::new("cus_1")
        .expand(customer::expand::subscriptions().data().latest_invoice())
        .expand(customer::expand::tax());

    // Not expandable.
    customer::expand::email(); //~ E0425
    customer::expand::subscriptions().data().status(); //~ E0599
    customer::expand::subscriptions().latest_invoice(); //~ E0599

    // Too deep.
    let four = customer::expand::subscriptions().data().latest_invoice().payments();
    four.data(); //~ E0599

    // Of another resource.
    fn of_an_invoice() -> ExpandPath<Invoice, Customer> {
        unreachable!()
    }
    let _ = RetrieveCustomer::new("cus_1").expand(of_an_invoice()); //~ E0277
    let _ = CreateCustomer::new().expand(of_an_invoice()); //~ E0277

    // Text without `Expansion::untyped`.
    let _ = RetrieveCustomer::new("cus_1").expand("default_source"); //~ E0277
}
