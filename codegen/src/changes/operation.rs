//! Operations: their parameters, and what Stripe answers.

use serde_json::Value;

use crate::pointer::Pointer;

use super::change::{Action, Change, Class, Subject};
use super::form;
use super::guess;
use super::object::Member;
use super::place::{Face, Place, Rust, Seen, Spot, Way};
use super::select::{Endpoint, Pair};
use super::surface::{self, Named};
use super::walk::Walk;

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
        let (face, class) = match action {
            Action::Removed => (&self.old, Class::Breaking),
            Action::Added | Action::Changed => (&self.new, Class::Additive),
        };
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
            self.push(Change {
                was: Some(format!("`{}`", old.title())),
                now: Some(format!("`{}`", new.title())),
                guess: Some("it has the same operationId".to_owned()),
                ..place.changed(Subject::Operation, Class::Docs, Class::Breaking)
            });
        }
        if let (Some(was), Some(now)) = (&place.old.label, &place.new.label)
            && was != now
        {
            self.push(Change {
                was: Some(format!("`{was}`")),
                now: Some(format!("`{now}`")),
                ..place.changed(Subject::Name, Class::Breaking, Class::Docs)
            });
        }
        self.deprecated(&place);
        self.parameters(&place, old, new);
        self.order(&place);
        self.responses(&place);
    }

    fn parameters(&mut self, place: &Place<'a>, old: &Endpoint<'_>, new: &Endpoint<'_>) {
        let was = parameters(&self.old, &place.old, old);
        let now = parameters(&self.new, &place.new, new);
        if let (Some(was), Some(now)) = (was.body, now.body)
            && was != now
        {
            self.push(Change {
                was: Some(format!("`{was}`")),
                now: Some(format!("`{now}`")),
                ..place.changed(Subject::Body, Class::Docs, Class::Breaking)
            });
        }
        for (member, was) in &was.members {
            let same = now
                .members
                .iter()
                .find(|(other, _)| other.name == member.name);
            if let Some((other, now)) = same
                && was != now
            {
                let mut change = place.changed(Subject::Place, Class::Docs, Class::Breaking);
                change.pointer = other.at.clone();
                change.api = super::object::within(&place.api, other.name);
                change.rust.clone_from(&other.spot.label);
                (change.was, change.now) = (Some((*was).to_owned()), Some((*now).to_owned()));
                self.push(change);
            }
        }
        let first = self.changes.len();
        let members = |all: Vec<(Member<'a>, &str)>| -> Vec<_> {
            all.into_iter().map(|(member, _)| member).collect()
        };
        self.members_of_object(place, members(was.members), &members(now.members));
        self.guess_in_path(old, new, first);
    }

    /// Says of parameters in the path that came and went that they may be the same. The changes start at `first`.
    fn guess_in_path(&mut self, old: &Endpoint<'_>, new: &Endpoint<'_>, first: usize) {
        let guesses = guess::in_path(old.path, new.path);
        for change in self.changes.iter_mut().skip(first) {
            let name = change.api.rsplit(": ").next().unwrap_or_default();
            let guess = match change.action {
                Action::Removed => guesses.iter().find(|it| it.old == name),
                Action::Added => guesses.iter().find(|it| it.new == name),
                Action::Changed => None,
            };
            if let (Some(guess), Subject::Parameter) = (guess, change.subject) {
                change.guess = Some(match change.action {
                    Action::Removed => guess.became(guess.new),
                    Action::Added | Action::Changed => guess.was(),
                });
            }
        }
    }

    fn responses(&mut self, place: &Place<'a>) {
        let responses = |spot: &Spot<'a>| {
            let responses = spot.schema.get("responses").and_then(Value::as_object);
            responses
                .into_iter()
                .flatten()
                .map(|(status, response)| (status.as_str(), response))
        };
        let old: Vec<_> = responses(&place.old).collect();
        let new: Vec<_> = responses(&place.new).collect();
        let is_in = |status: &str, all: &[(&str, &Value)]| all.iter().any(|(it, _)| *it == status);
        for (status, _) in old.iter().filter(|(status, _)| !is_in(status, &new)) {
            self.response_alone(place, Action::Removed, status);
        }
        for (status, response) in new {
            match old.iter().find(|(it, _)| *it == status) {
                Some((_, before)) => self.response(place, status, (before, response)),
                None => self.response_alone(place, Action::Added, status),
            }
        }
    }

    fn response_alone(&mut self, place: &Place<'a>, action: Action, status: &str) {
        let (spot, for_callers) = match action {
            Action::Removed => (&place.old, Class::Breaking),
            Action::Added | Action::Changed => (&place.new, Class::Additive),
        };
        let change = Change {
            action,
            pointer: spot.pointer.keys(["responses", status]),
            api: format!("{}: {status}", place.api),
            ..place.changed(Subject::Response, Class::Docs, for_callers)
        };
        self.push(change);
    }

    fn response(&mut self, place: &Place<'a>, status: &str, pair: (&'a Value, &'a Value)) {
        let at = |face: &Face<'a>, spot: &Spot<'a>, response: &'a Value| {
            let response = resolve(face, response);
            let (media, schema) = content(response)?;
            let output = face
                .item(spot.rust)
                .and_then(|named| surface::operation(named.kind));
            let rust = match (is_success(spot.schema, status), output) {
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
        if let (Some(old), Some(new)) = (
            at(&self.old, &place.old, pair.0),
            at(&self.new, &place.new, pair.1),
        ) {
            self.node(&Place {
                old,
                new,
                api: format!("{}: {status}", place.api),
                way: Way::Response,
                depth: 1,
            });
        }
    }
}

/// Whether what an operation answers to `status` is its output: 200, or any success where there is no such.
fn is_success(operation: &Value, status: &str) -> bool {
    let has_200 = operation.pointer("/responses/200").is_some();
    status == if has_200 { "200" } else { "2XX" }
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

/// The parameters of an operation, each with the place in the request that it goes to.
struct Parameters<'a> {
    members: Vec<(Member<'a>, &'a str)>,
    /// The media type of the body.
    body: Option<&'a str>,
}

fn parameters<'a>(
    face: &Face<'a>,
    operation: &Spot<'a>,
    endpoint: &Endpoint<'_>,
) -> Parameters<'a> {
    let mut members = Vec::new();
    let item = face
        .side
        .document
        .get("paths")
        .and_then(|paths| paths.get(endpoint.path));
    let path_pointer = Pointer::root().keys(["paths", endpoint.path]);
    let shared = item.map(|item| (item, path_pointer));
    let own = (operation.schema, operation.pointer.clone());
    for (holder, pointer) in shared.into_iter().chain([own]) {
        let list = holder.get("parameters").and_then(Value::as_array);
        for (index, parameter) in list.into_iter().flatten().enumerate() {
            let at = pointer.key("parameters").index(index);
            let parameter = resolve(face, parameter);
            let text = |key| parameter.get(key).and_then(Value::as_str);
            let Some(name) = text("name") else { continue };
            let required = form::is_true(parameter, "required");
            let mut member = member(face, operation, name, (parameter, at), required);
            if let Some(schema) = parameter.get("schema") {
                member.spot.schema = schema;
                member.spot.pointer = member.at.key("schema");
            }
            members.push((member, text("in").unwrap_or("query")));
        }
    }
    let body = body(face, operation, &mut members);
    Parameters { members, body }
}

/// Adds the parameters in the body to `members`, and says of what media type it is.
fn body<'a>(
    face: &Face<'a>,
    operation: &Spot<'a>,
    members: &mut Vec<(Member<'a>, &'a str)>,
) -> Option<&'a str> {
    let (media, schema) = content(resolve(face, operation.schema.get("requestBody")?))?;
    let keys = ["requestBody", "content", media, "schema", "properties"];
    let pointer = operation.pointer.keys(keys);
    let properties = form::properties(schema).filter(|all| !all.is_empty())?;
    let required = form::texts(schema, "required");
    for (name, schema) in properties {
        let is_required = required.contains(&name.as_str());
        let place = (schema, pointer.key(name));
        members.push((member(face, operation, name, place, is_required), "body"));
    }
    Some(media)
}

fn member<'a>(
    face: &Face<'a>,
    operation: &Spot<'a>,
    name: &'a str,
    (schema, pointer): (&'a Value, Pointer),
    required: bool,
) -> Member<'a> {
    let (seen, label) = face.field(operation.rust, name, &pointer);
    let rust = seen.rust();
    Member {
        name,
        at: pointer.clone(),
        seen: match operation.rust {
            Rust::Unknown => Seen::Unknown,
            _ => seen,
        },
        spot: Spot {
            schema,
            pointer,
            rust,
            label,
        },
        required,
    }
}

/// What a reference to a component of any kind leads to.
fn resolve<'a>(face: &Face<'a>, value: &'a Value) -> &'a Value {
    let reference = value.get("$ref").and_then(Value::as_str);
    reference
        .and_then(|reference| face.side.document.pointer(reference.strip_prefix('#')?))
        .unwrap_or(value)
}

/// The schema of a body: that of JSON or a form, or else the first.
fn content(holder: &Value) -> Option<(&str, &Value)> {
    let content = holder.get("content")?.as_object()?;
    let known = ["application/json", "application/x-www-form-urlencoded"];
    let known = known.iter().find_map(|media| content.get_key_value(*media));
    let (media, content) = known.or_else(|| content.iter().next())?;
    Some((media, content.get("schema")?))
}
