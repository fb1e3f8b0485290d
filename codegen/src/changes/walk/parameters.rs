//! The parameters of operations, in the path, the query, the headers and the body.

use serde_json::Value;

use crate::changes::change::{Class, Subject, code};
use crate::changes::schema;
use crate::pointer::Pointer;

use super::Walk;
use super::guess;
use super::operation::content;
use super::property::Property;
use super::site::{Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn parameters(&mut self, pair: &SitePair<'a>, old_path: &'a str, new_path: &'a str) {
        let mut was = parameters(&pair.old, old_path);
        let mut now = parameters(&pair.new, new_path);
        let bodies = (body(&pair.old, &mut was), body(&pair.new, &mut now));
        if let (Some(was), Some(now)) = bodies
            && was != now
        {
            let change = pair.changed(Subject::Body, Class::Docs, Class::Breaking);
            self.push(change.between(code(was), code(now)));
        }
        let guesses = guess::path_parameters(old_path, new_path);
        self.properties(pair, was, now, guesses);
    }
}

/// The parameters of an operation that are not in the body. Its own replace those of the path.
fn parameters<'a>(operation: &Site<'a>, path: &str) -> Vec<Property<'a>> {
    let mut properties = Vec::new();
    let at_path = Pointer::root().keys(["paths", path]);
    let shared = operation.side.document.pointer(at_path.as_str());
    let shared = shared.map(|item| (item, at_path));
    let own = (operation.schema, operation.pointer.clone());
    for (holder, pointer) in shared.into_iter().chain([own]) {
        let list = holder.get("parameters").and_then(Value::as_array);
        for (index, parameter) in list.into_iter().flatten().enumerate() {
            let at = pointer.key("parameters").index(index);
            let parameter = operation.side.resolve(parameter);
            let text = |key| parameter.get(key).and_then(Value::as_str);
            let Some(name) = text("name") else { continue };
            let mut property = Property::of(operation, name, (parameter, at));
            property.required = schema::is_true(parameter, "required");
            if let Some(schema) = parameter.get("schema") {
                property.site.schema = schema;
                property.site.pointer = property.at.key("schema");
            }
            property.location = text("in").unwrap_or("query");
            properties.retain(|of_path: &Property<'_>| {
                (of_path.name, of_path.location) != (property.name, property.location)
            });
            properties.push(property);
        }
    }
    properties
}

/// Adds the parameters in the body, and returns its media type.
fn body<'a>(operation: &Site<'a>, parameters: &mut Vec<Property<'a>>) -> Option<&'a str> {
    let body = operation.schema.get("requestBody")?;
    let (media, schema) = content(operation.side.resolve(body))?;
    let properties = schema::properties(schema).filter(|all| !all.is_empty())?;
    let body = operation.inner(schema, ["requestBody", "content", media, "schema"]);
    parameters.extend(Property::all(&body, properties));
    Some(media)
}
