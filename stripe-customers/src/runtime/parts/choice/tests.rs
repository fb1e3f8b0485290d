use super::choice;
use crate::from_json;
use crate::runtime::json::Decoder;

enum Expiry {
    Never,
    After(i64),
    On(String),
}

choice! { Expiry { Never = "never", After(i64), On(String) } }

#[test]
fn the_first_variant_that_fits_is_decoded() {
    for json in ["\"never\"", "7", "\"monday\""] {
        let end: Expiry = from_json(json).unwrap();
        assert_eq!(serde_json::to_string(&end).unwrap(), json);
    }
    assert!(matches!(Expiry::from(7), Expiry::After(7)));
    assert!(matches!(Expiry::from("monday"), Expiry::On(_)));
    let error = from_json::<Expiry>("{}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Expiry: expected another value, found an object"
    );
}

#[test]
fn a_value_that_does_not_fit_is_left_for_the_next_attempt() {
    let mut decoder = Decoder::new("[7, true]", || "value");
    let refused = decoder.attempt(|decoder| {
        decoder.begin_array()?;
        decoder.boolean()
    });
    assert!(!refused.unwrap());
    let ignored = decoder.attempt(|decoder| decoder.skip().map(|()| false));
    assert!(!ignored.unwrap());
    let read = decoder.attempt(|decoder| decoder.skip().map(|()| true));
    assert!(read.unwrap());
    decoder.end().unwrap();
}
