//! Limits, formats and marks: what Rust only says in its documentation.

use serde_json::Value;

use crate::changes::form;
use crate::changes::{Class, Subject};

use super::Walk;
use super::place::{Place, Way};

/// Limits that stop what is greater, and those that stop what is less.
const MOST: [&str; 4] = ["maxLength", "maximum", "maxItems", "maxProperties"];
const LEAST: [&str; 4] = ["minLength", "minimum", "minItems", "minProperties"];

/// Other keywords whose values are facts.
const OTHERS: [(&str, Subject); 7] = [
    ("exclusiveMaximum", Subject::Limit),
    ("exclusiveMinimum", Subject::Limit),
    ("multipleOf", Subject::Limit),
    ("uniqueItems", Subject::Limit),
    ("pattern", Subject::Format),
    ("format", Subject::Format),
    ("default", Subject::Default),
];

impl<'a> Walk<'a> {
    /// Compares what is said of the value that stands at a place.
    pub(super) fn facts(&mut self, place: &Place<'a>) {
        for keyword in MOST {
            self.fact(place, keyword, Subject::Limit, |was, now| {
                tighter(was, now, |was, now| now < was)
            });
        }
        for keyword in LEAST {
            self.fact(place, keyword, Subject::Limit, |was, now| {
                tighter(was, now, |was, now| now > was)
            });
        }
        for (keyword, subject) in OTHERS {
            self.fact(place, keyword, subject, |_, _| Class::Breaking);
        }
        self.deprecated(place);
    }

    fn fact(
        &mut self,
        place: &Place<'a>,
        keyword: &str,
        subject: Subject,
        class: impl Fn(Option<&Value>, Option<&Value>) -> Class,
    ) {
        let (was, now) = (place.old.schema.get(keyword), place.new.schema.get(keyword));
        if was == now {
            return;
        }
        // Those change what the type is, which has been said.
        let is_type = |format: Option<&Value>| {
            format.is_some_and(|format| format == "unix-time" || format == "binary")
        };
        if keyword == "format" && (is_type(was) || is_type(now)) {
            return;
        }
        let for_callers = match (place.way, subject) {
            (Way::Response, _) | (_, Subject::Default) => Class::Docs,
            _ => class(was, now),
        };
        let text = |value: Option<&Value>| match value {
            Some(value) => format!("`{keyword}` {value}"),
            None => format!("no `{keyword}`"),
        };
        let mut change = place.changed(subject, Class::Docs, for_callers);
        if now.is_some() {
            change.pointer = place.new.pointer.key(keyword);
        }
        self.push(change.between(text(was), text(now)));
    }

    pub(super) fn deprecated(&mut self, place: &Place<'a>) {
        const KEYWORD: &str = "deprecated";
        let is = |schema| form::is_true(schema, KEYWORD);
        let states = (is(place.old.schema), is(place.new.schema));
        if states.0 != states.1 {
            let word = |is| if is { "deprecated" } else { "not deprecated" };
            let change = place.changed(Subject::Deprecated, Class::Docs, Class::Docs);
            self.push(change.between(word(states.0), word(states.1)));
        }
    }
}

/// Whether a limit allows less than before.
fn tighter(
    was: Option<&Value>,
    now: Option<&Value>,
    is_tighter: impl Fn(f64, f64) -> bool,
) -> Class {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    let allows_less = match (number(was), number(now)) {
        (Some(was), Some(now)) => is_tighter(was, now),
        (None, now) => now.is_some(),
        (Some(_), None) => false,
    };
    match allows_less {
        true => Class::Breaking,
        false => Class::Additive,
    }
}
