//! A schema, parameter or operation in both documents.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject};
use crate::changes::rust::{NamedType, RustType};
use crate::changes::schema;
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
    pub(super) side: &'a Side,
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
    /// Two sites that are not inside of others, if both documents have them.
    pub(super) fn of(
        (old, new): (Option<Site<'a>>, Option<Site<'a>>),
        api: String,
        direction: Direction,
    ) -> Option<Self> {
        Some(Self {
            old: old?,
            new: new?,
            api,
            direction,
            depth: 0,
        })
    }

    /// A change here, with these effects on Rust code and on API callers.
    pub(super) fn change(
        &self,
        kind: ChangeKind,
        subject: Subject,
        classes: (Class, Class),
    ) -> Change {
        let (site, other) = kind.of(&self.old, &self.new);
        let label = site.label.clone().or_else(|| other.label.clone());
        let names = (site.pointer.clone(), self.api.clone(), label);
        Change::new(kind, subject, classes, names)
    }

    /// The subject is in another state here.
    pub(super) fn changed(&self, subject: Subject, for_rust: Class, for_callers: Class) -> Change {
        self.change(ChangeKind::Changed, subject, (for_rust, for_callers))
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
    /// Something with its type of the model, if that is known.
    pub(super) fn of(
        side: &'a Side,
        schema: &'a Value,
        pointer: Pointer,
        named: Option<NamedType<'a>>,
    ) -> Self {
        Self {
            side,
            schema,
            pointer,
            rust: RustType::of(named),
            label: named.map(NamedType::text),
        }
    }

    /// A component schema.
    pub(super) fn component(side: &'a Side, name: &str) -> Option<Self> {
        let (schema, named) = (side.component(name)?, side.component_type(name));
        Some(Self::of(side, schema, schema_pointer(name), named))
    }

    /// The component that a reference here leads to, which has the same Rust type.
    pub(super) fn target(&self, name: &str) -> Option<Self> {
        Some(Self {
            schema: self.side.component(name)?,
            pointer: schema_pointer(name),
            ..self.clone()
        })
    }

    /// A schema inside this one, at these keys, that has the same Rust type.
    pub(super) fn inner<'k>(
        &self,
        schema: &'a Value,
        keys: impl IntoIterator<Item = &'k str>,
    ) -> Self {
        Self {
            schema,
            pointer: self.pointer.keys(keys),
            ..self.clone()
        }
    }

    /// The type of the model that this became.
    pub(super) fn named(&self) -> Option<NamedType<'a>> {
        self.side.named(self.rust)
    }

    /// The schema in words.
    pub(super) fn describe(&self) -> String {
        schema::describe(self.schema, &|name| self.side.component(name), 0)
    }

    /// Whether the value of `keyword` is `true`.
    pub(super) fn is_true(&self, keyword: &str) -> bool {
        schema::is_true(self.schema, keyword)
    }
}
