//! What a Rust user sees of a document: the types of its model, found by what they are made from.

use std::collections::HashMap;

use crate::emit;
use crate::ir::{
    ChoiceMember, Field, Item, Kind, Method, Model, Object, Operation, Path, Role, Type,
};

use super::select::key;

/// The model of a document, with an index of it.
pub(super) struct Surface<'m> {
    model: &'m Model,
    items: HashMap<(&'m str, &'m str), Named<'m>>,
    operations: HashMap<String, Named<'m>>,
}

/// A type of the model, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Named<'m> {
    module: &'m str,
    item: &'m Item,
    /// What it is; of another name of a type, what that is.
    pub(super) kind: &'m Kind,
}

impl Named<'_> {
    pub(super) fn path(self) -> Path {
        self.item.path(self.module)
    }

    /// The path as code outside of the crate writes it, without the name of the crate.
    pub(super) fn text(self) -> String {
        path_text(&self.path())
    }
}

impl<'m> Surface<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut surface = Self {
            model,
            items: HashMap::new(),
            operations: HashMap::new(),
        };
        for module in &model.modules {
            for item in &module.items {
                let (module, kind) = (module.name.as_str(), &item.kind);
                let named = Named { module, item, kind };
                surface.items.insert((module, &item.name), named);
                if let Some(operation) = operation(kind) {
                    let key = key(method(operation.method), &operation.path);
                    surface.operations.insert(key, named);
                }
            }
        }
        surface
    }

    /// The request of the operation with this key.
    pub(super) fn request(&self, key: &str) -> Option<Named<'m>> {
        self.operations.get(key).copied()
    }

    /// The type of a component schema.
    pub(super) fn component(&self, name: &str) -> Option<Named<'m>> {
        self.item(self.model.components.get(name)?)
    }

    pub(super) fn item(&self, path: &Path) -> Option<Named<'m>> {
        let key = (path.module.as_str(), path.name.as_str());
        let named = self.items.get(&key).copied()?;
        match named.kind {
            Kind::Alias(Type::Named(of)) => Some(Named {
                kind: self.item(of)?.kind,
                ..named
            }),
            _ => Some(named),
        }
    }
}

/// The key of a path item that holds operations of a method.
const fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Delete => "delete",
    }
}

/// What goes over the wire for a type that is the request of an operation.
pub(super) fn operation(kind: &Kind) -> Option<&Operation> {
    match kind {
        Kind::Object(Object {
            role: Role::Operation(operation),
            ..
        }) => Some(operation),
        _ => None,
    }
}

/// The field of a type that has the name `wire` in the API.
pub(super) fn field<'k>(kind: &'k Kind, wire: &str) -> Option<&'k Field> {
    match kind {
        Kind::Object(object) => object.fields.iter().find(|field| field.wire == wire),
        _ => None,
    }
}

/// The names in the API of the fields that are required, in the order in which `new` takes them.
pub(super) fn arguments(kind: &Kind) -> Vec<&str> {
    match kind {
        Kind::Object(object) if object.role != Role::Response => {
            let required = object.fields.iter().filter(|field| field.required);
            required.map(|field| field.wire.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// The variant of a type for a value: of an enumeration, or among values of several kinds.
pub(super) fn variant<'k>(kind: &'k Kind, value: &str) -> Option<&'k str> {
    match kind {
        Kind::StringEnum(listed) => {
            let mut values = listed.values.iter();
            let found = values.find(|listed| listed.wire == value)?;
            Some(&found.name)
        }
        Kind::Choice(choice) => choice.members.iter().find_map(|member| match member {
            ChoiceMember::Value(listed) if listed.wire == value => Some(listed.name.as_str()),
            _ => None,
        }),
        Kind::Object(_) | Kind::Union(_) | Kind::Alias(_) => None,
    }
}

/// Whether a type has a variant of that name for a value.
pub(super) fn has_variant(kind: &Kind, name: &str) -> bool {
    match kind {
        Kind::StringEnum(listed) => listed.values.iter().any(|it| it.name == name),
        Kind::Choice(choice) => choice.members.iter().any(|it| it.name() == name),
        Kind::Object(_) | Kind::Union(_) | Kind::Alias(_) => false,
    }
}

/// What a type is made of but for where the types of the model are; and where those are.
pub(super) fn apart(ty: &Type) -> (Type, Vec<Path>) {
    let mut skeleton = ty.clone();
    let mut paths = Vec::new();
    skeleton.for_each_path_mut(&mut |path| {
        paths.push(path.clone());
        *path = Path {
            module: String::new(),
            name: String::new(),
            top_level: false,
        };
    });
    (skeleton, paths)
}

/// A path as code outside of the crate writes it, without the name of the crate.
pub(super) fn path_text(path: &Path) -> String {
    match path.top_level {
        true => path.name.clone(),
        false => format!("{}::{}", path.module, path.name),
    }
}

/// The type of a field as it stands in the generated code.
pub(super) fn type_text(ty: &Type, required: bool) -> String {
    // No module is called so: every type of the crate is written with its place.
    let text = emit::type_text(ty, "").replace("crate::", "");
    match required {
        true => text,
        false => format!("Option<{text}>"),
    }
}
