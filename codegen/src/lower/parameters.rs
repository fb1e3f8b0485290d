//! Parameters to types of requests.

use openapiv3::ObjectType;

use crate::ir::{Field, Kind, Object, Role, Tag, Type};
use crate::pointer::Pointer;

use super::ty::{SchemaAt, Scope};
use super::{Lowering, docs};

/// The functions of every type of parameters: the constructor, the one without fields, and the table of fields.
pub(super) const FUNCTIONS: [&str; 3] = ["new", "default", "type_info"];

impl<'d> Lowering<'d> {
    /// The fields of a form, or of an object in a form.
    pub(super) fn parameters(
        &mut self,
        object: &'d ObjectType,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Vec<(Field, Pointer)> {
        let mut fields = Vec::new();
        for (wire, property) in &object.properties {
            let at = at.keys(["properties", wire]);
            let site = SchemaAt::field(property, &at, wire, scope);
            let field = self.field(site, object.required.contains(wire));
            fields.extend(self.note(field).map(|field| (field, at)));
        }
        fields
    }

    /// An object in a form.
    pub(super) fn parameter_object(
        &mut self,
        object: &'d ObjectType,
        site: SchemaAt<'_, 'd>,
    ) -> Type {
        let path = self.inner_path(site);
        let scope = Scope {
            prefix: path.prefix(),
            ..site.scope
        };
        let fields = self.parameters(object, scope, site.at);
        let kind = Kind::Object(Object {
            role: Role::Parameters,
            tag: Tag::default(),
            fields: self.named(fields, &FUNCTIONS),
        });
        let docs = docs::of_part(self.document, site, "value");
        self.add(path, docs, kind, site.at)
    }
}
