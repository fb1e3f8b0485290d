//! Operations.

use serde_json::Value;

use crate::changes::change::code;
use crate::changes::select::{Endpoint, Pair};
use crate::changes::surface::Named;
use crate::changes::{Action, Change, Class, Subject};

use super::Walk;
use super::place::{Face, Place, Rust, Spot, Way};

impl<'a> Walk<'a> {
    /// Compares an operation.
    pub(super) fn operation(&mut self, pair: &Pair<'_>) {
        match pair {
            (Some(old), Some(new)) => self.operations(old, new),
            (Some(old), None) => self.operation_alone(old, Action::Removed),
            (None, Some(new)) => self.operation_alone(new, Action::Added),
            (None, None) => {}
        }
    }

    fn operation_alone(&mut self, endpoint: &Endpoint<'_>, action: Action) {
        let (face, class) = (self.face(action), Class::of(action));
        let found = face
            .surface
            .as_ref()
            .and_then(|it| it.request(&endpoint.key));
        self.push(Change {
            action,
            subject: Subject::Operation,
            pointer: endpoint.pointer(),
            api: endpoint.title(),
            rust: found.map(Named::text),
            was: None,
            now: None,
            for_rust: class,
            for_callers: class,
            guess: None,
        });
    }

    fn operations(&mut self, old: &Endpoint<'_>, new: &Endpoint<'_>) {
        let (Some(a), Some(b)) = (spot(&self.old, old), spot(&self.new, new)) else {
            return;
        };
        let place = Place {
            old: a,
            new: b,
            api: new.title(),
            way: Way::Request,
            depth: 0,
        };
        if old.key != new.key {
            let change = place.changed(Subject::Operation, Class::Docs, Class::Breaking);
            self.push(Change {
                guess: Some("it has the same operationId".to_owned()),
                ..change.between(code(old.title()), code(new.title()))
            });
        }
        if let (Some(was), Some(now)) = (&place.old.label, &place.new.label)
            && was != now
        {
            let change = place.changed(Subject::Name, Class::Breaking, Class::Docs);
            self.push(change.between(code(was), code(now)));
        }
        self.deprecated(&place);
        self.parameters(&place, old, new);
        self.order(&place);
        self.responses(&place);
    }
}

/// An operation of one document, with its request in Rust.
fn spot<'a>(face: &Face<'a>, endpoint: &Endpoint<'_>) -> Option<Spot<'a>> {
    let paths = face.side.document.get("paths")?;
    let schema = paths.get(endpoint.path)?.get(endpoint.method)?;
    let found = face
        .surface
        .as_ref()
        .and_then(|it| it.request(&endpoint.key));
    let (rust, label) = match found {
        Some(named) => (Rust::Item(named), Some(named.text())),
        None => (Rust::Unknown, None),
    };
    Some(Spot {
        schema,
        pointer: endpoint.pointer(),
        rust,
        label,
    })
}

/// What a reference to a component of any kind leads to.
pub(super) fn resolve<'a>(face: &Face<'a>, value: &'a Value) -> &'a Value {
    let reference = value.get("$ref").and_then(Value::as_str);
    reference
        .and_then(|reference| face.side.document.pointer(reference.strip_prefix('#')?))
        .unwrap_or(value)
}

/// The schema of a body: that of JSON or a form, or else the first.
pub(super) fn content(holder: &Value) -> Option<(&str, &Value)> {
    let content = holder.get("content")?.as_object()?;
    let known = ["application/json", "application/x-www-form-urlencoded"];
    let known = known.iter().find_map(|media| content.get_key_value(*media));
    let (media, content) = known.or_else(|| content.iter().next())?;
    Some((media, content.get("schema")?))
}
