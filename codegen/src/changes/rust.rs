//! The Rust types of the generated code, as far as a comparison needs them.

use super::change::Class;
use crate::emit;
use crate::ir::{ChoiceMember, EnumValue, Field, Item, Kind, Path, Role, Type};

/// The Rust counterpart of a part of a document.
#[derive(Clone, Copy)]
pub(super) enum RustType<'a> {
    /// Not known: the generator does not support this part of the document.
    Unknown,
    /// None: a constant, or a field of a page of a list.
    Hidden,
    /// A type of the model.
    Item(NamedType<'a>),
    /// The type of this field.
    Field(&'a Field),
    /// The type of a response, or of an alternative of a parameter.
    Type(&'a Type),
}

impl<'a> RustType<'a> {
    /// The type `named`, if it is known.
    pub(super) fn of(named: Option<NamedType<'a>>) -> Self {
        named.map_or(Self::Unknown, Self::Item)
    }

    /// The type, and whether a value is always present.
    pub(super) fn ty(self) -> Option<(&'a Type, bool)> {
        match self {
            Self::Field(field) => Some((&field.ty, field.required)),
            Self::Type(ty) => Some((ty, true)),
            Self::Unknown | Self::Hidden | Self::Item(..) => None,
        }
    }

    /// The structure of the type without the paths in it, and the paths.
    pub(super) fn split(self) -> Option<(Type, Vec<Path>)> {
        match self {
            Self::Item(named) => Some(split(&Type::Named(named.path().clone()))),
            other => Some(split(other.ty()?.0)),
        }
    }

    /// The effect on Rust code of a change with this class, if Rust has a type here.
    pub(super) fn class(self, class: Class) -> Class {
        match self {
            Self::Hidden => Class::Docs,
            _ => class,
        }
    }

    /// The type in the generated code.
    pub(super) fn text(self) -> Option<String> {
        let (ty, required) = self.ty()?;
        // No module has an empty name, so every type is written with its module.
        let text = emit::type_text(ty, "").replace("crate::", "");
        Some(match required {
            true => text,
            false => format!("Option<{text}>"),
        })
    }
}

/// A type of the model.
#[derive(Clone, Copy)]
pub(super) struct NamedType<'m> {
    pub(super) item: &'m Item,
    /// The kind of the type. For an alias, that of its target.
    pub(super) kind: &'m Kind,
}

impl<'m> NamedType<'m> {
    pub(super) fn path(self) -> &'m Path {
        &self.item.path
    }

    /// The path in code outside the crate, without the name of the crate.
    pub(super) fn text(self) -> String {
        path_text(self.path())
    }

    /// The field with this API name.
    pub(super) fn field(self, wire: &str) -> Option<&'m Field> {
        match self.kind {
            Kind::Object(object) => object.fields.iter().find(|field| field.wire == wire),
            _ => None,
        }
    }

    /// The API names of the required fields, in the order in which `new` takes them.
    pub(super) fn arguments(self) -> Vec<&'m str> {
        match self.kind {
            Kind::Object(object) if object.role != Role::Response => {
                let required = object.fields.iter().filter(|field| field.required);
                required.map(|field| field.wire.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The types of the alternatives that are not values of an enumeration, in the order of the document.
    pub(super) fn alternatives(self) -> Vec<&'m Type> {
        match self.kind {
            Kind::Choice(choice) => choice.iter().filter_map(ChoiceMember::ty).collect(),
            _ => Vec::new(),
        }
    }

    /// The values of an enumeration with their variants.
    pub(super) fn values(self) -> Vec<&'m EnumValue> {
        match self.kind {
            Kind::StringEnum(values) => values.iter().collect(),
            Kind::Choice(members) => members.iter().filter_map(ChoiceMember::value).collect(),
            _ => Vec::new(),
        }
    }

    /// The name of the variant for a value of an enumeration.
    pub(super) fn variant(self, value: &str) -> Option<&'m str> {
        let value = self.values().into_iter().find(|it| it.wire == value)?;
        Some(&value.name)
    }

    /// The name of the variant of a union for the type at `path`.
    pub(super) fn union_variant(self, path: &Path) -> Option<&'m str> {
        let Kind::Union(union) = self.kind else {
            return None;
        };
        let mut members = union.members.iter();
        let member = members.find(|member| member.ty.path() == Some(path))?;
        Some(&member.name)
    }
}

/// The structure of a type without the paths in it, and the paths.
fn split(ty: &Type) -> (Type, Vec<Path>) {
    let mut structure = ty.clone();
    let mut paths = Vec::new();
    structure.for_each_path_mut(&mut |path| {
        paths.push(path.clone());
        *path = Path {
            module: String::new(),
            name: String::new(),
            top_level: false,
        };
    });
    (structure, paths)
}

/// A path in code outside the crate, without the name of the crate.
pub(super) fn path_text(path: &Path) -> String {
    match path.top_level {
        true => path.name.clone(),
        false => format!("{}::{}", path.module, path.name),
    }
}
