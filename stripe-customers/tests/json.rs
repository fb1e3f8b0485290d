//! `Json` as a value, compared with `serde_json`.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use stripe_customers::{Customer, DecodeError, Id, Json, List, TaxId, Timestamp, customer};

fn parse(text: &str) -> Json {
    text.parse().unwrap()
}

fn message<T: Debug>(result: Result<T, DecodeError>) -> String {
    result.unwrap_err().to_string()
}

/// A generator of random values (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn string(&mut self) -> String {
        const PARTS: [&str; 12] = [
            "a", "b", "/", "~", "~1", "\"", "\\", "\n", "\u{1}", "é", "😀", "0",
        ];
        (0..self.below(4))
            .map(|_| PARTS[usize::try_from(self.below(12)).unwrap()])
            .collect()
    }

    fn value(&mut self, depth: u32) -> Value {
        match self.below(if depth == 0 { 7 } else { 10 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 => json!(self.below(u64::MAX)),
            3 => json!(-i64::try_from(self.below(1000)).unwrap()),
            4 => json!(f64::from(u32::try_from(self.below(100_000)).unwrap()) / 64.0),
            5 | 6 => json!(self.string()),
            7 => (0..self.below(4)).map(|_| self.value(depth - 1)).collect(),
            _ => {
                let members = 0..self.below(4);
                let members = members.map(|_| (self.string(), self.value(depth - 1)));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }
}

fn random_values() -> impl Iterator<Item = Value> {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    (0..2000).map(move |_| random.value(4))
}

/// The same text with other white space, escapes and members in the reverse order.
fn rewritten(value: &Value) -> String {
    let string = |text: &str| {
        let units: Vec<_> = text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        format!("\"{}\"", units.concat())
    };
    match value {
        Value::String(text) => string(text),
        Value::Array(elements) => {
            let elements: Vec<_> = elements.iter().map(rewritten).collect();
            format!("[\n {}\t]", elements.join(" , "))
        }
        Value::Object(members) => {
            let members = members.iter().rev();
            let members: Vec<_> = members
                .map(|(key, value)| format!("{} :{}", string(key), rewritten(value)))
                .collect();
            format!("{{\r{} }}", members.join(","))
        }
        Value::Number(number) if number.is_f64() => format!("{:e}", number.as_f64().unwrap()),
        other => other.to_string(),
    }
}

/// All pointers into `value`, with what they identify.
fn pointers<'v>(value: &'v Value, at: &str, out: &mut Vec<(String, &'v Value)>) {
    out.push((at.to_owned(), value));
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, &format!("{at}/{index}"), out);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(member, &format!("{at}/{key}"), out);
            }
        }
        _ => {}
    }
}

#[test]
fn random_values_are_read_as_serde_json_reads_them() {
    for value in random_values() {
        for text in [value.to_string(), rewritten(&value)] {
            let json = parse(&text);
            assert_eq!(json.decode::<Value>().unwrap(), value, "{text}");
            assert_eq!(serde_json::to_value(&json).unwrap(), value, "{text}");
            let mut all = Vec::new();
            pointers(&value, "", &mut all);
            for (pointer, expected) in all {
                let part = json.pointer(&pointer).unwrap();
                assert_eq!(value.pointer(&pointer), Some(expected));
                assert_eq!(
                    part.decode::<Value>().unwrap(),
                    *expected,
                    "{text} {pointer}"
                );
                assert_eq!(part.as_str().as_deref(), expected.as_str());
                assert_eq!(part.as_i64(), expected.as_i64());
                assert_eq!(part.as_u64(), expected.as_u64());
                assert_eq!(part.as_f64(), expected.as_f64());
                assert_eq!(part.as_bool(), expected.as_bool());
                assert_eq!(part.is_null(), expected.is_null());
                let length = match expected {
                    Value::Array(elements) => elements.len(),
                    Value::Object(members) => members.len(),
                    _ => 0,
                };
                assert_eq!((part.len(), part.is_empty()), (length, length == 0));
                assert_eq!(part.elements().count() + part.members().count(), length);
                for absent in ["/absent", "/-", "/01", "/+0", "/99", "x", "/~2"] {
                    let pointer = format!("{pointer}{absent}");
                    assert_eq!(
                        json.pointer(&pointer).is_some(),
                        value.pointer(&pointer).is_some(),
                        "{pointer}"
                    );
                }
            }
        }
    }
}

#[test]
fn random_values_are_printed_as_serde_json_prints_them() {
    for value in random_values() {
        let (compact, pretty) = (
            value.to_string(),
            serde_json::to_string_pretty(&value).unwrap(),
        );
        for text in [&compact, &pretty] {
            assert_eq!(parse(text).to_string(), *text);
            assert_eq!(format!("{:#}", parse(text)), pretty);
            assert_eq!(parse(text).text(), text);
        }
    }
}

#[test]
fn random_values_are_equal_if_they_represent_the_same_value() {
    let values: Vec<_> = random_values().take(300).collect();
    for (index, value) in values.iter().enumerate() {
        let json = parse(&value.to_string());
        assert_eq!(json, parse(&rewritten(value)), "{value}");
        for other in &values[index..] {
            assert_eq!(
                json == parse(&rewritten(other)),
                value == other,
                "{value} {other}"
            );
        }
    }
}

#[test]
fn numbers_are_compared_exactly_whatever_their_notation() {
    let groups: &[&[&str]] = &[
        &["0", "-0", "0.0", "-0e5", "0E-400"],
        &["1", "1.0", "1e0", "10e-1", "0.1E+1", "0.001e3"],
        &["-1", "-1.00"],
        &["100", "1e2", "1.00e2"],
        &["9007199254740993", "9007199254740993.0"],
        &["9007199254740992", "9.007199254740992e15"],
        &["0.1", "1e-1"],
        &["0.1000000000000000000000001"],
        &["1e400", "10e399"],
        &["1e99999999999999999999", "1e99999999999999999999"],
        &["2e99999999999999999999"],
        &["0.1e-9223372036854775808"],
    ];
    for (a, group) in groups.iter().enumerate() {
        for (b, other) in groups.iter().enumerate() {
            for (left, right) in group
                .iter()
                .flat_map(|left| other.iter().map(move |right| (left, right)))
            {
                assert_eq!(parse(left) == parse(right), a == b, "{left} {right}");
            }
        }
    }
}

#[test]
fn values_of_rust_convert_and_compare() {
    assert_eq!(Json::from("a\"\u{0}é"), "a\"\u{0}é");
    assert_eq!("7", Json::from(String::from("7")));
    assert_ne!(Json::from("7"), 7);
    assert_eq!(Json::from(-500), -500);
    assert_eq!(Json::from(u64::MAX), u64::MAX);
    assert_eq!(Json::from(2.0), 2);
    assert_eq!(Json::from(1e300).as_f64(), Some(1e300));
    assert_eq!(Json::from(true), true);
    assert!(Json::from(f64::NAN).is_null());
    assert!(Json::default().is_null());
    assert_ne!(Json::default(), f64::NAN);
    assert_eq!(Json::from(Id::<Customer>::new("cus_1")), "cus_1");
    assert_eq!(Json::from(Timestamp::from_unix(7)), 7);
    assert_eq!(Json::from(["a", "b"]), parse(r#"["a", "b"]"#));
    assert_eq!([1, 2].into_iter().collect::<Json>().to_string(), "[1,2]");
    assert_eq!(
        Json::from(BTreeMap::from([("a\n", vec![1])])),
        parse(r#"{"a\n": [1]}"#)
    );
    assert!("{".parse::<Json>().is_err());
    assert!("1 2".parse::<Json>().is_err());
    assert_eq!(parse(" 1 ").text(), "1");
}

#[test]
fn integers_are_exact() {
    for (text, signed, unsigned, float) in [
        (
            "9223372036854775807",
            Some(i64::MAX),
            Some(i64::MAX as u64),
            Some(i64::MAX as f64),
        ),
        (
            "9223372036854775808",
            None,
            Some(1 << 63),
            Some(9_223_372_036_854_775_808.0),
        ),
        (
            "18446744073709551616",
            None,
            None,
            Some(18_446_744_073_709_551_616.0),
        ),
        (
            "-9223372036854775808",
            Some(i64::MIN),
            None,
            Some(i64::MIN as f64),
        ),
        ("1.0", None, None, Some(1.0)),
        ("1e999", None, None, None),
        ("\"1\"", None, None, None),
    ] {
        let json = parse(text);
        assert_eq!(
            (json.as_i64(), json.as_u64(), json.as_f64()),
            (signed, unsigned, float),
            "{text}"
        );
    }
}

#[test]
fn the_first_of_two_members_with_the_same_key_is_used_as_in_other_types() {
    let text = r#"{"id": "cus_1", "i\u0064": "cus_2", "object": "customer", "created": 1, "livemode": false}"#;
    let json = parse(text);
    assert_eq!(json.get("id").unwrap(), "cus_1");
    assert_eq!(json.pointer("/id").unwrap(), "cus_1");
    assert_eq!(json.decode::<Customer>().unwrap().id, "cus_1");
    assert_eq!(json.members().count(), 5);
    assert_eq!(json, parse(&text.replace("cus_2", "cus_3")));
    assert_ne!(json, parse(&text.replace("cus_1", "cus_3")));
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
enum Shape {
    Unit,
    One(u8),
    Two(u8, String),
    Named { a: Option<f32>, b: Vec<char> },
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(tag = "kind")]
enum Tagged {
    A { a: u8 },
    B,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Either {
    Number(u8),
    Text(String),
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
struct Everything {
    shapes: Vec<Shape>,
    tagged: Option<Tagged>,
    either: Vec<Either>,
    by_number: BTreeMap<i32, u8>,
    by_flag: BTreeMap<bool, u8>,
    pair: Option<(u8, i64)>,
    array: Option<[u8; 2]>,
    big: Option<i128>,
    huge: Option<u128>,
    float: Option<f64>,
    unit: (),
    #[serde(rename = "boxed")]
    inner: Option<Box<Everything>>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

/// Both deserializers accept the text, with the same result, or both refuse it.
fn same<T: DeserializeOwned + PartialEq + Debug>(text: &str) -> bool {
    let ours = parse(text).decode::<T>();
    let theirs = serde_json::from_str::<T>(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{text}: {ours:?}, {theirs:?}"),
    }
    ours.is_ok()
}

#[test]
fn foreign_types_are_deserialized_as_by_serde_json() {
    let accepted = [
        "{}",
        r#"{"shapes": ["Unit", {"Unit": null}, {"One": 7}, {"Two": [1, "x"]}, {"Named": {"a": 1, "b": ["x"]}}]}"#,
        r#"{"shapes": [{"Named": {"a": null, "b": []}}, {"Named": [1.5, []]}, {"O\u006ee": 7}]}"#,
        r#"{"tagged": {"a": 7, "kind": "A"}, "either": [7, "x\n"], "unit": null, "new": {"a": [1]}}"#,
        r#"{"tagged": {"kind": "B"}, "by_number": {"-7": 1, "8": 2}, "by_flag": {"true": 1}, "pair": [1, -2], "array": [1, 2]}"#,
        r#"{"big": -170141183460469231731687303715884105728, "huge": 340282366920938463463374607431768211455, "float": 7}"#,
        r#"{"boxed": {"boxed": {"float": -0.0, "big": 1}}, "float": 18446744073709551616}"#,
    ];
    for text in accepted {
        assert!(same::<Everything>(text), "{text}");
    }
    let refused = [
        "7",
        r#"{"shapes": ["Other"]}"#,
        r#"{"shapes": [{}]}"#,
        r#"{"shapes": [{"One": 7, "Unit": null}]}"#,
        r#"{"shapes": [{"Unit": 1}]}"#,
        r#"{"shapes": ["One"]}"#,
        r#"{"shapes": [{"Two": [1]}]}"#,
        r#"{"shapes": [{"Two": [1, "x", 2]}]}"#,
        r#"{"shapes": [{"Two": 1}]}"#,
        r#"{"tagged": {"kind": "C"}}"#,
        r#"{"either": [null]}"#,
        r#"{"by_number": {"x": 1}}"#,
        r#"{"by_number": {" 1": 1}}"#,
        r#"{"by_number": {"99999999999": 1}}"#,
        r#"{"by_flag": {"1": 1}}"#,
        r#"{"pair": [1, 2, 3]}"#,
        r#"{"array": [256, 1]}"#,
        r#"{"array": [1.0, 1]}"#,
        r#"{"huge": -1}"#,
        r#"{"float": 1e999}"#,
        r#"{"float": 1, "float": 2}"#,
    ];
    for text in refused {
        assert!(!same::<Everything>(text), "{text}");
    }
    for value in random_values().take(500) {
        let text = value.to_string();
        same::<Everything>(&text);
        same::<Vec<Either>>(&text);
        same::<BTreeMap<String, Option<String>>>(&text);
        same::<Option<f64>>(&text);
        same::<String>(&text);
        same::<(bool, u64)>(&text);
    }
}

#[test]
fn types_of_this_crate_are_deserialized_inside_foreign_types() {
    type Times = BTreeMap<Timestamp, Vec<Option<Timestamp>>>;
    let times = parse(r#"{"7": [8, null]}"#).decode::<Times>().unwrap();
    assert_eq!(
        times[&Timestamp::from_unix(7)],
        [Some(Timestamp::from_unix(8)), None]
    );
    let error = message(parse(r#"{"7": [8, "x"]}"#).decode::<Times>());
    assert_eq!(error, "value.7[1]: expected an integer, found a string");
    let ids = parse(r#"[["cus_1"]]"#)
        .decode::<Vec<(Id<Customer>,)>>()
        .unwrap();
    assert_eq!(ids[0].0, "cus_1");

    // Through the buffer of serde.
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum Found {
        Time(Timestamp),
        List(List<TaxId>),
        Other(Json),
    }
    let list = r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/x"}"#;
    let found: Vec<Found> = parse(&format!(r#"[7, {list}, {{"a": [1.5]}}]"#))
        .decode()
        .unwrap();
    let [Found::Time(time), Found::List(list), Found::Other(other)] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((time.as_unix(), list.len()), (7, 0));
    assert_eq!(*other, parse(r#"{"a": [1.5]}"#));
}

#[derive(Debug, Deserialize)]
struct Page {
    data: Vec<Customer>,
    more: Option<Box<Page>>,
    kept: Json,
}

#[test]
fn an_error_has_the_path_and_no_personal_data() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        #[serde(rename = "address")]
        _address: BTreeMap<String, Vec<u8>>,
    }
    let error = |text: &str| message(parse(text).decode::<Strict>());
    assert_eq!(
        error("[\"secret\"]"),
        "value[0]: expected a map, found a string"
    );
    assert_eq!(
        error(r#"{"address": {"a.b": [1, "secret"]}}"#),
        "value.address.a.b[1]: expected u8, found a string"
    );
    assert_eq!(error("{}"), "value.address: required, but missing");
    assert_eq!(
        error(r#"{"secret": 1}"#),
        "value.secret: unknown field, expected `address`"
    );
    assert_eq!(
        message(parse(r#"["secret"]"#).decode::<Vec<Shape>>()),
        "value[0]: expected `Unit` or `One` or `Two` or `Named`, found another string"
    );

    // Types of this crate keep the path of their own errors.
    let page = r#"{"data": [{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}], "kept": {"a": 1},
        "more": {"data": [{"id": "cus_2", "object": "customer", "created": 1, "livemode": false,
            "address": {"city": 7}}], "kept": 1}}"#;
    let error = parse(page).decode::<Page>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "value.more.data[0].address.city: expected a string, found 7"
    );
    assert_eq!(error.path(), "value.more.data[0].address.city");
    assert_eq!(error.problem(), "expected a string, found 7");
    let page: Page = parse(&page.replace("\"city\": 7", "\"city\": \"Paris\""))
        .decode()
        .unwrap();
    assert_eq!((page.data.len(), page.kept.text()), (1, r#"{"a": 1}"#));
    assert_eq!(page.more.unwrap().data[0].id, "cus_2");
}

#[test]
fn parts_share_the_text_and_keep_their_path() {
    let list: List<TaxId> = stripe_customers::from_json(
        r#"{"object": "list", "data": [{"id": "txi_1", "new": "x"}], "has_more": false, "url": "/v1/x"}"#,
    )
    .unwrap();
    let element = list.raw().elements().next().unwrap();
    let new = element.get("new").unwrap();
    let shared = list.raw().text().as_bytes().as_ptr_range();
    assert!(shared.contains(&new.text().as_ptr()), "not copied");
    assert_eq!(
        message(new.decode::<u8>()),
        "list.data[0].new: expected u8, found a string"
    );
    assert_eq!(
        message(element.decode::<customer::TaxExempt>()),
        "list.data[0]: expected a string, found an object"
    );
}

#[test]
fn the_depth_is_limited() {
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(nested(128).parse::<Json>().is_err());
    assert!(nested(100_000).parse::<Json>().is_err());
    let deepest = parse(&nested(127));
    assert_eq!(deepest, parse(&nested(127)));
    assert_eq!(
        deepest.decode::<Value>().unwrap().to_string(),
        deepest.to_string()
    );
    assert_eq!(format!("{deepest:#}").lines().count(), 253);
    assert_eq!(deepest.pointer(&"/0".repeat(126)).unwrap().text(), "[]");
    assert_eq!(deepest.pointer(&"/0".repeat(127)), None);
}
