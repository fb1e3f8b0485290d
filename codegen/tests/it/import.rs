//! The part of a document that operations reach.

use serde_json::{Value, json};

use stripe_codegen::{Config, Counts, slice};

use crate::common::{all_operations, document as document_of, generated};

fn config(operations: &[&str]) -> Config {
    Config {
        operations: operations.iter().map(|&id| id.to_owned()).collect(),
        ..Config::default()
    }
}

/// The errors of a slice for `operations`, as text.
fn errors(document: &Value, operations: &[&str]) -> String {
    slice(document.clone(), &config(operations))
        .unwrap_err()
        .to_string()
}

fn refers_to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A document in which `GetThing` reaches components in every possible way, and `PutOther` the rest.
fn document() -> Value {
    json!({
        "openapi": "3.0.0",
        "info": { "title": "T", "version": "1", "description": "prose" },
        "x-root": { "see": refers_to("root_extension") },
        "paths": {
            "/other": { "put": { "operationId": "PutOther", "responses": { "200": { "content": { "a": { "schema": refers_to("other") } } } } } },
            "x-paths": refers_to("paths_extension"),
            "/things/{id}": {
                "summary": "prose",
                "parameters": [{ "$ref": "#/components/parameters/id" }],
                "delete": { "operationId": "DeleteThing", "responses": { "200": { "content": { "a": { "schema": refers_to("other") } } } } },
                "get": {
                    "operationId": "GetThing",
                    "summary": "prose",
                    "responses": { "200": { "$ref": "#/components/responses/thing" } },
                },
            },
        },
        "components": {
            "schemas": {
                "thing": {
                    "description": "prose",
                    "properties": {
                        "default": refers_to("as_property"),
                        "field": { "anyOf": [{ "type": "string" }], "x-expansionResources": { "oneOf": [refers_to("expansion")] } },
                        "self": refers_to("thing"),
                        "deep": { "$ref": "#/components/schemas/holder/properties/a~1b" },
                        "data": { "default": refers_to("data"), "example": refers_to("nowhere"), "enum": [refers_to("nowhere")] },
                        "$ref": { "type": "string" },
                    },
                    "additionalProperties": refers_to("map"),
                    "discriminator": { "propertyName": "object", "mapping": { "a": "#/components/schemas/mapped" } },
                },
                "other": {}, "data": {}, "mapped": {}, "map": {}, "id": {}, "expansion": {}, "as_property": {},
                "paths_extension": {}, "root_extension": {},
                "holder": { "properties": { "a/b": refers_to("held") } },
                "held": {},
            },
            "x-kind": { "kept": { "description": "kept" } },
            "parameters": {
                "unused": {},
                "id": { "name": "id", "in": "path", "description": "prose", "schema": refers_to("id") },
            },
            "securitySchemes": { "basic": { "type": "http", "scheme": "basic", "description": "prose" } },
            "responses": { "thing": { "description": "prose", "content": { "a": { "schema": refers_to("thing") } } } },
        },
    })
}

#[test]
fn keeps_what_is_reached_in_a_stable_order() {
    let slice = slice(document(), &config(&["GetThing"])).unwrap();
    let keys = |pointer: &str| {
        let members = slice.pointer(pointer).unwrap().as_object().unwrap();
        members
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(keys(""), "openapi info x-root paths components");
    assert_eq!(keys("/info"), "title version");
    assert_eq!(keys("/paths"), "/things/{id} x-paths");
    assert_eq!(keys("/paths/~1things~1{id}"), "parameters get");
    assert_eq!(
        keys("/components"),
        "schemas x-kind parameters securitySchemes responses"
    );
    assert_eq!(
        keys("/components/schemas"),
        "as_property expansion held holder id map mapped paths_extension root_extension thing"
    );
    assert_eq!(keys("/components/parameters"), "id");
    assert_eq!(keys("/components/securitySchemes/basic"), "type scheme");
    assert!(!slice.to_string().contains("prose"));
    assert_eq!(
        slice.pointer("/components/x-kind/kept/description"),
        Some(&json!("kept"))
    );
}

#[test]
fn a_slice_of_a_slice_is_the_same() {
    let config = config(&["GetThing", "PutOther"]);
    let once = slice(document(), &config).unwrap();
    let twice = slice(once.clone(), &config).unwrap();
    assert_eq!(once.to_string(), twice.to_string());
}

#[test]
fn counts() {
    let found = Counts::of(&document());
    assert_eq!((found.paths, found.operations, found.schemas), (2, 3, 12));
    let none = Counts::of(&json!({}));
    assert_eq!((none.paths, none.operations, none.schemas), (0, 0, 0));
}

#[test]
fn reports_operations_that_do_not_exist_or_are_named_twice() {
    assert_eq!(
        errors(
            &document(),
            &["GetThings", "GetThing", "PostCustomers", "GetThing"]
        ),
        "configuration#/operations/0: the document has no operation `GetThings`\n  \
         help: did you mean `GetThing`?\n\
         configuration#/operations/2: the document has no operation `PostCustomers`\n\
         configuration#/operations/3: expected each operation once, found `GetThing` again"
    );
    assert_eq!(
        errors(&json!({ "openapi": "3.0.0", "paths": [] }), &["A"]),
        "configuration#/operations/0: the document has no operation `A`"
    );
}

#[test]
fn a_document_without_operations_has_nothing_to_generate() {
    assert_eq!(
        errors(&json!({ "openapi": "3.0.0", "paths": {} }), &["all"]),
        "document#/paths: expected an operation to generate, found none"
    );
}

#[test]
fn reports_ids_of_several_operations() {
    let mut document = document();
    let id = document.pointer_mut("/paths/~1things~1{id}/delete/operationId");
    *id.unwrap() = json!("PutOther");
    let twice = "document#/paths/~1things~1{id}/delete/operationId: \
         expected a unique operationId, found `PutOther`, which #/paths/~1other/put has too\n  \
         help: leave one of them out, or select one: `DELETE /things/{id}`";
    assert_eq!(errors(&document, &["PutOther"]), twice);
    assert_eq!(errors(&document, &["all"]), twice);
    // The others, and each by its method and path.
    let one = slice(
        document.clone(),
        &config(&["GetThing", "DELETE /things/{id}"]),
    )
    .unwrap();
    assert_eq!(one["paths"].as_object().unwrap().len(), 2);
    let except = config(&["all"]).without(&["PUT /other".to_owned()]);
    assert_eq!(slice(document.clone(), &except).unwrap(), one);
}

#[test]
fn an_operation_without_an_id_has_its_method_and_path() {
    let mut document = document();
    let other = document["paths"]["/other"]["put"].as_object_mut().unwrap();
    other.remove("operationId");
    let names = ["PUT /other", "DeleteThing", "GetThing"];
    assert_eq!(stripe_codegen::operation_ids(&document), names);
    let all = slice(document.clone(), &config(&["all"])).unwrap();
    assert_eq!(all, slice(document.clone(), &config(&names)).unwrap());
    assert_eq!(
        errors(&document, &["GetThing", "GET /things/{id}"]),
        "configuration#/operations/1: expected each operation once, found `GET /things/{id}` again"
    );
    assert_eq!(
        errors(&document, &["PUT /othr"]),
        "configuration#/operations/0: the document has no operation `PUT /othr`\n  help: did you mean `PUT /other`?"
    );
}

/// A parameter, a body and a response that are references generate the same as copies of what they refer to.
#[test]
fn references_to_other_components_are_followed() {
    let paths = |parameter: &str, body: &str, response: &str| {
        let paths = format!(
            "/v1/things: {{post: {{parameters: [{parameter}], requestBody: {body}, responses: {{'200': {response}}}}}}}"
        );
        format!("paths: {{{paths}}}")
    };
    let parameter = "{name: limit, in: query, schema: {type: integer}}";
    let form = "{type: object, properties: {name: {type: string}}}";
    let body = format!("{{content: {{application/x-www-form-urlencoded: {{schema: {form}}}}}}}");
    let thing = "{$ref: '#/components/schemas/thing'}";
    let response = format!("{{content: {{application/json: {{schema: {thing}}}}}}}");
    let refer = |kind: &str| format!("{{$ref: '#/components/{kind}/it'}}");
    let text = |yaml: String| {
        let document = document_of(&yaml);
        let config = all_operations(&document);
        generated(document, &config).unwrap_or_else(|errors| panic!("{errors}"))
    };
    let referring = paths(
        &refer("parameters"),
        &refer("requestBodies"),
        &refer("responses"),
    );
    let components = format!(
        "components:\n  parameters: {{it: {{$ref: '#/components/parameters/that'}}, that: {parameter}}}\n  \
         requestBodies: {{it: {body}}}\n  responses: {{it: {response}}}\n"
    );
    assert_eq!(
        text(format!("{referring}\n{components}")),
        text(paths(parameter, &body, &response))
    );
}

/// The counterpart of the only alternative that is a reference, and of a component outside a union, is not reached.
#[test]
fn the_members_of_a_union_reach_their_deleted_counterparts() {
    let object = |name: &str| json!({ "properties": { "object": { "enum": [name] } } });
    let deleted = |name: &str| json!({ "properties": { "deleted": { "enum": [true] }, "object": { "enum": [name] } } });
    let document = json!({
        "openapi": "3.0.0",
        "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "get": { "operationId": "GetA", "responses": { "200": { "content": { "a": { "schema": {
            "properties": {
                "union": { "anyOf": [refers_to("card"), refers_to("bank")] },
                "alone": { "anyOf": [refers_to("coupon"), { "type": "string" }] },
                "plain": refers_to("payout"),
            },
        } } } } } } } },
        "components": { "schemas": {
            "bank": object("bank_account"), "card": object("card"), "coupon": object("coupon"), "payout": object("payout"),
            "closed_bank": deleted("bank_account"), "deleted_coupon": deleted("coupon"), "deleted_payout": deleted("payout"),
        } },
    });
    let part = slice(document.clone(), &config(&["GetA"])).unwrap();
    let schemas = part["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().collect();
    assert_eq!(names, ["bank", "card", "closed_bank", "coupon", "payout"]);
    assert_eq!(slice(part.clone(), &config(&["GetA"])).unwrap(), part);
}

/// What only a component with lazy parts refers to is kept as text there, and not reached.
#[test]
fn a_lazy_part_reaches_nothing() {
    let resource = |field: &str, schema: Value| json!({ "type": "object", "x-resourceId": "a", "properties": { field: schema } });
    let get = |id: &str, name: &str| {
        let content = json!({ "application/json": { "schema": refers_to(name) } });
        json!({ "get": { "operationId": id, "responses": { "200": { "content": content } } } })
    };
    let document = json!({
        "openapi": "3.0.0",
        "info": { "title": "T", "version": "1" },
        "paths": { "/a": get("GetA", "a"), "/b": get("GetB", "b") },
        "components": { "schemas": {
            "a": resource("error", refers_to("api_errors")),
            "b": resource("deep", refers_to("c")),
            "c": resource("it", json!({ "type": "string" })),
            "part": { "type": "object", "properties": {} },
            "api_errors": {
                "type": "object",
                "properties": {
                    "a": refers_to("a"),
                    "b": { "anyOf": [refers_to("a"), refers_to("b")] },
                    "part": refers_to("part"),
                },
                "x-expandableFields": ["a", "b"],
            },
        } },
    });
    let lazy = Config::parse(
        "operations: [GetA]\nlazy: [{schema: api_errors, reason: It is an error.}]\n",
    );
    let part = slice(document.clone(), &lazy.unwrap()).unwrap();
    let schemas = part["components"]["schemas"].as_object().unwrap();
    assert_eq!(
        schemas.keys().collect::<Vec<_>>(),
        ["a", "api_errors", "part"]
    );
    let properties = &schemas["api_errors"]["properties"];
    assert_eq!(properties["a"], refers_to("a"));
    assert_eq!(properties["b"], json!({ "type": "object" }));
    assert_eq!(schemas["api_errors"]["x-expandableFields"], json!(["a"]));
}

#[test]
fn exceptions_are_of_all_operations() {
    let without = |names: &[&str]| {
        let config = config(names).without(&["PutOthers".to_owned()]);
        slice(document(), &config).unwrap_err().to_string()
    };
    assert_eq!(
        without(&["all"]),
        "configuration#/except/0: the document has no operation `PutOthers`\n  help: did you mean `PutOther`?"
    );
    assert_eq!(
        without(&["GetThing"]),
        "configuration#/except/0: expected `all` operations to leave some out, found a list of them"
    );
}

#[test]
fn reports_references_to_nothing() {
    let properties = json!({
        "a": refers_to("thong"),
        "b": { "items": { "anyOf": [{}, refers_to("unlike_any")] } },
        "c": { "$ref": "other.yaml#/components/schemas/thing" },
        "d": { "$ref": "#/paths/~1other" },
        "e": { "$ref": "#/components/schemas/holder/properties/none" },
        "f": { "x-expansionResources": { "oneOf": [refers_to("")] } },
        "g": { "$ref": "thing" },
        "h": { "$ref": "#/components/schemas" },
    });
    let mut document = document();
    *document
        .pointer_mut("/components/schemas/thing/properties")
        .unwrap() = properties;
    let at = "document#/components/schemas/thing/properties";
    assert_eq!(
        errors(&document, &["GetThing"]),
        format!(
            "{at}/a/$ref: refers to `#/components/schemas/thong`, which does not exist\n  \
             help: did you mean `thing`?\n\
             {at}/b/items/anyOf/1/$ref: refers to `#/components/schemas/unlike_any`, which does not exist\n\
             {at}/c/$ref: expected a reference into this document (`#/components/…`), found `other.yaml#/components/schemas/thing`\n\
             {at}/d/$ref: expected a reference to a component (`#/components/…`), found `#/paths/~1other`\n\
             {at}/e/$ref: refers to `#/components/schemas/holder/properties/none`, which does not exist\n\
             {at}/f/x-expansionResources/oneOf/0/$ref: refers to `#/components/schemas/`, which does not exist\n\
             {at}/g/$ref: expected a reference into this document (`#/components/…`), found `thing`\n\
             {at}/h/$ref: expected a reference to a component (`#/components/…`), found `#/components/schemas`"
        )
    );
    assert!(slice(document.clone(), &config(&["PutOther"])).is_ok());
}

#[test]
fn reports_a_configured_schema_that_does_not_exist() {
    let config =
        "operations: [GetThing]\nschemas: [{schema: thing, reason: r}, {schema: thong, reason: r}]";
    let config = Config::parse(config).unwrap();
    assert_eq!(
        slice(document(), &config).unwrap_err().to_string(),
        "configuration#/schemas/1: the document has no component schema `thong`"
    );
}

#[test]
fn takes_openapi_3_0_only() {
    assert_eq!(
        errors(&json!({ "openapi": "3.1.0" }), &["GetThing"]),
        "document#/openapi: expected OpenAPI version \"3.0.x\", found \"3.1.0\"\n  \
         help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document"
    );
}
