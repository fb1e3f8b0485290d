use crate::PaymentIntent;
use crate::runtime::expand::{Path, Zero};

/// No path of a customer is so long that it gets there; those of a payment intent do, in a crate with its operations.
#[test]
fn a_path_goes_on_into_either_of_two_types() {
    let details = Path::<PaymentIntent, PaymentIntent, Zero>::root().amount_details();
    let lines = details.first().line_items().data();
    assert_eq!(lines.spelled(), "amount_details.line_items.data");
    assert_eq!(details.second().tip().spelled(), "amount_details.tip");
}
