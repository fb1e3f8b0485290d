//! The test `whole_document` copies this file into a crate with all operations: the largest resources, with every field present
//! and every expandable field expanded, are decoded with little stack, and encode to the same JSON.

use whole::*;

/// Reads `json` as a `T` in a thread with 256 KiB of stack.
fn read<T>(json: &'static str)
where
    T: for<'de> serde_core::Deserialize<'de> + serde_core::Serialize,
{
    let thread = std::thread::Builder::new().stack_size(256 * 1024);
    let read = move || {
        let value: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"));
        let written = serde_json::to_value(&value).unwrap();
        let before: serde_json::Value = serde_json::from_str(json).unwrap();
        assert!(written == before, "{written:#}");
    };
    thread.spawn(read).unwrap().join().unwrap();
}

macro_rules! largest {
    ($($test:ident: $resource:ty = $file:literal),* $(,)?) => {$(
        #[test]
        fn $test() {
            println!("{}: {} bytes", stringify!($test), size_of::<$resource>());
            read::<$resource>(include_str!($file));
        }
    )*};
}

largest! {
    account: Account = "account.json",
    charge: Charge = "charge.json",
    checkout_session: CheckoutSession = "checkout.session.json",
    customer: Customer = "customer.json",
    invoice: Invoice = "invoice.json",
    payment_intent: PaymentIntent = "payment_intent.json",
    payment_method: PaymentMethod = "payment_method.json",
    setup_intent: SetupIntent = "setup_intent.json",
    subscription: Subscription = "subscription.json",
}
