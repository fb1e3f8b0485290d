//! The parameters of operations, in the path, the query, the headers and the body.

use serde_json::Value;

use crate::changes::change::{Class, Subject, code};
use crate::changes::schema;
use crate::changes::select::OperationRef;
use crate::changes::side::Side;
use crate::pointer::Pointer;

use super::Walk;
use super::guess;
use super::operation::{content, resolve};
use super::property::Property;
use super::site::{Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn parameters(
        &mut self,
        pair: &SitePair<'a>,
        old: &OperationRef<'a>,
        new: &OperationRef<'a>,
    ) {
        let (mut was, mut now) = (
            parameters(self.old, &pair.old, old.path),
            parameters(self.new, &pair.new, new.path),
        );
        let bodies = (
            body(self.old, &pair.old, &mut was),
            body(self.new, &pair.new, &mut now),
        );
        if let (Some(was), Some(now)) = bodies
            && was != now
        {
            let change = pair.changed(Subject::Body, Class::Docs, Class::Breaking);
            self.push(change.between(code(was), code(now)));
        }
        let guesses = guess::path_parameters(old.path, new.path);
        self.properties(pair, was, now, guesses);
    }
}

/// The parameters of an operation that are not in the body. Its own replace those of the path.
fn parameters<'a>(side: &'a Side, operation: &Site<'a>, path: &str) -> Vec<Property<'a>> {
    let mut properties = Vec::new();
    let item = side.document.get("paths").and_then(|it| it.get(path));
    let shared = item.map(|item| (item, Pointer::root().keys(["paths", path])));
    let own = (operation.schema, operation.pointer.clone());
    for (holder, pointer) in shared.into_iter().chain([own]) {
        let list = holder.get("parameters").and_then(Value::as_array);
        for (index, parameter) in list.into_iter().flatten().enumerate() {
            let at = pointer.key("parameters").index(index);
            let parameter = resolve(side, parameter);
            let text = |key| parameter.get(key).and_then(Value::as_str);
            let Some(name) = text("name") else { continue };
            let required = schema::is_true(parameter, "required");
            let mut property = Property::of(side, operation, name, (parameter, at), required);
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
fn body<'a>(
    side: &'a Side,
    operation: &Site<'a>,
    parameters: &mut Vec<Property<'a>>,
) -> Option<&'a str> {
    let (media, schema) = content(resolve(side, operation.schema.get("requestBody")?))?;
    let keys = ["requestBody", "content", media, "schema"];
    let properties = schema::properties(schema).filter(|all| !all.is_empty())?;
    let body = Site {
        schema,
        pointer: operation.pointer.keys(keys),
        ..operation.clone()
    };
    parameters.extend(Property::all(side, &body, properties));
    Some(media)
}
