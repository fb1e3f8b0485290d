//! Text to a tree of values: JSON or YAML.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Options, UserMessageFormatter};

use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::stack;

/// Reads `text`, JSON if it starts with `{` and YAML otherwise.
///
/// YAML is read as YAML 1.2, which OpenAPI asks for: `no` and `on` are strings there, as are
/// `1_000`, `007` and a date. Anchors, aliases and merge keys are expanded, within limits. A byte order
/// mark at the start is skipped. Values are nested at most 128 levels deep.
///
/// # Errors
///
/// When `text` is neither, with the line and column, or has no object at the top.
pub fn parse(input: Input, text: &str) -> Result<Value, Errors> {
    let content = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = match content.trim_start().chars().next() {
        None => Err(unreadable(
            input,
            "expected JSON or YAML, found nothing: it is empty",
        )),
        Some('{') => json(input, content),
        Some('<') => Err(unreadable(
            input,
            "expected JSON or YAML, found HTML or XML: this is a web page",
        )
        .help("download the file itself, for example with the button \"Raw\" on GitHub")),
        Some(_) if content.starts_with("version https://git-lfs.github.com/") => Err(unreadable(
            input,
            "expected JSON or YAML, found a reference to a file: this is a Git LFS pointer",
        )
        .help("fetch the file itself with `git lfs pull`")),
        Some(_) => yaml(input, content).map_err(|error| Error {
            problem: format!("neither JSON nor valid YAML: {}", error.problem),
            ..error
        }),
    };
    value
        .and_then(|value| object(input, value))
        .map_err(|error| {
            let before = text.len() - content.len();
            let offset = error.offset.map(|offset| offset + before);
            Error { offset, ..error }.into()
        })
}

/// The error for a text that cannot be read.
fn unreadable(input: Input, problem: impl Into<String>) -> Error {
    Error::new(input, &Pointer::root(), problem)
}

fn json(input: Input, text: &str) -> Result<Value, Error> {
    let read = || {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = UniqueKeys.deserialize(&mut reader)?;
        reader.end().map(|()| value)
    };
    stack::deep(|| {
        read().map_err(|error: serde_json::Error| {
            // Its columns are bytes.
            let start = start_of_line(text, error.line());
            let offset = start.map(|start| start + error.column().saturating_sub(1));
            // Of a key that is there twice, it is at the closing quote or in the space after it.
            let key = |end: usize| text.get(..=end)?.rmatch_indices('"').nth(1).map(|it| it.0);
            Error {
                offset: match error.is_data() {
                    true => offset.and_then(key),
                    false => offset,
                },
                ..unreadable(
                    input,
                    format!("expected JSON, since it starts with `{{`: {error}"),
                )
            }
        })
    })
}

/// Reads a value of which no object has a key twice.
#[derive(Clone, Copy)]
struct UniqueKeys;

impl<'de> DeserializeSeed<'de> for UniqueKeys {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for UniqueKeys {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(self)? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            match object.entry(key) {
                Entry::Vacant(entry) => entry.insert(members.next_value_seed(self)?),
                Entry::Occupied(entry) => {
                    let problem = format!("duplicate key `{}`", entry.key());
                    return Err(serde::de::Error::custom(problem));
                }
            };
        }
        Ok(Value::Object(object))
    }
}

/// Reads `text` as YAML.
///
/// # Errors
///
/// In one line, with the offset of the first mistake.
pub(crate) fn yaml<T: DeserializeOwned + Send>(input: Input, text: &str) -> Result<T, Error> {
    let read = || serde_saphyr::from_str_with_options(text, yaml_options());
    stack::deep(|| {
        read().map_err(|error| {
            let message = error.render_with_formatter(&UserMessageFormatter);
            let problem = message.split_whitespace().collect::<Vec<_>>().join(" ");
            Error {
                offset: error.location().and_then(|location| {
                    let line = usize::try_from(location.line()).ok()?;
                    let column = usize::try_from(location.column()).ok()?.checked_sub(1)?;
                    let start = start_of_line(text, line)?;
                    let characters = text.get(start..)?.chars().take(column);
                    Some(start + characters.map(char::len_utf8).sum::<usize>())
                }),
                ..unreadable(input, problem)
            }
        })
    })
}

/// The offset of the line `number`, counted from 1.
fn start_of_line(text: &str, number: usize) -> Option<usize> {
    match number.checked_sub(2) {
        None => Some(0),
        Some(before) => {
            let (newline, _) = text.match_indices('\n').nth(before)?;
            Some(newline + 1)
        }
    }
}

/// The defaults are for small files of settings; Stripe's document has several megabytes.
///
/// The limits on aliases stay, so that a small file cannot grow into a large tree.
fn yaml_options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 20_000_000,
            max_nodes: 10_000_000,
            max_depth: 128,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 250_000,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// `value`, if it is an object.
fn object(input: Input, value: Value) -> Result<Value, Error> {
    if value.is_object() {
        return Ok(value);
    }
    let found = kind(&value);
    let problem = format!("expected an object at the top, found {found}");
    Err(unreadable(input, problem))
}

/// The kind of `value` with its article, for a message.
pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        Value::String(_) => "a string",
        Value::Number(_) => "a number",
        Value::Bool(_) => "a boolean",
        Value::Null => "null",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{Value, json};

    use crate::error::Input;

    fn parse(text: &str) -> Result<Value, String> {
        super::parse(Input::Document, text).map_err(|errors| errors.to_string())
    }

    #[test]
    fn reads_both() {
        let expected = json!({ "openapi": "3.0.0", "paths": {} });
        for text in [
            "{\"openapi\": \"3.0.0\", \"paths\": {}}",
            " \n\t{\"openapi\":\"3.0.0\",\"paths\":{}}\n",
            "\u{feff}{\"openapi\": \"3.0.0\", \"paths\": {}}",
            "openapi: 3.0.0\npaths: {}\n",
            "---\nopenapi: \"3.0.0\"\npaths: {}\n...\n",
            "\u{feff}# A comment.\nopenapi: 3.0.0\r\npaths: {}\r\n",
        ] {
            assert_eq!(parse(text), Ok(expected.clone()), "{text:?}");
        }
    }

    #[test]
    fn reads_yaml_1_2() {
        let text = "
            enum: [no, NO, on, y, ~, 1_000, 2026-01-28, 0o17, 017, 3d, 1.5, 12:30, \"\", .5, true]
            200: {}
            default: {}
            off: {}
        ";
        let expected = json!({
            "enum": ["no", "NO", "on", "y", null, "1_000", "2026-01-28", 15, "017", "3d", 1.5, "12:30", "", 0.5, true],
            "200": {},
            "default": {},
            "off": {},
        });
        assert_eq!(parse(text), Ok(expected));
    }

    #[test]
    fn expands_aliases_and_merge_keys() {
        let text = "a: &a {b: 1}\nc: *a\nd:\n  <<: *a\n  e: 2\n";
        let expected = json!({ "a": { "b": 1 }, "c": { "b": 1 }, "d": { "b": 1, "e": 2 } });
        assert_eq!(parse(text), Ok(expected));
    }

    #[test]
    fn stops_an_alias_bomb() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for i in 1..12 {
            let aliases = vec![format!("*a{}", i - 1); 10].join(", ");
            text.push_str(&format!("a{i}: &a{i} [{aliases}]\n"));
        }
        let message = parse(&text).unwrap_err();
        assert!(message.contains("neither JSON nor valid YAML"), "{message}");
    }

    #[test]
    fn stops_at_a_depth() {
        for text in [
            "[".repeat(10_000),
            format!("{{\"a\":{}", "[".repeat(10_000)),
        ] {
            assert!(parse(&text).is_err());
        }
        let nested = |depth| format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(100)).is_ok());
        assert!(parse(&nested(200)).is_err());
    }

    #[test]
    fn reports_the_offset_of_an_error() {
        for (text, expected) in [
            ("{\"a\": 1,}", Some("}")),
            ("{\n  \"ä\": 1 \"b\": 2}", Some("\"b\": 2}")),
            ("\u{feff}{\"ä\": 1,\r\n]", Some("]")),
            ("ä: [1\nb: 2\n", Some(": 2\n")),
            ("a: 1\nb: {ü: *c}\n", Some("*c}\n")),
            ("{\"a\": ", Some(" ")),
            ("{\n \"ä\": {}, \"ä\" : 1}", Some("\"ä\" : 1}")),
            ("", None),
            ("- a", None),
        ] {
            let errors = super::parse(Input::Document, text).unwrap_err();
            let offset = errors.iter().next().unwrap().offset;
            assert_eq!(offset.map(|offset| &text[offset..]), expected, "{text:?}");
        }
    }

    #[test]
    fn reports_errors_with_line_and_column() {
        for (text, expected) in [
            ("", "expected JSON or YAML, found nothing: it is empty"),
            (
                "\u{feff} \n",
                "expected JSON or YAML, found nothing: it is empty",
            ),
            (
                "# only a comment\n",
                "expected an object at the top, found null",
            ),
            (
                "hello, world",
                "expected an object at the top, found a string",
            ),
            ("[1, 2]", "expected an object at the top, found an array"),
            ("12", "expected an object at the top, found a number"),
            ("true", "expected an object at the top, found a boolean"),
            (
                "{\"a\": 1,}",
                "expected JSON, since it starts with `{`: trailing comma at line 1 column 9",
            ),
            (
                "{\"a\": 1} x",
                "expected JSON, since it starts with `{`: trailing characters at line 1 column 10",
            ),
            (
                "a: [1\nb: 2\n",
                "neither JSON nor valid YAML: illegal placement of ':' indicator at line 2, column 2",
            ),
            (
                "a: 1\na: 2\n",
                "neither JSON nor valid YAML: duplicate mapping key `a` is not allowed here at line 2, column 1",
            ),
            (
                "a: 1\n---\nb: 2\n",
                "neither JSON nor valid YAML: only single YAML document expected but multiple found at line 3, column 1",
            ),
            (
                "a: *b\n",
                "neither JSON nor valid YAML: reference to unknown value at line 1, column 4",
            ),
            (
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "expected JSON, since it starts with `{`: duplicate key `b` at line 1 column 18",
            ),
            (
                "<html><body>not found</body></html>",
                "expected JSON or YAML, found HTML or XML: this is a web page\n  \
                 help: download the file itself, for example with the button \"Raw\" on GitHub",
            ),
            (
                "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n",
                "expected JSON or YAML, found a reference to a file: this is a Git LFS pointer\n  \
                 help: fetch the file itself with `git lfs pull`",
            ),
        ] {
            assert_eq!(
                parse(text),
                Err(format!("document#: {expected}")),
                "{text:?}"
            );
        }
    }
}
