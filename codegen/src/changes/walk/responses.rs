//! The responses of operations.

use serde_json::Value;

use crate::changes::change::{Change, Class, Subject, code};
use crate::changes::rust::RustType;
use crate::lower::rank_of_success;

use super::Walk;
use super::matching::matched;
use super::operation::content;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn responses(&mut self, pair: &SitePair<'a>) {
        let (old, new) = (responses(pair.old.schema), responses(pair.new.schema));
        let (was, now) = (success(pair.old.schema), success(pair.new.schema));
        let has = |all: &[Response<'a>], status: &str| all.iter().any(|(it, _)| *it == status);
        // The response for success is the same response, whatever its status.
        let is_moved = !has(&new, was) && !has(&old, now);
        let matches = matched(old, new, |(status, _)| match is_moved && *status == now {
            true => was,
            false => status,
        });
        for (kind, (status, _)) in matches.alone {
            let (operation, _) = kind.of(&pair.old, &pair.new);
            let classes = (Class::Docs, Class::of(kind));
            self.push(Change {
                pointer: operation.pointer.keys(["responses", status]),
                api: format!("{}: {status}", pair.api),
                rust: operation.label.clone(),
                ..pair.change(kind, Subject::Response, classes)
            });
        }
        for (old, new) in matches.both {
            self.response(pair, old, new);
        }
    }

    fn response(&mut self, pair: &SitePair<'a>, old: Response<'a>, new: Response<'a>) {
        let api = format!("{}: {}", pair.api, new.0);
        if old.0 != new.0 {
            // `2XX` allows any status of success.
            let for_callers = match old.0 {
                "2XX" => Class::Additive,
                _ => Class::Breaking,
            };
            let change = pair.changed(Subject::Response, Class::Docs, for_callers);
            self.push(Change {
                pointer: pair.new.pointer.keys(["responses", new.0]),
                api: api.clone(),
                ..change.between(code(old.0), code(new.0))
            });
        }
        if let (Some(a), Some(b)) = (site(&pair.old, old), site(&pair.new, new)) {
            let mut pair = pair.inner(a, b);
            (pair.api, pair.direction) = (api, Direction::Response);
            self.node(&pair);
        }
    }
}

/// The schema of a response.
fn site<'a>(operation: &Site<'a>, (status, response): Response<'a>) -> Option<Site<'a>> {
    let (media, schema) = content(operation.side.resolve(response))?;
    let request = operation.named().and_then(|it| it.kind.operation());
    let rust = match (status == success(operation.schema), request) {
        (true, Some(request)) => RustType::Type(&request.output),
        (true, None) => RustType::Unknown,
        (false, _) => RustType::Hidden,
    };
    let label = operation.label.as_ref();
    Some(Site {
        rust,
        label: label.map(|name| format!("{name}::Output")),
        ..operation.inner(schema, ["responses", status, "content", media, "schema"])
    })
}

/// A response of an operation with its status.
type Response<'a> = (&'a str, &'a Value);

/// The responses of an operation.
fn responses(operation: &Value) -> Vec<Response<'_>> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let responses = responses.into_iter().flatten();
    responses
        .map(|(status, it)| (status.as_str(), it))
        .collect()
}

/// The status of the response to a success.
fn success(operation: &Value) -> &str {
    let statuses = responses(operation).into_iter().map(|(status, _)| status);
    let ranked = statuses.filter_map(|status| Some((rank_of_success(status)?, status)));
    ranked.min_by_key(|it| it.0).map_or("2XX", |it| it.1)
}
