use crate::PaymentIntent;
use crate::runtime::expand::{ExpandPath, Zero};

/// No path that starts at a customer reaches such a field within four steps.
#[test]
fn a_path_continues_in_either_of_two_types() {
    let details = ExpandPath::<PaymentIntent, PaymentIntent, Zero>::root().amount_details();
    let lines = details.first().line_items().data();
    assert_eq!(lines.spelled(), "amount_details.line_items.data");
    assert_eq!(details.second().tip().spelled(), "amount_details.tip");
}
