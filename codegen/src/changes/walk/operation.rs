//! Operations.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::NamedType;
use crate::changes::select::{OperationPair, key};
use crate::changes::side::Side;
use crate::import::OperationRef;

use super::Walk;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn operation(&mut self, pair: OperationPair<'a>) {
        match pair {
            (Some(old), Some(new)) => self.operations(old, new),
            (Some(old), None) => self.operation_alone(old, ChangeKind::Removed),
            (None, Some(new)) => self.operation_alone(new, ChangeKind::Added),
            (None, None) => {}
        }
    }

    fn operation_alone(&mut self, operation: OperationRef<'_>, kind: ChangeKind) {
        let class = Class::of(kind);
        let rust = kind
            .of(self.old, self.new)
            .0
            .request(operation)
            .map(NamedType::text);
        let names = (operation.pointer(), operation.title(), rust);
        self.push(Change::new(kind, Subject::Operation, (class, class), names));
    }

    fn operations(&mut self, old: OperationRef<'a>, new: OperationRef<'a>) {
        let sites = (site(self.old, old), site(self.new, new));
        let Some(pair) = SitePair::of(sites, new.title(), Direction::Request) else {
            return;
        };
        if key(old.method, old.path) != key(new.method, new.path) {
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
        self.parameters(&pair, old.path, new.path);
        self.order(&pair);
        self.responses(&pair);
    }
}

/// An operation of one document with its request type.
fn site<'a>(side: &'a Side, operation: OperationRef<'_>) -> Option<Site<'a>> {
    let pointer = operation.pointer();
    let schema = side.document.pointer(pointer.as_str())?;
    Some(Site::of(side, schema, pointer, side.request(operation)))
}

/// The media type and the schema of a body: JSON or a form if possible, otherwise the first one.
pub(super) fn content(holder: &Value) -> Option<(&str, &Value)> {
    let content = holder.get("content")?.as_object()?;
    let known = ["application/json", "application/x-www-form-urlencoded"];
    let known = known.iter().find_map(|media| content.get_key_value(*media));
    let (media, content) = known.or_else(|| content.iter().next())?;
    Some((media, content.get("schema")?))
}
