//! A schema, parameter or operation in both documents.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject};
use crate::changes::rust::{NamedType, RustType};
use crate::changes::side::Side;
use crate::document::schema_pointer;
use crate::pointer::Pointer;

/// Who sends a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    /// The caller.
    Request,
    /// Stripe.
    Response,
}

/// A schema or an operation at a pointer of one document.
#[derive(Clone)]
pub(super) struct Site<'a> {
    pub(super) schema: &'a Value,
    pub(super) pointer: Pointer,
    pub(super) rust: RustType<'a>,
    /// The qualified Rust name of the operation, the field or the type.
    pub(super) label: Option<String>,
}

/// The sites in both documents that are compared with each other.
#[derive(Clone)]
pub(super) struct SitePair<'a> {
    pub(super) old: Site<'a>,
    pub(super) new: Site<'a>,
    /// The qualified API name.
    pub(super) api: String,
    pub(super) direction: Direction,
    /// The number of enclosing schemas, references followed.
    pub(super) depth: usize,
}

impl<'a> SitePair<'a> {
    /// The site in the document that has the subject of a change: the old one if it was removed.
    pub(super) fn site(&self, kind: ChangeKind) -> &Site<'a> {
        match kind {
            ChangeKind::Removed => &self.old,
            ChangeKind::Added | ChangeKind::Changed => &self.new,
        }
    }

    /// A change of the subject here.
    pub(super) fn changed(&self, subject: Subject, for_rust: Class, for_callers: Class) -> Change {
        let label = self.new.label.clone().or_else(|| self.old.label.clone());
        let (classes, pointer) = ((for_rust, for_callers), self.new.pointer.clone());
        Change::new(
            ChangeKind::Changed,
            subject,
            classes,
            (pointer, self.api.clone(), label),
        )
    }

    /// The pair of two schemas inside of these.
    pub(super) fn inner(&self, old: Site<'a>, new: Site<'a>) -> Self {
        Self {
            old,
            new,
            api: self.api.clone(),
            direction: self.direction,
            depth: self.depth + 1,
        }
    }
}

impl<'a> Site<'a> {
    /// A component schema.
    pub(super) fn component(name: &str, side: &'a Side) -> Option<Self> {
        let named = side.component_type(name);
        Some(Self {
            schema: side.component(name)?,
            pointer: schema_pointer(name),
            rust: RustType::of(named),
            label: named.map(NamedType::text),
        })
    }

    /// The component that a reference here leads to, which has the same Rust type.
    pub(super) fn target(&self, name: &str, side: &'a Side) -> Option<Self> {
        Some(Self {
            schema: side.component(name)?,
            pointer: schema_pointer(name),
            ..self.clone()
        })
    }

    /// A schema inside this one, at these keys separated by `/`, that has the same Rust type.
    pub(super) fn inner(&self, schema: &'a Value, keys: &str) -> Self {
        let keys = keys.split('/').filter(|key| !key.is_empty());
        Self {
            schema,
            pointer: self.pointer.keys(keys),
            ..self.clone()
        }
    }
}
