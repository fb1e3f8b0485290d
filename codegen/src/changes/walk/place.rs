//! A place in two documents at once, and what Rust sees there.

use serde_json::Value;

use crate::changes::side::Side;
use crate::changes::surface::{self, Named, Surface};
use crate::changes::{Action, Change, Class, Subject};
use crate::document::schema_pointer;
use crate::ir::{Field, Path, Type};
use crate::pointer::Pointer;

/// A document with an index of its model.
pub(super) struct Face<'a> {
    pub(super) side: &'a Side,
    pub(super) surface: Option<Surface<'a>>,
}

/// Who sends what stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Way {
    /// The caller.
    Request,
    /// Stripe.
    Response,
}

/// The same place in both documents.
#[derive(Clone)]
pub(super) struct Place<'a> {
    pub(super) old: Spot<'a>,
    pub(super) new: Spot<'a>,
    /// The name in the API of what stands there.
    pub(super) api: String,
    pub(super) way: Way,
    /// How many schemas are around it, references followed.
    pub(super) depth: usize,
}

/// A schema in one document.
#[derive(Clone)]
pub(super) struct Spot<'a> {
    pub(super) schema: &'a Value,
    pub(super) pointer: Pointer,
    pub(super) rust: Rust<'a>,
    /// The name in Rust of what stands there.
    pub(super) label: Option<String>,
}

/// What Rust has for a schema.
#[derive(Clone, Copy)]
pub(super) enum Rust<'a> {
    /// It is not known: the generator does not understand the document.
    Unknown,
    /// Nothing: a constant, the inside of a list.
    Hidden,
    /// A type of the model.
    Item(Named<'a>),
    /// The type of this field.
    Field(&'a Field),
    /// The type of an answer, or of a value of several kinds.
    Type(&'a Type),
}

impl<'a> Place<'a> {
    /// Where it stands in the document that has it: the old one if it was removed.
    pub(super) fn spot(&self, action: Action) -> &Spot<'a> {
        match action {
            Action::Removed => &self.old,
            Action::Added | Action::Changed => &self.new,
        }
    }

    /// A change of what stands there.
    pub(super) fn changed(&self, subject: Subject, for_rust: Class, for_callers: Class) -> Change {
        Change {
            action: Action::Changed,
            subject,
            pointer: self.new.pointer.clone(),
            api: self.api.clone(),
            rust: self.new.label.clone().or_else(|| self.old.label.clone()),
            was: None,
            now: None,
            for_rust,
            for_callers,
            guess: None,
        }
    }
}

impl<'a> Spot<'a> {
    /// The component that stands here by its name, and is of the same type.
    pub(super) fn target(&self, name: &str, face: &Face<'a>) -> Option<Self> {
        Some(Self {
            schema: face.side.component(name)?,
            pointer: schema_pointer(name),
            ..self.clone()
        })
    }

    /// A schema inside this one, at `keys` with `/` between them, that is of the same type.
    pub(super) fn inner(&self, schema: &'a Value, keys: &str) -> Self {
        let keys = keys.split('/').filter(|key| !key.is_empty());
        Self {
            schema,
            pointer: self.pointer.keys(keys),
            ..self.clone()
        }
    }
}

impl<'a> Rust<'a> {
    /// The type, with whether it is always there.
    pub(super) fn ty(self) -> Option<(&'a Type, bool)> {
        match self {
            Self::Field(field) => Some((&field.ty, field.required)),
            Self::Type(ty) => Some((ty, true)),
            Self::Unknown | Self::Hidden | Self::Item(..) => None,
        }
    }
}

/// What Rust has for a property or a parameter.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    Unknown,
    Hidden,
    Field(&'a Field),
}

impl<'a> Seen<'a> {
    pub(super) fn rust(self) -> Rust<'a> {
        match self {
            Self::Unknown => Rust::Unknown,
            Self::Hidden => Rust::Hidden,
            Self::Field(field) => Rust::Field(field),
        }
    }

    /// The type as it stands in the generated code.
    pub(super) fn text(self) -> Option<String> {
        match self {
            Self::Field(field) => Some(surface::type_text(&field.ty, field.required)),
            Self::Unknown | Self::Hidden => None,
        }
    }
}

impl<'a> Face<'a> {
    pub(super) fn of(side: &'a Side) -> Self {
        Self {
            side,
            surface: side.model.as_ref().map(Surface::of),
        }
    }

    /// The type of the model that a schema became.
    pub(super) fn item(&self, rust: Rust<'a>) -> Option<Named<'a>> {
        if let Rust::Item(named) = rust {
            return Some(named);
        }
        let (_, paths) = surface::apart(rust.ty()?.0);
        match paths.as_slice() {
            [path] => self.surface.as_ref()?.item(path),
            _ => None,
        }
    }

    /// What Rust has for the property `wire` of an object, which stands at `at`, and what that is called.
    pub(super) fn field(
        &self,
        object: Rust<'a>,
        wire: &str,
        at: &Pointer,
    ) -> (Seen<'a>, Option<String>) {
        if self.side.left_out.contains(at) {
            return (Seen::Unknown, None);
        }
        if matches!(object, Rust::Hidden) {
            return (Seen::Hidden, None);
        }
        let Some(named) = self.item(object) else {
            return (Seen::Unknown, None);
        };
        match surface::field(named.kind, wire) {
            Some(field) => {
                let label = format!("{}::{}", named.text(), field.name);
                (Seen::Field(field), Some(label))
            }
            None => (Seen::Hidden, None),
        }
    }

    /// The type of a component schema.
    pub(super) fn component(&self, name: &str) -> Rust<'a> {
        let surface = self.surface.as_ref();
        let is_known = |_: &&Surface<'a>| !self.side.left_out.contains(&schema_pointer(name));
        let surface = surface.filter(is_known);
        let found = surface.and_then(|surface| surface.component(name));
        found.map_or(Rust::Unknown, Rust::Item)
    }

    /// Whether there is a type at a path.
    pub(super) fn has(&self, path: &Path) -> bool {
        let surface = self.surface.as_ref();
        surface.is_some_and(|surface| surface.item(path).is_some())
    }
}
