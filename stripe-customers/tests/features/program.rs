//! With the features `arbitrary_precision` and `raw_value` of `serde_json`, values are the same as without them.

use serde_json::Value;
use serde_json::value::RawValue;
use stripe_customers::{Coupon, Customer, Json, Timestamp, from_json};

const COUPON: &str = r#"{"created":1,"duration":"once","id":"co_1","livemode":false,"object":"coupon",
    "percent_off":25.5,"times_redeemed":0,"valid":true}"#;

const KEPT: &str = r#"[0,-1,2.5,1e+3,123456789012345678901234567890,{"a":[0.1]}]"#;

fn main() {
    let value: Value = serde_json::from_str(COUPON).unwrap();
    let raw: Box<RawValue> = serde_json::from_str(COUPON).unwrap();
    let coupons: [Coupon; 4] = [
        serde_json::from_str(COUPON).unwrap(),
        serde_json::from_value(value.clone()).unwrap(),
        serde_json::from_str(raw.get()).unwrap(),
        from_json(COUPON).unwrap(),
    ];
    for coupon in coupons {
        assert_eq!(coupon.percent_off, Some(25.5));
        assert_eq!(coupon.created, Timestamp::from_unix(1));
        assert_eq!(serde_json::to_value(&coupon).unwrap(), value);
    }

    let kept: Json = serde_json::from_str(KEPT).unwrap();
    assert_eq!(kept.text(), KEPT);
    let kept: Json = serde_json::from_value(serde_json::from_str(KEPT).unwrap()).unwrap();
    assert_eq!(kept.text(), KEPT);

    let customer = format!(
        r#"{{"created":1.0,"default_source":{{"id":"new_1","odd":{KEPT}}},"id":"cus_1","livemode":false,"object":"customer"}}"#
    );
    let customer: Customer = serde_json::from_str(&customer).unwrap();
    assert_eq!(customer.created, Timestamp::from_unix(1));
    let source = customer.default_source.unwrap();
    assert!(source.json().unwrap().text().contains(KEPT));
}
