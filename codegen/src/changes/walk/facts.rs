//! Keywords that Rust has only in the documentation: limits, formats, defaults.

use std::cmp::Ordering;

use serde_json::Value;

use crate::changes::change::{Class, Subject};

use super::Walk;
use super::site::{Direction, SitePair};

/// The keywords. A limit that changes in the given direction allows less; any change of the others may break callers.
const KEYWORDS: [(&str, Subject, Option<Ordering>); 15] = [
    ("maxLength", Subject::Limit, Some(Ordering::Less)),
    ("maximum", Subject::Limit, Some(Ordering::Less)),
    ("maxItems", Subject::Limit, Some(Ordering::Less)),
    ("maxProperties", Subject::Limit, Some(Ordering::Less)),
    ("minLength", Subject::Limit, Some(Ordering::Greater)),
    ("minimum", Subject::Limit, Some(Ordering::Greater)),
    ("minItems", Subject::Limit, Some(Ordering::Greater)),
    ("minProperties", Subject::Limit, Some(Ordering::Greater)),
    ("exclusiveMaximum", Subject::Limit, None),
    ("exclusiveMinimum", Subject::Limit, None),
    ("multipleOf", Subject::Limit, None),
    ("uniqueItems", Subject::Limit, None),
    ("pattern", Subject::Format, None),
    ("format", Subject::Format, None),
    ("default", Subject::Default, None),
];

impl<'a> Walk<'a> {
    /// Compares the keywords of two schemas that restrict or describe the value.
    pub(super) fn facts(&mut self, pair: &SitePair<'a>) {
        for (keyword, subject, tighter) in KEYWORDS {
            let (was, now) = (pair.old.schema.get(keyword), pair.new.schema.get(keyword));
            if was == now || is_type(keyword, was) || is_type(keyword, now) {
                continue;
            }
            let for_callers = match (pair.direction, subject) {
                (Direction::Response, _) | (_, Subject::Default) => Class::Docs,
                _ if tighter.is_some_and(|tighter| !allows_less(was, now, tighter)) => {
                    Class::Additive
                }
                _ => Class::Breaking,
            };
            let text = |value: Option<&Value>| match value {
                Some(value) => format!("`{keyword}` {value}"),
                None => format!("no `{keyword}`"),
            };
            let mut change = pair.changed(subject, Class::Docs, for_callers);
            if now.is_some() {
                change.pointer = pair.new.pointer.key(keyword);
            }
            self.push(change.between(text(was), text(now)));
        }
        self.deprecated(pair);
    }
}

/// Whether a format determines the type, which is compared elsewhere.
fn is_type(keyword: &str, value: Option<&Value>) -> bool {
    let value = value.and_then(Value::as_str);
    keyword == "format" && matches!(value, Some("unix-time" | "binary"))
}

/// Whether a limit allows less than before: it is new, or changed in the direction `tighter`.
fn allows_less(was: Option<&Value>, now: Option<&Value>, tighter: Ordering) -> bool {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    match (number(was), number(now)) {
        (Some(was), Some(now)) => now.partial_cmp(&was) == Some(tighter),
        (None, now) => now.is_some(),
        (Some(_), None) => false,
    }
}
