//! The check of the whole document: every keyword is known and has the right kind of value, every reference names a component.
//!
//! `openapiv3` ignores unknown keywords and cannot report the place of an error. So this check walks the tree first: what
//! the generator does not understand is an error with a place, and never ignored.

use serde_json::{Map, Value};

use crate::context::{is_extension, is_method};
use crate::error::{Error, Errors};
use crate::pointer::Pointer;
use crate::{references, version};

use super::inline;

/// Checks the whole document, and adds what may be left out: the `description` of a response, which the importer drops
/// and `openapiv3` requires, and the `additionalProperties` of an object without `properties`.
pub(super) fn document(value: &mut Value) -> Result<(), Errors> {
    let root = Pointer::root();
    version::check(value)?;
    inline::inline(value);
    let mut check = Check { errors: Vec::new() };
    check.member(value, &root, "info", |check, info, at| {
        check.string(info, "title", at);
        check.string(info, "version", at);
    });
    check.member(value, &root, "paths", Check::paths);
    if value.get("components").is_some() {
        check.member(value, &root, "components", |check, components, at| {
            if components.get("schemas").is_some() {
                check.member(components, at, "schemas", |check, schemas, at| {
                    check.components(schemas, at);
                });
            }
        });
    }
    if check.errors.is_empty() {
        check.errors = references::check(value);
    }
    Errors::or(check.errors, ())
}

pub(super) struct Check {
    pub(super) errors: Vec<Error>,
}

impl Check {
    /// Reports that something else was found than expected.
    pub(super) fn unexpected(&mut self, at: &Pointer, expected: &str, found: Option<&Value>) {
        let found = found.map_or_else(|| "nothing".to_owned(), describe);
        let problem = format!("expected {expected}, found {found}");
        self.errors.push(Error::document(at, problem));
    }

    pub(super) fn string(&mut self, holder: &Value, key: &str, at: &Pointer) {
        let found = holder.get(key);
        if !found.is_some_and(Value::is_string) {
            self.unexpected(&at.key(key), "a string", found);
        }
    }

    /// Runs `check` on the member `key` of `value`, which must be an object.
    fn member(
        &mut self,
        value: &mut Value,
        at: &Pointer,
        key: &str,
        check: impl FnOnce(&mut Self, &mut Value, &Pointer),
    ) {
        let at = at.key(key);
        match value.get_mut(key) {
            Some(member) if member.is_object() => check(self, member, &at),
            other => self.unexpected(&at, "an object", other.as_deref()),
        }
    }

    fn paths(&mut self, paths: &mut Value, at: &Pointer) {
        for (path, item) in entries(paths).filter(|(path, _)| !is_extension(path)) {
            let at = at.key(path);
            if !path.starts_with('/') {
                let problem = format!("expected a path that begins with `/`, found `{path}`");
                self.errors.push(Error::document(&at, problem));
            }
            if !item.is_object() {
                self.unexpected(&at, "an object", Some(item));
            }
            for (key, value) in entries(item) {
                let at = at.key(key);
                match key.as_str() {
                    "get" | "post" | "put" | "patch" | "delete" => self.operation(value, &at),
                    method if is_method(method) => self.unsupported(method, value, &at),
                    "parameters" => self.parameters(value, &at),
                    "summary" | "description" | "servers" => {}
                    extension if is_extension(extension) => {}
                    other => self.not_understood(other, &at),
                }
            }
        }
    }

    /// An operation of a method that no request is made with.
    fn unsupported(&mut self, method: &str, operation: &Value, at: &Pointer) {
        let found = method.to_ascii_uppercase();
        let id = operation.get("operationId").and_then(Value::as_str);
        let problem = format!(
            "expected an operation of `GET`, `POST`, `PUT`, `PATCH` or `DELETE`, found `{found}`"
        );
        self.errors.push(Error::document(at, problem).help(format!(
            "leave `{}` out of the operations that are generated",
            id.unwrap_or("it")
        )));
    }

    /// The component schemas, none of which is a reference to another.
    fn components(&mut self, schemas: &mut Value, at: &Pointer) {
        for (name, schema) in entries(schemas) {
            let at = at.key(name);
            if is_reference(schema) {
                let problem = "expected a schema, found a reference to another";
                self.errors.push(Error::document(&at, problem));
            }
            self.schema(schema, &at, 0);
        }
    }

    pub(super) fn not_understood(&mut self, keyword: &str, at: &Pointer) {
        let problem = format!("the keyword `{keyword}` is not understood");
        self.errors.push(Error::document(at, problem));
    }

    fn operation(&mut self, operation: &mut Value, at: &Pointer) {
        if let Some(parameters) = operation.get_mut("parameters") {
            self.parameters(parameters, &at.key("parameters"));
        }
        if let Some(body) = operation.get_mut("requestBody") {
            let at = at.key("requestBody");
            let content = body.get("content");
            if !content.is_some_and(Value::is_object) && !is_reference(body) {
                self.unexpected(&at.key("content"), "an object", content);
            }
            self.content(body, &at);
        }
        self.member(operation, at, "responses", |check, responses, at| {
            for (status, response) in entries(responses) {
                let at = at.key(status);
                match response.as_object_mut() {
                    Some(response) => {
                        response.entry("description").or_insert_with(|| "".into());
                    }
                    None => check.unexpected(&at, "a response", Some(response)),
                }
                check.content(response, &at);
            }
        });
    }

    fn parameters(&mut self, parameters: &mut Value, at: &Pointer) {
        if !parameters.is_array() {
            self.unexpected(at, "an array of parameters", Some(parameters));
        }
        let parameters = parameters.as_array_mut().into_iter().flatten();
        for (index, parameter) in parameters.enumerate() {
            let at = at.index(index);
            if is_reference(parameter) {
                continue;
            }
            self.parameter(parameter, &at);
            if let Some(schema) = parameter.get_mut("schema") {
                self.schema(schema, &at.key("schema"), 0);
            }
        }
    }

    /// The keywords of a parameter beside its schema.
    fn parameter(&mut self, parameter: &Value, at: &Pointer) {
        self.string(parameter, "name", at);
        let styles: &[&str] = match parameter.get("in").and_then(Value::as_str) {
            Some("query") => &["form", "deepObject"],
            Some("path") => &["simple"],
            Some("header") => &["simple"],
            Some("cookie") => &["form"],
            _ => {
                match parameter.get("in") {
                    Some(Value::String(other)) => {
                        let problem = format!(
                            "expected `query`, `path`, `header` or `cookie`, found `{other}`"
                        );
                        self.errors.push(Error::document(&at.key("in"), problem));
                    }
                    _ => self.string(parameter, "in", at),
                }
                return;
            }
        };
        let style = parameter.get("style");
        if style.is_some_and(|it| it.as_str().is_none_or(|it| !styles.contains(&it))) {
            let expected = format!("`{}`", styles.join("` or `"));
            self.unexpected(&at.key("style"), &expected, style);
        }
        for flag in [
            "required",
            "deprecated",
            "explode",
            "allowReserved",
            "allowEmptyValue",
        ] {
            let found = parameter.get(flag);
            if found.is_some_and(|it| !it.is_boolean()) {
                self.unexpected(&at.key(flag), "true or false", found);
            }
        }
        if parameter
            .get("schema")
            .or(parameter.get("content"))
            .is_none()
        {
            self.unexpected(&at.key("schema"), "a schema", None);
        }
    }

    fn content(&mut self, holder: &mut Value, at: &Pointer) {
        let at = at.key("content");
        for (media_type, content) in holder.get_mut("content").into_iter().flat_map(entries) {
            if let Some(schema) = content.get_mut("schema") {
                self.schema(schema, &at.keys([media_type.as_str(), "schema"]), 0);
            }
        }
    }
}

fn is_reference(value: &Value) -> bool {
    value.get("$ref").is_some_and(Value::is_string)
}

pub(super) fn entries(value: &mut Value) -> impl Iterator<Item = (&String, &mut Value)> {
    value.as_object_mut().into_iter().flat_map(Map::iter_mut)
}

/// A description of `value`, for a message.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        Value::String(value) if value.len() <= 40 => format!("`{value}`"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
