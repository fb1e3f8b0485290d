//! Objects in the forms of an operation that have the same title and the same content: one type.

use std::collections::BTreeMap;

use openapiv3::Schema;

use crate::ir::Path;

/// The objects that have a type already, by module and title.
#[derive(Default)]
pub(super) struct Twins<'d>(BTreeMap<(String, &'d str), Vec<(&'d Schema, Path)>>);

impl<'d> Twins<'d> {
    /// The type in `module` of an object just like this.
    pub(super) fn find(&self, module: &str, schema: &'d Schema) -> Option<&Path> {
        let title = schema.schema_data.title.as_deref()?;
        let known = self.0.get(&(module.to_owned(), title))?;
        let twin = known.iter().find(|(other, _)| are_twins(other, schema));
        twin.map(|(_, path)| path)
    }

    /// Notes the type of an object.
    pub(super) fn add(&mut self, module: &str, schema: &'d Schema, path: &Path) {
        if let Some(title) = schema.schema_data.title.as_deref() {
            let known = self.0.entry((module.to_owned(), title)).or_default();
            known.push((schema, path.clone()));
        }
    }
}

/// Whether two schemas are the same but for their prose.
fn are_twins(a: &Schema, b: &Schema) -> bool {
    // Most of those that are not the same are not the same in prose alone.
    a == b || without_prose(a) == without_prose(b)
}

fn without_prose(schema: &Schema) -> serde_json::Value {
    let mut value = serde_json::to_value(schema).unwrap_or_default();
    remove_prose(&mut value);
    value
}

fn remove_prose(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(members) => {
            members.retain(|key, value| key != "description" || !value.is_string());
            members.values_mut().for_each(remove_prose);
        }
        serde_json::Value::Array(elements) => elements.iter_mut().for_each(remove_prose),
        _ => {}
    }
}
