//! Random changes of documents.

use serde_json::{Map, Value, json};
use stripe_codegen::Pointer;

/// Turns expandable fields into plain ids.
pub(crate) fn fold(value: &mut Value) {
    match value {
        Value::Object(members) if members.contains_key("x-expansionResources") => {
            *value = json!({ "type": "string" });
        }
        Value::Object(members) => members.values_mut().for_each(fold),
        Value::Array(elements) => elements.iter_mut().for_each(fold),
        _ => {}
    }
}

/// Changes the document at one of `places`, and describes the change.
pub(crate) fn change(document: &mut Value, places: &[Pointer], random: &mut Random) -> String {
    let place = random.pick(places).clone();
    let other = document.pointer(random.pick(places).as_str());
    let other = other.cloned().unwrap_or_default();
    let Some(value) = document.pointer_mut(place.as_str()) else {
        return "nothing".to_owned();
    };
    let name = *random.pick(NAMES);
    match (random.below(6), &mut *value) {
        (0, Value::Object(members)) if !members.is_empty() => {
            let (key, _) = take(members, random);
            format!("{place} lost {key:?}")
        }
        (1, Value::Object(members)) if !members.is_empty() => {
            let (key, member) = take(members, random);
            members.insert(name.to_owned(), member);
            format!("{key:?} of {place} became {name:?}")
        }
        (2, Value::Object(members)) => {
            members.insert(name.to_owned(), other);
            format!("{place} got {name:?}")
        }
        (2, Value::Array(elements)) => {
            elements.push(other);
            format!("{place} got another element")
        }
        (kind, value) => {
            *value = match kind {
                0 | 3 => other,
                1 | 4 => json!(name),
                _ => random.pick(&values()).clone(),
            };
            format!("{place} became {value}")
        }
    }
}

/// Takes any member out.
fn take(members: &mut Map<String, Value>, random: &mut Random) -> (String, Value) {
    let key = members.keys().nth(random.below(members.len()));
    let key = key.cloned().unwrap();
    let member = members.shift_remove(&key).unwrap();
    (key, member)
}

/// All places in `value`, which stands at `at`.
pub(crate) fn pointers(value: &Value, at: &Pointer, out: &mut Vec<Pointer>) {
    out.push(at.clone());
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                pointers(member, &at.key(key), out);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, &at.index(index), out);
            }
        }
        _ => {}
    }
}

/// How many of `all` random cases to try: a part of them outside of CI, since the generator runs without optimization.
pub(crate) fn cases(all: u64) -> u64 {
    match std::env::var_os("CI") {
        Some(_) => all,
        None => all.div_ceil(10),
    }
}

/// Names and texts that could become invalid Rust, and some with a meaning in a schema.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "", "*", "-", "_", "__", "0", "9a", "type", "self", "Self", "crate", "new", "send", "option",
    "string", "Result", "json", "object", "deleted", "unlisted", "naïve", "日本", "a\u{0}b", "a\rb",
    "a\nb", "\"", "\\", "{", "*/", "///", "`", "r#type", "$ref", "x-resourceId",
    "x-expansionResources", "properties", "anyOf", "enum", "a/b~c", "#/components/schemas/nothing",
    "#/components/schemas/", "#", "\u{202e}", "true", "get", "default",
];

fn values() -> Vec<Value> {
    let deep = (0..100).fold(
        json!({ "type": "string" }),
        |schema, _| json!({ "anyOf": [schema] }),
    );
    let wide = (0..60).fold(
        json!({ "type": "string" }),
        |schema, _| json!({ "type": "object", "properties": { "a": schema } }),
    );
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "type": "object" }),
        json!({ "type": "boolean", "enum": [true] }),
        json!({ "type": "string", "enum": ["", "a"] }),
        json!({ "anyOf": [{ "type": "string" }, { "type": "string", "enum": [""] }] }),
        json!({ "type": "array", "items": { "type": "object", "properties": {} } }),
        json!({ "$ref": "#/components/schemas/customer" }),
        json!({ "$ref": "#/components/schemas/thing" }),
        json!({ "$ref": "#/components/parameters/thing" }),
        deep,
        wide,
    ]
}

/// Numbers that are the same in every run: xorshift.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
