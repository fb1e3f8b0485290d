//! Operations.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::{NamedType, RustType};
use crate::changes::select::{OperationPair, OperationRef};
use crate::changes::side::Side;

use super::Walk;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn operation(&mut self, pair: &OperationPair<'a>) {
        match pair {
            (Some(old), Some(new)) => self.operations(old, new),
            (Some(old), None) => self.operation_alone(old, ChangeKind::Removed),
            (None, Some(new)) => self.operation_alone(new, ChangeKind::Added),
            (None, None) => {}
        }
    }

    fn operation_alone(&mut self, operation: &OperationRef<'_>, kind: ChangeKind) {
        let (side, class) = (self.side(kind), Class::of(kind));
        let (classes, pointer) = ((class, class), operation.pointer());
        let (api, rust) = (
            operation.title(),
            side.indexed(&operation.key).map(NamedType::text),
        );
        self.push(Change::new(
            kind,
            Subject::Operation,
            classes,
            (pointer, api, rust),
        ));
    }

    fn operations(&mut self, old: &OperationRef<'a>, new: &OperationRef<'a>) {
        let (Some(a), Some(b)) = (site(self.old, old), site(self.new, new)) else {
            return;
        };
        let pair = SitePair {
            old: a,
            new: b,
            api: new.title(),
            direction: Direction::Request,
            depth: 0,
        };
        if old.key != new.key {
            let change = pair.changed(Subject::Operation, Class::Docs, Class::Breaking);
            self.push(Change {
                guess: Some("moved (same operationId)".to_owned()),
                ..change.between(code(old.title()), code(new.title()))
            });
        }
        if let (Some(was), Some(now)) = (&pair.old.label, &pair.new.label)
            && was != now
        {
            let change = pair.changed(Subject::Name, Class::Breaking, Class::Docs);
            self.push(change.between(code(was), code(now)));
        }
        self.deprecated(&pair);
        self.parameters(&pair, old, new);
        self.order(&pair);
        self.responses(&pair);
    }
}

/// An operation of one document with its request type.
fn site<'a>(side: &'a Side, operation: &OperationRef<'_>) -> Option<Site<'a>> {
    let paths = side.document.get("paths")?;
    let named = side.indexed(&operation.key);
    Some(Site {
        schema: paths.get(operation.path)?.get(operation.method)?,
        pointer: operation.pointer(),
        rust: RustType::of(named),
        label: named.map(NamedType::text),
    })
}

/// The target of a reference to a component of any kind.
pub(super) fn resolve<'a>(side: &'a Side, value: &'a Value) -> &'a Value {
    let reference = value.get("$ref").and_then(Value::as_str);
    reference
        .and_then(|reference| side.document.pointer(reference.strip_prefix('#')?))
        .unwrap_or(value)
}

/// The media type and the schema of a body: JSON or a form if possible, otherwise the first one.
pub(super) fn content(holder: &Value) -> Option<(&str, &Value)> {
    let content = holder.get("content")?.as_object()?;
    let known = ["application/json", "application/x-www-form-urlencoded"];
    let known = known.iter().find_map(|media| content.get_key_value(*media));
    let (media, content) = known.or_else(|| content.iter().next())?;
    Some((media, content.get("schema")?))
}
