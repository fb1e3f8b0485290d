//! Operations to requests: one struct with all parameters, in the path, the query and the body.

use openapiv3::{Parameter, ParameterSchemaOrContent, ReferenceOr, SchemaKind};

use crate::document::{Document, Endpoint};
use crate::error::Error;
use crate::ir::{Body, Docs, Field, Kind, Method, Object, PageKind, Path, Role, Tag, Type};
use crate::names::snake;
use crate::pointer::Pointer;

use super::Lowering;
use super::ids;
use super::operation_name::name;
use super::parameters::FUNCTIONS;
use super::shape::{Shape, is_list};
use super::success::{success, success_schema};
use super::ty::{SchemaAt, Scope, Sender};

/// The media types of bodies. Of several that an operation accepts, the first here is sent.
const BODIES: &[(&str, Body)] = &[
    ("application/x-www-form-urlencoded", Body::Form),
    ("application/json", Body::Json),
    ("multipart/form-data", Body::Multipart),
];

/// The methods of every request beside its functions.
const METHODS: &[&str] = &[
    "customize",
    "decode_response",
    "http_request",
    "paginate",
    "paginate_blocking",
    "send",
    "send_blocking",
];

impl<'d> Lowering<'d> {
    /// Makes the request type of an operation, and the types of its parameters.
    pub(super) fn operation(&mut self, endpoint: &Endpoint<'d>) {
        let lowered = self
            .operation_name(endpoint)
            .and_then(|name| self.request(endpoint, name));
        self.note(lowered);
    }

    /// The name by the configuration, or else by the rule.
    fn operation_name(&mut self, endpoint: &Endpoint<'d>) -> Result<String, Error> {
        let by_rule = name(endpoint)?;
        let names = [endpoint.name(), endpoint.title()];
        Ok(self.renames.operation(&names, by_rule))
    }

    fn request(&mut self, endpoint: &Endpoint<'d>, name: String) -> Result<Type, Error> {
        let path = Path {
            module: snake(&name),
            name,
            top_level: true,
        };
        let scope = Scope {
            module: &path.module,
            prefix: "",
            sender: Sender::Request { json: false },
        };
        let mut fields = self.path_and_query(endpoint, scope);
        let (body, in_body) = self.body(endpoint, scope)?;
        fields.extend(in_body);
        let mut fields = self.named(fields, &[&FUNCTIONS, METHODS].concat());
        let mut operation = crate::ir::Operation {
            method: endpoint.method,
            path: endpoint.path.to_owned(),
            body,
            server: server(endpoint),
            output: self.output(endpoint, scope)?,
            shortcut: None,
            paginated: false,
        };
        operation.paginated = is_paginated(&operation, &fields);
        self.type_expansions(&mut fields, &operation.output);
        let docs = operation_docs(self.document, endpoint);
        let kind = Kind::Object(Object {
            role: Role::Operation(operation),
            tag: Tag::default(),
            fields,
        });
        Ok(self.add(path, docs, kind, &endpoint.pointer))
    }

    fn path_and_query(
        &mut self,
        endpoint: &Endpoint<'d>,
        scope: Scope<'_>,
    ) -> Vec<(Field, Pointer)> {
        self.check_path(endpoint);
        let mut fields = Vec::new();
        for (parameter, at) in endpoint.parameters() {
            let field = self.parameter(endpoint, parameter, scope, &at);
            fields.extend(self.note(field).map(|field| (field, at)));
        }
        fields
    }

    /// Every name in braces has to be that of a required parameter.
    fn check_path(&mut self, endpoint: &Endpoint<'d>) {
        let given = |name: &str| {
            let mut parameters = endpoint.parameters();
            parameters.any(|(parameter, _)| {
                matches!(parameter.as_item(), Some(Parameter::Path { parameter_data: it, .. })
                    if it.name == name && it.required)
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
        endpoint: &Endpoint<'d>,
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
        let wire = &parameter_data.name;
        let inside = at.key("schema");
        let site = SchemaAt::field(schema, &inside, wire, scope);
        let mut field = self.field(site, parameter_data.required)?;
        if let (Some(Parameter::Path { .. }), Type::String) = (parameter.as_item(), &field.ty) {
            let of = ids::of_parameter(self.document, &self.placement, endpoint.path, wire);
            field.ty = of.map_or(Type::String, |of| Type::Id(Box::new(of)));
        }
        let attached = self.document.prose(at).cloned().unwrap_or_default();
        let prose = attached.description.or(parameter_data.description.clone());
        field.docs.prose = prose.or(field.docs.prose);
        Ok(field)
    }

    /// The parameters in the body, and its format.
    fn body(
        &mut self,
        endpoint: &Endpoint<'d>,
        scope: Scope<'_>,
    ) -> Result<(Body, Vec<(Field, Pointer)>), Error> {
        let at = endpoint.pointer.keys(["requestBody", "content"]);
        let Some(body) = &endpoint.operation.request_body else {
            return Ok((Body::Empty, Vec::new()));
        };
        let content = body.as_item().map(|body| &body.content);
        let found = BODIES.iter().find_map(|(name, body)| {
            let media = content?.get(*name)?;
            Some((*name, *body, media.schema.as_ref()?.as_item()?))
        });
        let Some((name, body, schema)) = found else {
            let names: Vec<_> = BODIES.iter().map(|(name, _)| format!("`{name}`")).collect();
            return Err(Error::document(
                &at,
                format!("expected a body of {} with a schema", names.join(" or ")),
            ));
        };
        let SchemaKind::Type(openapiv3::Type::Object(object)) = &schema.schema_kind else {
            return Err(Error::document(&at, "expected a form that is an object"));
        };
        let at = at.keys([name, "schema"]);
        // Stripe accepts those of a `DELETE` in the query too, where its own libraries put them.
        if endpoint.method == Method::Get && !object.properties.is_empty() {
            return Err(Error::document(
                &at,
                "expected a form without parameters in a `GET`",
            ));
        }
        let scope = Scope {
            sender: Sender::Request {
                json: body == Body::Json,
            },
            ..scope
        };
        Ok((body, self.parameters(object, scope, &at)))
    }

    /// The type of a successful response.
    fn output(&mut self, endpoint: &Endpoint<'d>, scope: Scope<'_>) -> Result<Type, Error> {
        if let Some((node, at)) = success_schema(endpoint) {
            let word = if is_list(node) { "page" } else { "output" };
            let scope = Scope {
                sender: Sender::Response { lazy: false },
                ..scope
            };
            return self.ty(SchemaAt {
                word,
                ..SchemaAt::field(node, &at, "", scope)
            });
        }
        let (response, at) = match success(endpoint) {
            Some((response, at)) => (response.as_item(), at),
            None => (None, endpoint.pointer.keys(["responses", "200"])),
        };
        match response.and_then(|response| response.content.values().next()?.schema.as_ref()) {
            Some(schema)
                if matches!(Shape::of(schema.into(), &at)?, Shape::String | Shape::File) =>
            {
                Ok(Type::Binary)
            }
            _ => Err(Error::document(
                &at,
                "expected a response of `application/json`, or one that is text or a file",
            )),
        }
    }
}

/// Whether the operation reads pages and can request the page after one of them.
fn is_paginated(operation: &crate::ir::Operation, fields: &[Field]) -> bool {
    let has = |wire: &str| {
        let mut fields = fields.iter();
        fields.any(|field| field.wire == wire && field.ty == Type::String && !field.required)
    };
    operation.method == Method::Get
        && match operation.output {
            Type::Page(PageKind::List, _) => has("starting_after"),
            Type::Page(PageKind::Search, _) => has("page"),
            Type::Page(PageKind::V2List, _) => true,
            _ => false,
        }
}

/// The server of the operation, if it or its path has its own.
fn server(endpoint: &Endpoint<'_>) -> Option<String> {
    let server = endpoint.servers().first()?;
    Some(server.url.trim_end_matches('/').to_owned())
}

/// The media types of a body that are not sent, as a note.
fn other_bodies(endpoint: &Endpoint<'_>) -> Option<String> {
    let content = &endpoint.operation.request_body.as_ref()?.as_item()?.content;
    let (sent, _) = BODIES
        .iter()
        .find(|(name, _)| content.contains_key(*name))?;
    let others = content.keys().filter(|name| name != sent);
    let others: Vec<_> = others.map(|name| format!("`{name}`")).collect();
    let (any, others) = (!others.is_empty(), others.join(", "));
    any.then(|| format!("Sent as `{sent}`; the API accepts {others} too"))
}

fn operation_docs(document: &Document, endpoint: &Endpoint<'_>) -> Docs {
    let operation = endpoint.operation;
    let attached = document.prose(&endpoint.pointer).cloned();
    let attached = attached.unwrap_or_default();
    let summary = attached.summary.or(operation.summary.clone());
    let description = attached.description.or(operation.description.clone());
    let prose: Vec<_> = summary.into_iter().chain(description).collect();
    let own = operation.external_docs.as_ref();
    Docs {
        prose: (!prose.is_empty()).then(|| prose.join("\n\n")),
        facts: [format!("`{}`", endpoint.title())]
            .into_iter()
            .chain(other_bodies(endpoint))
            .collect(),
        link: attached.link.or_else(|| own.map(|docs| docs.url.clone())),
    }
}
