//! What operations answer.

use serde_json::Value;

use crate::changes::change::code;
use crate::changes::surface;
use crate::changes::{Action, Change, Class, Subject};

use super::Walk;
use super::operation::{content, resolve};
use super::place::{Face, Place, Rust, Spot, Way};

impl<'a> Walk<'a> {
    pub(super) fn responses(&mut self, place: &Place<'a>) {
        let (old, new) = (responses(place.old.schema), responses(place.new.schema));
        let success = (success(place.old.schema), success(place.new.schema));
        let is_in = |status: &str, all: &[Answer<'a>]| all.iter().any(|(it, _)| *it == status);
        // What an operation answers if all goes well is the same answer, under whichever status.
        let has_moved = !is_in(success.0, &new) && !is_in(success.1, &old);
        let before = |status| match has_moved && status == success.1 {
            true => success.0,
            false => status,
        };
        let is_gone = |status: &str| new.iter().all(|(it, _)| before(it) != status);
        for (status, _) in old.iter().filter(|(status, _)| is_gone(status)) {
            self.response_alone(place, Action::Removed, status);
        }
        for &(status, response) in &new {
            match old.iter().find(|(it, _)| *it == before(status)) {
                Some(&was) => {
                    self.status(place, was.0, status);
                    self.response(place, was, (status, response));
                }
                None => self.response_alone(place, Action::Added, status),
            }
        }
    }

    /// Notes that an answer has another status.
    fn status(&mut self, place: &Place<'a>, was: &str, now: &str) {
        if was == now {
            return;
        }
        // Of all statuses of success, any may come.
        let for_callers = match now {
            "2XX" => Class::Breaking,
            _ => Class::Additive,
        };
        let mut change = place.changed(Subject::Response, Class::Docs, for_callers);
        change.pointer = place.new.pointer.keys(["responses", now]);
        change.api = format!("{}: {now}", place.api);
        self.push(change.between(code(was), code(now)));
    }

    fn response_alone(&mut self, place: &Place<'a>, action: Action, status: &str) {
        let (spot, for_callers) = (place.spot(action), Class::of(action));
        let change = Change {
            action,
            pointer: spot.pointer.keys(["responses", status]),
            api: format!("{}: {status}", place.api),
            ..place.changed(Subject::Response, Class::Docs, for_callers)
        };
        self.push(change);
    }

    fn response(&mut self, place: &Place<'a>, old: Answer<'a>, new: Answer<'a>) {
        let at = |face: &Face<'a>, spot: &Spot<'a>, (status, response): Answer<'a>| {
            let response = resolve(face, response);
            let (media, schema) = content(response)?;
            let output = face
                .item(spot.rust)
                .and_then(|named| surface::operation(named.kind));
            let rust = match (status == success(spot.schema), output) {
                (true, Some(operation)) => Rust::Type(&operation.output),
                (true, None) => Rust::Unknown,
                (false, _) => Rust::Hidden,
            };
            let keys = ["responses", status, "content", media, "schema"];
            Some(Spot {
                schema,
                pointer: spot.pointer.keys(keys),
                rust,
                label: spot.label.as_ref().map(|name| format!("{name}::Output")),
            })
        };
        let api = format!("{}: {}", place.api, new.0);
        if let (Some(old), Some(new)) = (
            at(&self.old, &place.old, old),
            at(&self.new, &place.new, new),
        ) {
            self.node(&Place {
                old,
                new,
                api,
                way: Way::Response,
                depth: 1,
            });
        }
    }
}

/// An answer of an operation: its status, and what stands there.
type Answer<'a> = (&'a str, &'a Value);

/// The answers of an operation.
fn responses(operation: &Value) -> Vec<Answer<'_>> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let responses = responses.into_iter().flatten();
    responses
        .map(|(status, response)| (status.as_str(), response))
        .collect()
}

/// The status with which the output of an operation comes: 200, or any success where there is no such.
fn success(operation: &Value) -> &'static str {
    match operation.pointer("/responses/200") {
        Some(_) => "200",
        None => "2XX",
    }
}
