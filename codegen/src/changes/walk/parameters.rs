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
use super::property::{Property, within};
use super::site::{Site, SitePair};

/// The parameters of an operation.
struct Parameters<'a> {
    properties: Vec<Property<'a>>,
    /// The location in the request of each of the properties.
    locations: Vec<&'a str>,
    /// The media type of the body.
    body: Option<&'a str>,
}

impl<'a> Walk<'a> {
    pub(super) fn parameters(
        &mut self,
        pair: &SitePair<'a>,
        old: &OperationRef<'a>,
        new: &OperationRef<'a>,
    ) {
        let was = parameters(self.old, &pair.old, old.path);
        let now = parameters(self.new, &pair.new, new.path);
        if let (Some(was), Some(now)) = (was.body, now.body)
            && was != now
        {
            let change = pair.changed(Subject::Body, Class::Docs, Class::Breaking);
            self.push(change.between(code(was), code(now)));
        }
        for (property, location) in now.properties.iter().zip(now.locations) {
            let mut others = was.properties.iter().zip(&was.locations);
            let same = others.find(|(other, _)| other.name == property.name);
            if let Some((_, &other)) = same
                && other != location
            {
                let mut change = pair.changed(Subject::Location, Class::Docs, Class::Breaking);
                change.pointer = property.at.clone();
                change.api = within(&pair.api, property.name);
                change.rust.clone_from(&property.site.label);
                self.push(change.between(other, location));
            }
        }
        let guesses = guess::path_parameters(old.path, new.path);
        self.properties(pair, was.properties, now.properties, guesses);
    }
}

fn parameters<'a>(side: &'a Side, operation: &Site<'a>, path: &str) -> Parameters<'a> {
    let mut parameters = Parameters {
        properties: Vec::new(),
        locations: Vec::new(),
        body: None,
    };
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
            parameters.properties.push(property);
            parameters.locations.push(text("in").unwrap_or("query"));
        }
    }
    parameters.body = body(side, operation, &mut parameters);
    parameters
}

/// Adds the parameters in the body, and returns its media type.
fn body<'a>(
    side: &'a Side,
    operation: &Site<'a>,
    parameters: &mut Parameters<'a>,
) -> Option<&'a str> {
    let (media, schema) = content(resolve(side, operation.schema.get("requestBody")?))?;
    let keys = ["requestBody", "content", media, "schema"];
    let properties = schema::properties(schema).filter(|all| !all.is_empty())?;
    let body = Site {
        schema,
        pointer: operation.pointer.keys(keys),
        ..operation.clone()
    };
    let properties = Property::all(side, &body, properties);
    parameters
        .locations
        .extend(properties.iter().map(|_| "body"));
    parameters.properties.extend(properties);
    Some(media)
}
