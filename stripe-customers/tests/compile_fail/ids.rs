//! Ids of other types.

use stripe_customers::{Customer, Expandable, Id, Invoice, RetrieveCustomer, Subscription};

fn main() {
    let customer: Id<Customer> = "cus_1".into();
    let invoice: Id<Invoice> = "in_1".into();
    let _right = RetrieveCustomer::new(&customer);

    let _ = RetrieveCustomer::new(invoice.clone()); //~ E0277
    let _ = RetrieveCustomer::new(&invoice); //~ E0277
    let _ = customer == invoice; //~ E0277
    let _: Expandable<Subscription> = customer.into(); //~ E0277
}
