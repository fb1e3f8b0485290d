//! Operations to requests: a struct with all parameters, wherever in the request they go.

use openapiv3::{Operation, Parameter, ParameterSchemaOrContent, ReferenceOr, SchemaKind};

use crate::document::Endpoint;
use crate::error::Error;
use crate::ir::{Docs, Field, Item, Kind, Method, Object, Role, Type};
use crate::names::{Names, singular, snake, upper_camel};
use crate::pointer::Pointer;

use super::Lowering;
use super::docs;
use super::parameters::CONSTRUCTOR;
use super::reach::json_schema;
use super::response::Scope;
use super::shape::Node;

const FORM: &str = "application/x-www-form-urlencoded";

/// The functions that every operation has.
const METHODS: &[&str] = &[
    CONSTRUCTOR,
    "customize",
    "decode_response",
    "http_request",
    "send",
    "send_blocking",
];

impl<'d> Lowering<'d> {
    /// Makes the request of an operation, and the types of its parameters.
    pub(super) fn operation(&mut self, endpoint: &Endpoint<'d>) {
        let at = &endpoint.pointer;
        let lowered = name(endpoint).and_then(|name| self.request(endpoint, &name));
        let Some(item) = self.note(lowered) else {
            return;
        };
        self.items.add(&snake(&item.name), item, at);
    }

    fn request(&mut self, endpoint: &Endpoint<'d>, name: &str) -> Result<Item, Error> {
        let module = snake(name);
        let scope = Scope {
            module: &module,
            prefix: "",
            field: "",
            on_demand: false,
        };
        let mut names = Names::without(METHODS);
        let mut fields = Vec::new();
        for (field, at) in self.path_and_query(endpoint, scope) {
            let claimed = names.claim(&field.name, &at);
            self.note(claimed);
            fields.push(field);
        }
        for (field, at) in self.body(endpoint, scope)? {
            let claimed = names.claim(&field.name, &at);
            self.note(claimed);
            fields.push(field);
        }
        let operation = crate::ir::Operation {
            method: endpoint.method,
            path: endpoint.path.to_owned(),
            output: self.output(endpoint, scope)?,
        };
        Ok(Item {
            name: name.to_owned(),
            docs: operation_docs(endpoint.operation, endpoint),
            top_level: true,
            kind: Kind::Object(Object {
                role: Role::Operation(operation),
                tag: None,
                deleted: false,
                fields,
            }),
        })
    }

    fn path_and_query(
        &mut self,
        endpoint: &Endpoint<'d>,
        scope: Scope<'_>,
    ) -> Vec<(Field, Pointer)> {
        self.check_path(endpoint);
        let mut fields = Vec::new();
        for (index, parameter) in endpoint.operation.parameters.iter().enumerate() {
            let at = endpoint.pointer.key("parameters").index(index);
            let field = self.parameter(parameter, scope, &at);
            fields.extend(self.note(field).map(|field| (field, at)));
        }
        fields
    }

    /// Every name in braces is that of a parameter which is always there, or no request could be made.
    fn check_path(&mut self, endpoint: &Endpoint<'d>) {
        let given = |name: &str| {
            let mut parameters = endpoint.operation.parameters.iter();
            parameters.any(|parameter| match parameter.as_item() {
                Some(Parameter::Path { parameter_data, .. }) => {
                    parameter_data.name == name && parameter_data.required
                }
                _ => false,
            })
        };
        for part in endpoint.path.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            if !given(name) {
                self.errors.push(Error::document(
                    &endpoint.pointer,
                    format!("expected a required parameter `{name}` in the path, found none"),
                ));
            }
        }
    }

    fn parameter(
        &mut self,
        parameter: &'d ReferenceOr<Parameter>,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Field, Error> {
        let Some(Parameter::Path { parameter_data, .. } | Parameter::Query { parameter_data, .. }) =
            parameter.as_item()
        else {
            return Err(Error::document(
                at,
                "expected a parameter in the path or the query",
            ));
        };
        let ParameterSchemaOrContent::Schema(schema) = &parameter_data.format else {
            return Err(Error::document(at, "expected a parameter with a schema"));
        };
        let node = Node::from(schema);
        let wire = &parameter_data.name;
        let mut docs = docs::of_node(node, None);
        docs.prose = parameter_data.description.clone().or(docs.prose);
        docs.facts = docs::facts(wire, node, false);
        Ok(Field {
            name: snake(wire),
            wire: wire.clone(),
            docs,
            ty: self.parameter_type(node, wire, scope.in_field(wire), &at.key("schema"))?,
            required: parameter_data.required,
        })
    }

    fn body(
        &mut self,
        endpoint: &Endpoint<'d>,
        scope: Scope<'_>,
    ) -> Result<Vec<(Field, Pointer)>, Error> {
        let at = endpoint.pointer.keys(["requestBody", "content"]);
        let Some(body) = &endpoint.operation.request_body else {
            return Ok(Vec::new());
        };
        let content = body.as_item().map(|body| &body.content);
        let form = content.and_then(|content| content.get(FORM));
        let Some(ReferenceOr::Item(schema)) = form.and_then(|form| form.schema.as_ref()) else {
            return Err(Error::document(
                &at,
                format!("expected a body of `{FORM}` with a schema"),
            ));
        };
        let SchemaKind::Type(openapiv3::Type::Object(object)) = &schema.schema_kind else {
            return Err(Error::document(&at, "expected a form that is an object"));
        };
        let at = at.keys([FORM, "schema"]);
        if endpoint.method != Method::Post && !object.properties.is_empty() {
            return Err(Error::document(
                &at,
                "expected a form with parameters only in a `POST`",
            ));
        }
        Ok(self.parameters(object, scope, &at))
    }

    /// What Stripe answers when all is well.
    fn output(&mut self, endpoint: &Endpoint<'d>, scope: Scope<'_>) -> Result<Type, Error> {
        let at = endpoint.pointer.keys(["responses", "200"]);
        let success = endpoint
            .operation
            .responses
            .responses
            .get(&openapiv3::StatusCode::Code(200))
            .and_then(|response| json_schema(response, &at));
        let Some((schema, at)) = success else {
            return Err(Error::document(
                &at,
                "expected a response of `application/json`",
            ));
        };
        self.response_type(schema, "output", scope, &at)
    }
}

fn operation_docs(operation: &Operation, endpoint: &Endpoint<'_>) -> Docs {
    let paragraphs = [&operation.summary, &operation.description];
    let prose: Vec<_> = paragraphs
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let method = match endpoint.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Delete => "DELETE",
    };
    Docs {
        prose: (!prose.is_empty()).then(|| prose.join("\n\n")),
        facts: vec![format!("`{method} {}`", endpoint.path)],
        link: operation
            .external_docs
            .as_ref()
            .map(|docs| docs.url.clone()),
    }
}

/// The name of an operation, from its method and path: `POST /v1/customers` is `CreateCustomer`,
/// `GET /v1/customers/{customer}` is `RetrieveCustomer`, `GET /v1/customers` is `ListCustomers`,
/// `POST /v1/customers/{customer}` is `UpdateCustomer`, `DELETE` of it `DeleteCustomer`.
fn name(endpoint: &Endpoint<'_>) -> Result<String, Error> {
    let segments: Vec<_> = endpoint
        .path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let is_parameter = |segment: &&str| segment.starts_with('{');
    let words: Vec<_> = segments
        .iter()
        .skip(1)
        .filter(|segment| !is_parameter(segment))
        .copied()
        .collect();
    let Some((last, before)) = words.split_last() else {
        return Err(Error::document(
            &endpoint.pointer,
            format!(
                "expected a path with a name in it, found `{}`",
                endpoint.path
            ),
        ));
    };
    let on_one = segments.last().is_some_and(is_parameter);
    let (verb, last) = match (endpoint.method, on_one) {
        (Method::Get, false) => ("List", (*last).to_owned()),
        (Method::Get, true) => ("Retrieve", singular(last)),
        (Method::Post, false) => ("Create", singular(last)),
        (Method::Post, true) => ("Update", singular(last)),
        (Method::Delete, _) => ("Delete", singular(last)),
    };
    let before: String = before
        .iter()
        .map(|word| upper_camel(&singular(word)))
        .collect();
    Ok(format!("{verb}{before}{}", upper_camel(&last)))
}
