//! The parameters of operations, wherever in the request they are sent.

use serde_json::Value;

use crate::changes::change::code;
use crate::changes::form;
use crate::changes::select::Endpoint;
use crate::changes::{Action, Class, Subject};
use crate::pointer::Pointer;

use super::Walk;
use super::guess;
use super::object::Member;
use super::operation::{content, resolve};
use super::place::{Face, Place, Rust, Seen, Spot};

impl<'a> Walk<'a> {
    pub(super) fn parameters(&mut self, place: &Place<'a>, old: &Endpoint<'_>, new: &Endpoint<'_>) {
        let was = parameters(&self.old, &place.old, old);
        let now = parameters(&self.new, &place.new, new);
        if let (Some(was), Some(now)) = (was.body, now.body)
            && was != now
        {
            let change = place.changed(Subject::Body, Class::Docs, Class::Breaking);
            self.push(change.between(code(was), code(now)));
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
                self.push(change.between(*was, *now));
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
