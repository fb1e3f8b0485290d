//! Deserialization from, and serialization into, formats other than JSON, and the features of `serde_json`.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use serde::de::value::{
    BytesDeserializer, Error, F64Deserializer, I128Deserializer, MapDeserializer, StrDeserializer,
    U128Deserializer,
};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use stripe_customers::customer::TaxExempt;
use stripe_customers::{Customer, Json, Metadata, Timestamp, from_json};

/// A string in a format that marks optional values and newtypes.
enum Marked {
    Nothing,
    Some(&'static str),
    Wrapped(&'static str),
}

impl<'de> Deserializer<'de> for Marked {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text =
            |text: &'static str| -> StrDeserializer<'static, Error> { text.into_deserializer() };
        match self {
            Self::Nothing => visitor.visit_none(),
            Self::Some(it) => visitor.visit_some(text(it)),
            Self::Wrapped(it) => visitor.visit_newtype_struct(text(it)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn marks_around_a_value_are_ignored() {
    for marked in [Marked::Some("reverse"), Marked::Wrapped("reverse")] {
        assert_eq!(TaxExempt::deserialize(marked).unwrap(), TaxExempt::Reverse);
    }
    let error = TaxExempt::deserialize(Marked::Nothing).unwrap_err();
    assert!(
        error.to_string().ends_with("expected a string, found null"),
        "{error}"
    );
}

#[test]
fn not_a_number_is_an_error() {
    let infinite: F64Deserializer<Error> = f64::INFINITY.into_deserializer();
    let error = Timestamp::deserialize(infinite).unwrap_err();
    assert_eq!(error.to_string(), "JSON cannot represent this number");
}

#[test]
fn a_value_without_a_json_equivalent_is_an_error() {
    let bytes: BytesDeserializer<'_, Error> = b"reverse"[..].into_deserializer();
    let error = TaxExempt::deserialize(bytes).unwrap_err();
    assert!(
        error.to_string().contains("expected a JSON value"),
        "{error}"
    );
}

#[test]
fn a_key_that_is_not_a_string_is_an_error() {
    let pairs = MapDeserializer::<_, Error>::new([(0.5, "a")].into_iter());
    let error = Metadata::deserialize(pairs).unwrap_err();
    assert!(error.to_string().contains("expected a key"), "{error}");
}

#[test]
fn a_timestamp_is_a_key_of_maps() {
    let counts = BTreeMap::from([(Timestamp::from_unix(-1), 2), (Timestamp::from_unix(3), 4)]);
    let text = serde_json::to_string(&counts).unwrap();
    assert_eq!(text, r#"{"-1":2,"3":4}"#);
    let back: BTreeMap<Timestamp, i32> = serde_json::from_str(&text).unwrap();
    assert_eq!(back, counts);
    let value = serde_json::to_value(&counts).unwrap();
    let back: BTreeMap<Timestamp, i32> = serde_json::from_value(value).unwrap();
    assert_eq!(back, counts);
}

/// TOML serializes the values of a table twice: first those that are not tables.
#[test]
fn kept_json_is_serialized_as_often_as_a_format_needs() {
    let json = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "default_source":
        {"a": [1, [2.5, "x"], {"y": [true]}], "b": {"c": {}}, "id": "new_1", "object": "new", "z": 7}}"#;
    let customer: Customer = from_json(json).unwrap();
    let toml = toml::to_string(&customer).unwrap();
    let back: Customer = toml::from_str(&toml).unwrap();
    let [before, after] = [&customer, &back].map(|it| serde_json::to_value(it).unwrap());
    assert_eq!(before, after);
    let source =
        r#"{"a":[1,[2.5,"x"],{"y":[true]}],"b":{"c":{}},"id":"new_1","object":"new","z":7}"#;
    let expected: serde_json::Value = serde_json::from_str(source).unwrap();
    assert_eq!(after["default_source"], expected);
}

#[test]
fn an_integer_of_128_bits_is_kept() {
    let large: U128Deserializer<Error> = u128::MAX.into_deserializer();
    assert_eq!(
        Json::deserialize(large).unwrap().text(),
        u128::MAX.to_string()
    );
    let small: I128Deserializer<Error> = i128::MIN.into_deserializer();
    assert_eq!(
        Json::deserialize(small).unwrap().text(),
        i128::MIN.to_string()
    );
}

#[test]
fn a_number_that_no_format_represents_is_an_error() {
    let kept: Json = from_json("[1e400]").unwrap();
    assert_eq!(kept.text(), "[1e400]");
    let error = serde_json::to_string(&kept).unwrap_err();
    assert_eq!(error.to_string(), "number out of range for a 64-bit float");
    assert!(serde_json::to_value(&kept).is_err());
}

/// The map that `serde_json` passes instead of a number or a `RawValue`.
fn marked(marker: &'static str, text: &'static str) -> Result<String, Error> {
    let pairs = MapDeserializer::<_, Error>::new([(marker, text)].into_iter());
    Json::deserialize(pairs).map(|json| json.text().to_owned())
}

#[test]
fn the_markers_of_serde_json_are_values() {
    let (number, raw) = (
        "$serde_json::private::Number",
        "$serde_json::private::RawValue",
    );
    assert_eq!(marked(number, "25.5").unwrap(), "25.5");
    assert_eq!(marked(number, "1e400").unwrap(), "1e400");
    assert_eq!(marked(raw, r#"{"a": [1]}"#).unwrap(), r#"{"a": [1]}"#);
    assert_eq!(marked("other", "25.5").unwrap(), r#"{"other":"25.5"}"#);
    for text in ["", "1,\"a\":2", "1}", "NaN"] {
        assert!(marked(number, text).is_err() && marked(raw, text).is_err());
    }
}

/// Runs `tests/features/program.rs` with features of `serde_json` that other tests must not have.
#[test]
#[ignore = "compiles the crate once more; run by .ci/run"]
fn values_survive_the_features_of_serde_json() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("features");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::copy(
        root.join("tests/features/program.rs"),
        folder.join("src/main.rs"),
    )
    .unwrap();
    fs::copy(root.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let manifest = format!(
        "[package]\nname = \"features\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nserde_json = {{ version = \"1\", features = [\"arbitrary_precision\", \"raw_value\"] }}\n\
         stripe-customers = {{ path = {root:?}, default-features = false }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["run", "--offline"])
        .current_dir(&folder)
        .status()
        .unwrap();
    assert!(status.success());
}
