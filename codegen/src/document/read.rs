//! From a checked document to the types of `openapiv3`.
//!
//! Schemas are most of a document, and `openapiv3` copies each several times to find its form. So they are read here, by
//! their type, and `openapiv3` reads what is around them. They are read into memory of their own: what is moved out of a
//! document leaves holes that slow down everything after it.

use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, IntegerType, MediaType, NumberType,
    ObjectType, OpenAPI, Operation, Parameter, ParameterSchemaOrContent, ReferenceOr, Schema,
    SchemaData, SchemaKind, StringType, Type,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::context::{is_extension, is_method};

use super::check::entries;

/// Reads a document that passed the check. Its schemas are moved out of it.
pub(super) fn document(value: &mut Value) -> serde_json::Result<OpenAPI> {
    let components = value.pointer_mut("/components/schemas");
    let components = components.map(|them| std::mem::replace(them, json!({})));
    let mut taken = Vec::new();
    for (_, item) in value.get_mut("paths").into_iter().flat_map(entries) {
        for (_, operation) in entries(item).filter(|(key, _)| is_method(key)) {
            take(operation, &mut taken);
        }
    }
    let mut openapi = OpenAPI::deserialize(&*value)?;
    for item in openapi.paths.paths.values_mut() {
        if let ReferenceOr::Item(item) = item {
            let read = [
                &mut item.get,
                &mut item.post,
                &mut item.put,
                &mut item.patch,
            ];
            let read = read.into_iter().chain([&mut item.delete]).flatten();
            read.for_each(|operation| put_back(operation, &taken));
        }
    }
    if let (Some(Value::Object(schemas)), Some(to)) = (&components, &mut openapi.components) {
        let schemas = schemas.iter();
        to.schemas = schemas
            .map(|(name, it)| (name.clone(), schema(it)))
            .collect();
    }
    Ok(openapi)
}

/// Moves the schemas of an operation to `taken`. A reference to its index stays in the place of each.
fn take(operation: &mut Value, taken: &mut Vec<Value>) {
    let mut take = |holder: &mut Value| {
        if let Some(place) = holder.get_mut("schema") {
            let index = json!({ "$ref": taken.len().to_string() });
            taken.push(std::mem::replace(place, index));
        }
    };
    for (key, value) in entries(operation) {
        match (key.as_str(), value) {
            ("parameters", Value::Array(parameters)) => parameters.iter_mut().for_each(&mut take),
            ("requestBody", body) => contents(body).for_each(&mut take),
            ("responses", responses) => {
                let responses = entries(responses).flat_map(|(_, it)| contents(it));
                responses.for_each(&mut take);
            }
            _ => {}
        }
    }
}

fn contents(holder: &mut Value) -> impl Iterator<Item = &mut Value> {
    let contents = holder.get_mut("content").into_iter().flat_map(entries);
    contents.map(|(_, content)| content)
}

/// Reads the schemas of an operation from `taken`.
fn put_back(operation: &mut Operation, taken: &[Value]) {
    let put_back = |place: &mut ReferenceOr<Schema>| {
        if let ReferenceOr::Reference { reference } = place
            && let Ok(index) = reference.parse::<usize>()
            && let Some(value) = taken.get(index)
        {
            *place = schema(value);
        }
    };
    for parameter in &mut operation.parameters {
        if let ReferenceOr::Item(
            Parameter::Query { parameter_data, .. }
            | Parameter::Header { parameter_data, .. }
            | Parameter::Path { parameter_data, .. }
            | Parameter::Cookie { parameter_data, .. },
        ) = parameter
            && let ParameterSchemaOrContent::Schema(schema) = &mut parameter_data.format
        {
            put_back(schema);
        }
    }
    let body = operation.request_body.iter_mut().filter_map(item);
    let responses = &mut operation.responses;
    let responses = responses
        .responses
        .values_mut()
        .chain(&mut responses.default);
    let contents = responses.filter_map(item).map(|it| &mut it.content);
    let contents = body.map(|it| &mut it.content).chain(contents);
    let media_types = contents.flat_map(|it| it.values_mut());
    media_types
        .filter_map(|it: &mut MediaType| it.schema.as_mut())
        .for_each(put_back);
}

fn item<T>(it: &mut ReferenceOr<T>) -> Option<&mut T> {
    match it {
        ReferenceOr::Item(it) => Some(it),
        ReferenceOr::Reference { .. } => None,
    }
}

fn schema(value: &Value) -> ReferenceOr<Schema> {
    let keywords = Keywords(value);
    match keywords.get("$ref") {
        Some(reference) => ReferenceOr::Reference { reference },
        None => ReferenceOr::Item(Schema {
            schema_data: keywords.data(),
            schema_kind: keywords.kind(),
        }),
    }
}

fn boxed(value: &Value) -> ReferenceOr<Box<Schema>> {
    match schema(value) {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::boxed_item(schema),
    }
}

/// The keywords of a schema of any form.
const DATA: &[&str] = &[
    "type",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "externalDocs",
    "example",
    "title",
    "description",
    "default",
];

/// The keywords of a schema, each of which has a value of its kind.
#[derive(Clone, Copy)]
struct Keywords<'v>(&'v Value);

impl<'v> Keywords<'v> {
    fn get<T: Deserialize<'v>>(self, keyword: &str) -> Option<T> {
        T::deserialize(self.0.get(keyword)?).ok()
    }

    fn schemas(self, keyword: &str) -> Vec<ReferenceOr<Schema>> {
        let schemas = self.0.get(keyword).and_then(Value::as_array);
        schemas.into_iter().flatten().map(schema).collect()
    }

    /// What a schema of any form has.
    fn data(self) -> SchemaData {
        let extensions = members(self.0).filter(|(key, _)| is_extension(key));
        SchemaData {
            nullable: self.get("nullable").unwrap_or_default(),
            read_only: self.get("readOnly").unwrap_or_default(),
            write_only: self.get("writeOnly").unwrap_or_default(),
            deprecated: self.get("deprecated").unwrap_or_default(),
            external_docs: self.get("externalDocs"),
            example: self.get("example"),
            title: self.get("title"),
            description: self.get("description"),
            discriminator: None,
            default: self.get("default"),
            extensions: extensions
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        }
    }

    /// The form of the schema; [`SchemaKind::Any`] if the keywords do not go together.
    fn kind(self) -> SchemaKind {
        // The check lets a schema pass that has exactly one of these.
        let form = match self.get("type") {
            Some(ty) => ty,
            None if self.0.get("anyOf").is_some() => "anyOf",
            None => "oneOf",
        };
        let known: &[&str] = match form {
            "string" => &["enum", "format", "maxLength", "minLength", "pattern"],
            "boolean" => &["enum"],
            "integer" | "number" => &["enum", "format", "maximum", "minimum"],
            "object" => &["additionalProperties", "properties", "required"],
            "array" => &["items", "maxItems", "minItems", "uniqueItems"],
            alternatives => &[alternatives],
        };
        let is_known = |key: &str| known.contains(&key) || DATA.contains(&key) || is_extension(key);
        if !members(self.0).all(|(key, _)| is_known(key)) {
            return SchemaKind::Any(AnySchema::default());
        }
        match form {
            "anyOf" => SchemaKind::AnyOf {
                any_of: self.schemas(form),
            },
            "oneOf" => SchemaKind::OneOf {
                one_of: self.schemas(form),
            },
            ty => SchemaKind::Type(self.of_type(ty)),
        }
    }

    fn of_type(self, ty: &str) -> Type {
        match ty {
            "string" => Type::String(StringType {
                format: self.get::<String>("format").into(),
                pattern: self.get("pattern"),
                enumeration: self.get("enum").unwrap_or_default(),
                min_length: self.get("minLength"),
                max_length: self.get("maxLength"),
            }),
            "boolean" => Type::Boolean(BooleanType {
                enumeration: self.get("enum").unwrap_or_default(),
            }),
            "integer" => Type::Integer(IntegerType {
                format: self.get::<String>("format").into(),
                minimum: self.get("minimum"),
                maximum: self.get("maximum"),
                enumeration: self.get("enum").unwrap_or_default(),
                ..IntegerType::default()
            }),
            "number" => Type::Number(NumberType {
                format: self.get::<String>("format").into(),
                minimum: self.get("minimum"),
                maximum: self.get("maximum"),
                enumeration: self.get("enum").unwrap_or_default(),
                ..NumberType::default()
            }),
            "array" => Type::Array(ArrayType {
                items: self.0.get("items").map(boxed),
                min_items: self.get("minItems"),
                max_items: self.get("maxItems"),
                unique_items: self.get("uniqueItems").unwrap_or_default(),
            }),
            _ => Type::Object(self.object()),
        }
    }

    fn object(self) -> ObjectType {
        let properties = self.0.get("properties").into_iter().flat_map(members);
        ObjectType {
            properties: properties
                .map(|(name, it)| (name.clone(), boxed(it)))
                .collect(),
            required: self.get("required").unwrap_or_default(),
            additional_properties: self.0.get("additionalProperties").map(|it| match it {
                Value::Bool(any) => AdditionalProperties::Any(*any),
                it => AdditionalProperties::Schema(Box::new(schema(it))),
            }),
            ..ObjectType::default()
        }
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use openapiv3::OpenAPI;
    use serde::Deserialize;
    use serde_json::{Value, json};

    use crate::stack;

    /// Compares with what `openapiv3` reads by itself.
    #[track_caller]
    fn reads_the_same(mut document: Value) {
        stack::deep(|| {
            crate::document::check::document(&mut document).unwrap();
            let expected = OpenAPI::deserialize(&document).unwrap();
            assert_eq!(super::document(&mut document).unwrap(), expected);
        });
    }

    #[test]
    fn reads_every_keyword() {
        let thing = json!({ "$ref": "#/components/schemas/thing" });
        let data = json!({
            "type": "object", "properties": { "a": thing }, "required": ["a"], "additionalProperties": false,
            "nullable": true, "readOnly": true, "writeOnly": true, "deprecated": true, "title": "Thing",
            "description": "A thing.", "default": { "a": {} }, "example": {}, "externalDocs": { "url": "u" }, "x-a": 1, "x-b": {},
        });
        let schemas = json!({
            "thing": data,
            "text": { "type": "string", "format": "date", "enum": ["a", null], "maxLength": 2, "minLength": 1, "pattern": "a" },
            "unknown_format": { "type": "string", "format": "thing" },
            "flag": { "type": "boolean", "enum": [true] },
            "integer": { "type": "integer", "format": "int64", "maximum": 2, "minimum": 1, "enum": [1, null] },
            "number": { "type": "number", "format": "double", "maximum": 2.5, "minimum": 1, "enum": [1.5] },
            "list": { "type": "array", "items": thing, "maxItems": 2, "minItems": 1, "uniqueItems": true },
            "map": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } },
            "any": { "type": "object" },
            "one": { "oneOf": [thing, { "type": "string" }] },
            "either": { "anyOf": [{ "anyOf": [thing] }] },
        });
        let content = |schema: &Value| json!({ "application/json": { "schema": schema, "x-a": 1 }, "text/plain": {} });
        let parameters = json!([
            { "name": "a", "in": "query", "style": "deepObject", "schema": data },
            { "name": "b", "in": "path", "required": true, "schema": thing },
            { "name": "c", "in": "header", "schema": { "type": "string" } },
            { "name": "d", "in": "cookie", "content": content(&data) },
        ]);
        let operation = json!({
            "operationId": "A", "parameters": parameters, "requestBody": { "content": content(&data) },
            "responses": {
                "200": { "description": "", "content": content(&data), "headers": { "a": { "schema": data } } },
                "default": { "description": "", "content": content(&thing) },
            },
        });
        let methods = ["get", "post", "put", "patch", "delete"];
        let item: Value = methods
            .map(|it| (it.to_owned(), operation.clone()))
            .into_iter()
            .collect();
        reads_the_same(json!({
            "openapi": "3.0.0", "info": { "title": "T", "version": "1" }, "paths": { "/a": item },
            "components": { "schemas": schemas },
        }));
    }

    #[test]
    fn reads_the_document_of_the_crate() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.json");
        reads_the_same(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    }
}
