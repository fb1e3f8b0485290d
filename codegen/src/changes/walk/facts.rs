//! Keywords that Rust has only in the documentation: limits, formats, defaults, `deprecated`.

use serde_json::Value;

use crate::changes::change::{Class, Subject};
use crate::changes::schema;

use super::Walk;
use super::site::{Direction, SitePair};

/// Upper limits.
const MOST: [&str; 4] = ["maxLength", "maximum", "maxItems", "maxProperties"];
/// Lower limits.
const LEAST: [&str; 4] = ["minLength", "minimum", "minItems", "minProperties"];

/// Other keywords, each change of which may break callers.
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
    /// Compares the keywords of two schemas that restrict or describe the value.
    pub(super) fn facts(&mut self, pair: &SitePair<'a>) {
        for keyword in MOST {
            self.fact(pair, keyword, Subject::Limit, |was, now| {
                tighter(was, now, |was, now| now < was)
            });
        }
        for keyword in LEAST {
            self.fact(pair, keyword, Subject::Limit, |was, now| {
                tighter(was, now, |was, now| now > was)
            });
        }
        for (keyword, subject) in OTHERS {
            self.fact(pair, keyword, subject, |_, _| Class::Breaking);
        }
        self.deprecated(pair);
    }

    fn fact(
        &mut self,
        pair: &SitePair<'a>,
        keyword: &str,
        subject: Subject,
        class: impl Fn(Option<&Value>, Option<&Value>) -> Class,
    ) {
        let (was, now) = (pair.old.schema.get(keyword), pair.new.schema.get(keyword));
        if was == now {
            return;
        }
        // These formats determine the type, which has been compared.
        let is_type = |format: Option<&Value>| {
            format.is_some_and(|format| format == "unix-time" || format == "binary")
        };
        if keyword == "format" && (is_type(was) || is_type(now)) {
            return;
        }
        let for_callers = match (pair.direction, subject) {
            (Direction::Response, _) | (_, Subject::Default) => Class::Docs,
            _ => class(was, now),
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

    pub(super) fn deprecated(&mut self, pair: &SitePair<'a>) {
        const KEYWORD: &str = "deprecated";
        let is = |schema| schema::is_true(schema, KEYWORD);
        let states = (is(pair.old.schema), is(pair.new.schema));
        if states.0 != states.1 {
            let word = |is| if is { "deprecated" } else { "not deprecated" };
            let change = pair.changed(Subject::Deprecated, Class::Docs, Class::Docs);
            self.push(change.between(word(states.0), word(states.1)));
        }
    }
}

/// Breaking if a limit allows less than before.
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
