//! A field or a parameter in one document.

use serde_json::{Map, Value};

use crate::changes::rust::RustType;
use crate::changes::schema;
use crate::pointer::Pointer;

use super::site::Site;

/// A field or a parameter in one document.
#[derive(Clone)]
pub(super) struct Property<'a> {
    pub(super) name: &'a str,
    /// Its pointer. That of its schema differs for a parameter that is not in the body.
    pub(super) at: Pointer,
    pub(super) site: Site<'a>,
    /// The field, or why there is none.
    pub(super) field: RustType<'a>,
    pub(super) required: bool,
    pub(super) expandable: bool,
    /// The location of a parameter in the request: `path`, `query`, `header` or `body`.
    pub(super) location: &'a str,
}

impl<'a> Property<'a> {
    /// The optional property `name` of the Rust type of `object`.
    pub(super) fn of(
        object: &Site<'a>,
        name: &'a str,
        (schema, pointer): (&'a Value, Pointer),
    ) -> Self {
        let side = object.side;
        let (field, label) = side.field(object.rust, name, &pointer);
        Self {
            name,
            at: pointer.clone(),
            site: Site {
                side,
                schema,
                pointer,
                rust: field,
                label,
            },
            field,
            required: false,
            expandable: false,
            location: "body",
        }
    }

    /// The properties of an object.
    pub(super) fn all(object: &Site<'a>, properties: &'a Map<String, Value>) -> Vec<Self> {
        let required = schema::strings(object.schema, "required");
        let expandable = schema::strings(object.schema, "x-expandableFields");
        let properties = properties.iter().map(|(name, schema)| {
            let at = object.pointer.keys(["properties", name]);
            let mut property = Self::of(object, name, (schema, at));
            property.required = required.contains(&name.as_str());
            property.expandable = expandable.contains(&name.as_str());
            // A constant is never a field, whether or not the generator supports the schema.
            if matches!(property.field, RustType::Unknown) && schema::is_tag(name, schema) {
                property.field = RustType::Hidden;
                property.site.rust = RustType::Hidden;
            }
            property
        });
        properties.collect()
    }

    /// The same property in a page of a list. All pages have the same Rust type, except for that of the elements.
    pub(super) fn in_list(mut self, list: &Site<'a>) -> Self {
        self.field = RustType::Hidden;
        (self.site.rust, self.site.label) = match (self.name, list.rust) {
            // The Rust type of the list is known by that of the elements, which has been compared.
            ("data", RustType::Field(field)) => (RustType::Type(&field.ty), list.label.clone()),
            ("data", rust) => (rust, list.label.clone()),
            _ => (RustType::Hidden, None),
        };
        self
    }
}

/// The API name of a property of something.
pub(super) fn within(api: &str, name: &str) -> String {
    match api.contains(' ') && !api.contains(": ") {
        true => format!("{api}: {name}"),
        false => format!("{api}.{name}"),
    }
}
