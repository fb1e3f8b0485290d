//! The methods of resources that make requests: `customer.update()` for `UpdateCustomer::new(&customer.id)`.

use std::collections::BTreeSet;

use crate::ir::{Field, Item, Kind, Module, Object, Path, Role, Type};
use crate::names::upper_camel;

/// The methods. The name of the operation consists of the names of the method and the resource.
const METHODS: [&str; 2] = ["delete", "update"];

/// Adds the methods for all operations that require the id of a resource, and nothing else.
pub(super) fn add(modules: &mut [Module]) {
    let items = modules.iter().flat_map(|module| &module.items);
    let resources = items.filter(|item| has_own_id(item));
    let resources: BTreeSet<_> = resources.map(|item| item.path.clone()).collect();
    for item in modules.iter_mut().flat_map(|module| &mut module.items) {
        if let Kind::Object(Object { role, fields, .. }) = &mut item.kind
            && let Role::Operation(operation) = role
        {
            operation.shortcut = shortcut(&item.path.name, fields, &resources);
        }
    }
}

/// Whether an object has an id that refers to its own type, and no fields that can be expanded with the name of a method.
fn has_own_id(item: &Item) -> bool {
    let Kind::Object(object) = &item.kind else {
        return false;
    };
    let id = Type::Id(Box::new(Type::Named(item.path.clone())));
    let mut fields = object.fields.iter();
    let mut expandable = item.expandable.iter();
    object.role == Role::Response
        && fields.any(|it| it.name == "id" && it.required && it.ty == id)
        && !expandable.any(|it| METHODS.contains(&it.name.as_str()))
}

fn shortcut(operation: &str, fields: &[Field], resources: &BTreeSet<Path>) -> Option<&'static str> {
    let mut required = fields.iter().filter(|field| field.required);
    let (Some(id), None) = (required.next(), required.next()) else {
        return None;
    };
    let Type::Id(resource) = &id.ty else {
        return None;
    };
    let path = resource.path()?;
    let mut methods = METHODS.into_iter();
    methods
        .find(|method| operation == format!("{}{}", upper_camel(method), path.name))
        .filter(|_| resources.contains(path))
}
