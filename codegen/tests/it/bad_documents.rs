//! One bad document for each kind of error, with the whole message.

use stripe_codegen::Config;

use crate::common::{all_operations, document, generated};

/// The end of a message about a shape.
const ADD_IT: &str =
    "\n  help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml";

/// Generates from a document (see [`document`]), which has to fail with `messages`.
#[track_caller]
fn refuses(yaml: &str, messages: &[&str]) {
    let document = document(yaml);
    let config = all_operations(&document);
    let errors = generated(document, &config).unwrap_err();
    assert_eq!(errors.to_string(), messages.join("\n"), "{yaml}");
}

/// [`refuses`] documents with this text as the properties of the component `thing`, and as components after it.
fn refuses_components(cases: &[(&str, &[&str])]) {
    let around = "components:\n  schemas:\n    thing:\n      type: object\n      x-resourceId: thing\n      properties:\n";
    for (text, messages) in cases {
        refuses(&format!("{around}{text}"), messages);
    }
}

/// [`refuses`] documents with this text for the path `/v1/things/{thing}`, which is `{it}` in the messages; `*thing` is a
/// valid list of parameters.
fn refuses_operations(cases: &[(&str, &[&str])]) {
    let good = "x-good: &thing [{name: thing, in: path, required: true, schema: {type: string}}]";
    let it = "#/paths/~1v1~1things~1{thing}";
    for (text, messages) in cases {
        let messages: Vec<_> = messages
            .iter()
            .map(|text| text.replace("{it}", it))
            .collect();
        let messages: Vec<_> = messages.iter().map(String::as_str).collect();
        let yaml = format!("{good}\npaths:\n  /v1/things/{{thing}}:\n    {text}");
        refuses(&yaml, &messages);
    }
}

/// Generates the small document with a configuration, which has to fail with `messages`.
#[track_caller]
fn refuses_configuration(yaml: &str, messages: &[&str]) {
    let config = Config::parse(yaml).unwrap();
    let errors = generated(document("{}"), &config).unwrap_err();
    assert_eq!(errors.to_string(), messages.join("\n"), "{yaml}");
}

/// Generates from documents where a property of a response, `{it}`, is each of these schemas. Each has to fail
/// with the message after `document{it}`.
fn refuses_responses(cases: &[(&str, &str)]) {
    let around = "components:\n  schemas:\n    thing:\n      type: object\n      x-resourceId: thing\n      properties:\n        it: ";
    refuses_each(around, "#/components/schemas/thing/properties/it", cases);
}

/// The same for a parameter in a form.
fn refuses_parameters(cases: &[(&str, &str)]) {
    let around = "paths:\n  /v1/things:\n    post:\n      requestBody:\n        content:\n          application/x-www-form-urlencoded:\n            schema:\n              type: object\n              properties:\n                it: ";
    let it = "#/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/it";
    refuses_each(around, it, cases);
}

fn refuses_each(around: &str, it: &str, cases: &[(&str, &str)]) {
    for (schema, message) in cases {
        let message = format!("document{it}{message}")
            .replace("{it}", it)
            .replace("{add_it}", ADD_IT);
        refuses(&format!("{around}{schema}"), &[&message]);
    }
}

/// Values that are not schemas of OpenAPI 3.0, and unknown keywords.
#[test]
fn keywords() {
    refuses_responses(&[
        (
            "{type: string, allOf: []}",
            "/allOf: the keyword `allOf` is not understood",
        ),
        (
            r##"{type: [string, "null"]}"##,
            "/type: expected a string, found an array",
        ),
        (
            "{type: object, properties: []}",
            "/properties: expected an object of schemas, found an array",
        ),
        (
            "{type: object, properties: {}, required: id}",
            "/required: expected an array of names, found `id`",
        ),
        (
            "{type: array, items: [{type: string}]}",
            "/items: expected a schema, found an array",
        ),
        (
            "{type: string, maxLength: -1}",
            "/maxLength: expected a whole number, found -1",
        ),
        (
            "{type: integer, maximum: 18446744073709551615}",
            "/maximum: expected a whole number of 64 bits, as the values of an `integer` are, found 18446744073709551615",
        ),
        (
            "{type: integer, minimum: 0.5}",
            "/minimum: expected a whole number of 64 bits, as the values of an `integer` are, found 0.5",
        ),
        (
            r##"{type: string, nullable: "yes"}"##,
            "/nullable: expected true or false, found `yes`",
        ),
        (
            "{type: string, enum: a}",
            "/enum: expected an array, found `a`",
        ),
        (
            "{anyOf: {}}",
            "/anyOf: expected an array of schemas, found an object",
        ),
        (
            "{type: object, additionalProperties: []}",
            "/additionalProperties: expected a schema, true or false, found an array",
        ),
        (
            "{type: integer, minimum: a}",
            "/minimum: expected a number, found `a`",
        ),
        (
            "{type: string, externalDocs: a}",
            "/externalDocs: expected an object, found `a`",
        ),
        ("7", ": expected a schema, found 7"),
        (
            "{type: array, items: 7}",
            "/items: expected a schema, found 7",
        ),
        (
            r##"{$ref: "#/components/schemas/thing", title: A}"##,
            "/title: expected nothing beside `$ref`, which OpenAPI 3.0 would ignore",
        ),
        (
            "{type: string, anyOf: []}",
            ": expected one of `anyOf` and `type`, found both",
        ),
        (
            "{description: Nothing.}",
            ": expected a schema with `type`, `anyOf` or `$ref`, found none",
        ),
        (
            "{type: thing}",
            "/type: expected one of the types of OpenAPI 3.0, found `thing`",
        ),
        (
            "{type: string, enum: [a, 1]}",
            "/enum/1: expected a value of type `string`, found 1",
        ),
    ]);
}

/// Shapes that Stripe's responses do not have.
#[test]
fn shapes_in_responses() {
    refuses_responses(&[
        (
            "{oneOf: [{type: string}]}",
            ": an `anyOf` or `oneOf` of this form is not understood{add_it}",
        ),
        (
            "{type: string, items: {type: string}}",
            ": a schema with keywords that do not go together is not understood{add_it}",
        ),
        (
            "{type: number, enum: [1, 2]}",
            ": an enumeration of numbers is not understood{add_it}",
        ),
        (
            "{type: boolean, enum: [false]}",
            ": an enumeration of booleans other than `true` alone is not understood{add_it}",
        ),
        (
            "{type: boolean, enum: [true]}",
            ": a response of this form is not understood",
        ),
        (
            "{type: integer, enum: [1, 2]}",
            ": an enumeration of integers is not understood{add_it}",
        ),
        (
            "{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}",
            ": an object with both `properties` and `additionalProperties` is not understood{add_it}",
        ),
        (
            "{anyOf: []}",
            ": an `anyOf` or `oneOf` of this form is not understood{add_it}",
        ),
        (
            "{anyOf: [{type: string}, {type: integer}]}",
            ": an `anyOf` or `oneOf` of this form is not understood{add_it}",
        ),
        (
            "{anyOf: [{type: string}], x-expansionResources: {}}",
            ": an `anyOf` or `oneOf` of this form is not understood{add_it}",
        ),
        (
            r##"{anyOf: [{type: string}, {type: string, enum: [""]}]}"##,
            ": a response of this form is not understood",
        ),
        (
            "{type: string, enum: [null]}",
            ": expected an enumeration with a value that is text, found none",
        ),
    ]);
}

/// Shapes that Stripe's parameters do not have.
#[test]
fn shapes_in_parameters() {
    refuses_parameters(&[
        (
            "{type: boolean, enum: [true]}",
            ": a parameter of this form is not understood",
        ),
        (
            r##"{$ref: "#/components/schemas/thing"}"##,
            ": a parameter of this form is not understood",
        ),
        (
            r##"{anyOf: [{type: string}, {$ref: "#/components/schemas/thing"}]}"##,
            ": an `anyOf` or `oneOf` of this form is not understood{add_it}",
        ),
        (
            "{anyOf: [{type: integer}, {type: boolean}, {type: integer}]}",
            "/anyOf/2: becomes `Integer` in Rust, and so does {it}/anyOf/0",
        ),
        (
            "{anyOf: [{type: object, properties: {}}, {type: object, properties: {}}]}",
            "/anyOf/0: expected a `title`, which names its variant beside the other objects, found none",
        ),
        (
            r##"{type: string, enum: [""]}"##,
            ": expected an enumeration with a value that is text, found none",
        ),
    ]);
}

/// References to nothing, and to other documents.
#[test]
fn references() {
    refuses_responses(&[
        (
            r##"{$ref: "#/components/schemas/unlike_any"}"##,
            "/$ref: refers to `#/components/schemas/unlike_any`, which does not exist",
        ),
        (
            r##"{$ref: "#/components/schemas/things"}"##,
            "/$ref: refers to `#/components/schemas/things`, which does not exist\n  help: did you mean `thing`?",
        ),
        (
            r##"{$ref: "#/components/parameters/thing"}"##,
            "/$ref: refers to `#/components/parameters/thing`, which does not exist",
        ),
        (
            r##"{$ref: "#/components/schemas/thing/properties"}"##,
            ": expected a reference to `#/components/schemas/…`, found `#/components/schemas/thing/properties`",
        ),
        (
            r##"{$ref: "other.yaml#/thing"}"##,
            "/$ref: expected a reference into this document (`#/components/…`), found `other.yaml#/thing`",
        ),
    ]);
}

/// Components that cannot be referred to.
#[test]
fn components() {
    refuses_components(&[
        (
            r##"
        it: {$ref: "#/components/schemas/a"}
    a: {$ref: "#/components/schemas/b"}
    b: {type: object, properties: {}}
"##,
            &["document#/components/schemas/a: expected a schema, found a reference to another"],
        ),
        (
            r##"
        it: {$ref: "#/components/schemas/a"}
    a: {type: string}
"##,
            &[
                "document#/components/schemas/a: expected a component that is an object, or one of several",
            ],
        ),
    ]);
}

/// Unions whose members cannot be distinguished.
#[test]
fn unions() {
    refuses_components(&[
        (
            r##"
        it: {$ref: "#/components/schemas/either"}
    either: {anyOf: [{$ref: "#/components/schemas/a"}, {$ref: "#/components/schemas/b"}]}
    a: {type: object, properties: {object: {type: string, enum: [same]}}}
    b: {type: object, properties: {object: {type: string, enum: [same]}}}
"##,
            &[
                "document#/components/schemas/either: expected a component whose members differ in `object` or `deleted`, found another",
            ],
        ),
        (
            r##"
        it: {anyOf: [{$ref: "#/components/schemas/a"}, {$ref: "#/components/schemas/b"}]}
    a: {type: object, properties: {object: {type: string, enum: [same]}}}
    b: {type: object, properties: {object: {type: string, enum: [same]}}}
"##,
            &[
                "document#/components/schemas/thing/properties/it: expected a union whose members differ in `object` or `deleted`, or are two without either; found another",
            ],
        ),
        (
            r##"
        it: {anyOf: [{$ref: "#/components/schemas/a"}, {$ref: "#/components/schemas/b"}, {$ref: "#/components/schemas/c"}]}
    a: {type: object, properties: {}}
    b: {type: object, properties: {}}
    c: {type: object, properties: {}}
"##,
            &[
                "document#/components/schemas/thing/properties/it: expected a union whose members differ in `object` or `deleted`, or are two without either; found another",
            ],
        ),
    ]);
}

/// Values of an enumeration without a unique name in Rust.
#[test]
fn names_of_values() {
    refuses_responses(&[(
        "{type: string, enum: [a-b, b, a-b]}",
        "/enum/2: becomes `AB` in Rust, and so does {it}/enum/0",
    )]);
}

/// A field without a name.
#[test]
fn names_of_fields() {
    refuses_components(&[(
        "        \"\": {type: string}",
        &[
            "document#/components/schemas/thing/properties/: expected a name with a character in it, found none: it gives no identifier",
        ],
    )]);
}

/// A parameter in the path and in the body.
#[test]
fn names_of_parameters() {
    refuses_operations(&[(
        "post: {parameters: *thing, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {thing: {type: string}, send: {type: string}, new: {type: string}}}}}}}",
        &[
            "document{it}/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/thing: becomes `thing` in Rust, and so does {it}/post/parameters/0",
        ],
    )]);
}

/// The same for types, in their module and at the top level.
#[test]
fn names_of_types() {
    refuses_components(&[
        (
            r##"
        a_b: {type: string, enum: [x]}
        a: {type: object, properties: {b: {type: string, enum: [x]}}}
"##,
            &[
                "document#/components/schemas/thing/properties/a/properties/b: becomes `AB` in Rust, and so does #/components/schemas/thing/properties/a_b\n  help: give the type another name in spec/config.yaml, under `renames`, from `#/components/schemas/thing/properties/a/properties/b`",
            ],
        ),
        (
            r##"
        it: {$ref: "#/components/schemas/retrieved_a"}
        that: {anyOf: [{$ref: "#/components/schemas/a"}, {$ref: "#/components/schemas/deleted_a"}]}
    a: {type: object, properties: {object: {type: string, enum: [a]}}}
    deleted_a: {type: object, properties: {object: {type: string, enum: [a]}, deleted: {type: boolean, enum: [true]}}}
    retrieved_a: {type: object, x-resourceId: retrieved_a, properties: {}}
"##,
            &[
                "document#/components/schemas/retrieved_a: becomes `RetrievedA` in Rust, and so does #/components/schemas/thing/properties/that\n  help: give the type another name in spec/config.yaml, under `renames`, from `#/components/schemas/retrieved_a`",
            ],
        ),
    ]);
}

/// The same for operations.
#[test]
fn names_of_operations() {
    refuses(
        r##"
paths:
  /v1/things: {post: {operationId: X}}
  /v1/thing: {post: {operationId: Y}}
"##,
        &[
            "document#/paths/~1v1~1thing/post: becomes `CreateThing` in Rust, and so does #/paths/~1v1~1things/post\n  help: give the operation another name in spec/config.yaml, under `operation_names`",
        ],
    );
}

/// Operations of methods that the generator does not support.
#[test]
fn methods() {
    for method in ["head", "options", "trace"] {
        let upper = method.to_ascii_uppercase();
        let name = upper.chars().take(1).chain(method.chars().skip(1));
        let id: String = name.chain("ThingsThing".chars()).collect();
        refuses_operations(&[(
            &format!("{method}: {{parameters: *thing}}"),
            &[&format!(
                "document{{it}}/{method}: expected an operation of `GET`, `POST`, `PUT`, `PATCH` or `DELETE`, found `{upper}`\n  \
                 help: leave `{id}` out of the operations that are generated"
            )],
        )]);
    }
}

/// Parameters of forms that are not understood.
#[test]
fn parameters() {
    refuses_operations(&[
        (
            "get: {parameters: [{name: thing, in: header, required: true, schema: {type: string}}]}",
            &[
                "document{it}/get: expected a required parameter `thing` in the path, found none",
                "document{it}/get/parameters/0: expected a parameter in the path or the query",
            ],
        ),
        (
            "get: {parameters: [{name: thing, in: path, required: true, content: {}}]}",
            &["document{it}/get/parameters/0: expected a parameter with a schema"],
        ),
        (
            "get: {parameters: [{$ref: \"#/components/parameters/thing\"}]}\ncomponents: {parameters: {things: {name: thing, in: path, required: true, schema: {type: string}}}}",
            &[
                "document{it}/get/parameters/0/$ref: refers to `#/components/parameters/thing`, which does not exist",
            ],
        ),
        (
            "get: {parameters: [{name: thing, in: path, required: true, style: label, schema: {type: string}}, {name: a, in: query, style: simple, schema: {type: string}}]}",
            &[
                "document{it}/get/parameters/0/style: expected `simple`, found `label`",
                "document{it}/get/parameters/1/style: expected `form` or `deepObject`, found `simple`",
            ],
        ),
        (
            "get: {parameters: [{name: thing, schema: {type: string}}]}",
            &["document{it}/get/parameters/0/in: expected a string, found nothing"],
        ),
        (
            "get: {parameters: [{name: thing, in: nowhere, schema: {type: string}}]}",
            &[
                "document{it}/get/parameters/0/in: expected `query`, `path`, `header` or `cookie`, found `nowhere`",
            ],
        ),
        (
            "get: {parameters: [{name: thing, in: path, style: form, explode: 1, required: true}]}",
            &[
                "document{it}/get/parameters/0/style: expected `simple`, found `form`",
                "document{it}/get/parameters/0/explode: expected true or false, found 1",
                "document{it}/get/parameters/0/schema: expected a schema, found nothing",
            ],
        ),
        (
            "get: {parameters: *thing, deprecated: 7}",
            &[
                "document{it}/get: expected an OpenAPI 3.0 document: invalid type: integer `7`, expected a boolean",
            ],
        ),
        (
            "get: {parameters: [{name: thing, in: path, required: false, schema: {type: string}}]}",
            &["document{it}/get: expected a required parameter `thing` in the path, found none"],
        ),
        (
            "get: {}",
            &["document{it}/get: expected a required parameter `thing` in the path, found none"],
        ),
        (
            "get: {parameters: {}}",
            &["document{it}/get/parameters: expected an array of parameters, found an object"],
        ),
        (
            "get: {parameters: [7]}",
            &[
                "document{it}/get/parameters/0/name: expected a string, found nothing",
                "document{it}/get/parameters/0/in: expected a string, found nothing",
            ],
        ),
    ]);
}

/// Paths that the generator cannot make a request of.
#[test]
fn paths() {
    refuses(
        r##"
paths:
  /v1/{thing}:
    get: {operationId: X, parameters: [{name: thing, in: path, required: true, schema: {type: string}}]}
"##,
        &[
            "document#/paths/~1v1~1{thing}/get: expected a path with a name in it, found `/v1/{thing}`",
        ],
    );
    refuses(
        r##"
paths:
  /v1/{thing}: 7
"##,
        &["document#/paths/~1v1~1{thing}: expected an object, found 7"],
    );
    refuses(
        r##"
paths:
  v1/things: {post: {operationId: X}}
  x-notes: none
"##,
        &["document#/paths/v1~1things: expected a path that begins with `/`, found `v1/things`"],
    );
    refuses(
        r##"
paths:
  /v1/{thing}: {get: 7}
"##,
        &["document#/paths/~1v1~1{thing}/get/responses: expected an object, found nothing"],
    );
    refuses(
        r##"
paths:
  /v1/things/{thing}: {$ref: "#/components/pathItems/thing", get: {operationId: X}}
  /v1/thing: {parameters: 7, servers: [{}]}
  /v1/thing/{thing}:
    parameters: [{name: thing, in: header, required: true, schema: {type: string}}, {name: it, in: query, schema: {type: thing}}]
    get: {operationId: Y}
"##,
        &[
            "document#/paths/~1v1~1things~1{thing}/$ref: the keyword `$ref` is not understood",
            "document#/paths/~1v1~1thing/parameters: expected an array of parameters, found 7",
            "document#/paths/~1v1~1thing~1{thing}/parameters/1/schema/type: expected one of the types of OpenAPI 3.0, found `thing`",
        ],
    );
    refuses(
        r##"
paths:
  /v1/thing/{thing}:
    parameters: [{name: thing, in: header, required: true, schema: {type: string}}]
    get: {operationId: X}
    delete: {operationId: Y, parameters: [{name: thing, in: path, required: true, schema: {type: string}}]}
"##,
        &[
            "document#/paths/~1v1~1thing~1{thing}/get: expected a required parameter `thing` in the path, found none",
            "document#/paths/~1v1~1thing~1{thing}/parameters/0: expected a parameter in the path or the query",
        ],
    );
    refuses(
        r##"
paths:
  /v1/thing: {servers: [{}], get: {operationId: X}}
"##,
        &["document#/paths/~1v1~1thing: expected an OpenAPI 3.0 document: missing field `url`"],
    );
}

/// A vendor extension among the paths may hold anything.
#[test]
fn an_extension_among_the_paths() {
    let fine = document(
        r##"
paths:
  x-notes: {by: hand, get: 7}
  /v1/things: {get: {}}
"##,
    );
    let config = all_operations(&fine);
    assert_eq!(generated(fine, &config).err(), None);
}

/// Bodies that are not a form.
#[test]
fn bodies() {
    refuses_operations(&[
        (
            "post: {parameters: *thing, requestBody: {content: {text/plain: {schema: {type: object}}}}}",
            &[
                "document{it}/post/requestBody/content: expected a body of `application/x-www-form-urlencoded` or `application/json` or `multipart/form-data` with a schema",
            ],
        ),
        (
            "post: {parameters: *thing, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: string}}}}}",
            &["document{it}/post/requestBody/content: expected a form that is an object"],
        ),
        (
            r##"post: {parameters: *thing, requestBody: {content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/thing"}}}}}"##,
            &[
                "document{it}/post/requestBody/content: expected a body of `application/x-www-form-urlencoded` or `application/json` or `multipart/form-data` with a schema",
            ],
        ),
        (
            "get: {parameters: *thing, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}}}}",
            &[
                "document{it}/get/requestBody/content/application~1x-www-form-urlencoded/schema: expected a form without parameters in a `GET`",
            ],
        ),
        (
            "post: {parameters: *thing, requestBody: 7}",
            &["document{it}/post/requestBody/content: expected an object, found nothing"],
        ),
    ]);
}

/// Operations without a response that is understood.
#[test]
fn responses() {
    refuses_operations(&[
        (
            r##"get: {parameters: *thing, responses: {"200": {content: {text/plain: {schema: {type: boolean}}}}}}"##,
            &[
                "document{it}/get/responses/200: expected a response of `application/json`, or one that is text or a file",
            ],
        ),
        (
            "get: {parameters: *thing, responses: {}}",
            &[
                "document{it}/get/responses/200: expected a response of `application/json`, or one that is text or a file",
            ],
        ),
        (
            "get: {parameters: *thing, responses: null}",
            &["document{it}/get/responses: expected an object, found null"],
        ),
        (
            r##"get: {parameters: *thing, responses: {"200": 7}}"##,
            &["document{it}/get/responses/200: expected a response, found 7"],
        ),
        (
            "get: {parameters: *thing, responses: {2XX: {content: {text/plain: {schema: {type: boolean}}}}}}",
            &[
                "document{it}/get/responses/2XX: expected a response of `application/json`, or one that is text or a file",
            ],
        ),
        (
            "get: {parameters: *thing, responses: {\"200\": {$ref: \"#/components/responses/thing\"}}}\ncomponents: {responses: {thing: {description: A thing.}}}",
            &[
                "document{it}/get/responses/200: expected a response of `application/json`, or one that is text or a file",
            ],
        ),
    ]);
}

/// The response to a range of statuses is read like that to one status, and its place has the name of the range.
#[test]
fn responses_to_ranges_of_statuses() {
    refuses_operations(&[(
        r##"get: {parameters: *thing, responses: {2XX: {content: {application/json: {schema: {$ref: "#/components/schemas/thing"}}}}, 4XX: {content: {application/json: {schema: {$ref: "#/components/schemas/unlike_any"}}}}}}"##,
        &[
            "document{it}/get/responses/4XX/content/application~1json/schema/$ref: refers to `#/components/schemas/unlike_any`, which does not exist",
        ],
    )]);
}

/// Documents that are not OpenAPI 3.0.
#[test]
fn whole_documents() {
    refuses(
        "openapi: 3.1.0",
        &[
            "document#/openapi: expected OpenAPI version \"3.0.x\", found \"3.1.0\"\n  help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document",
        ],
    );
    refuses(
        r##"swagger: "2.0""##,
        &[
            "document#/swagger: expected an OpenAPI 3.0 document, found Swagger \"2.0\"\n  help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document",
        ],
    );
    refuses(
        "info: {title: Things}",
        &["document#/info/version: expected a string, found nothing"],
    );
    refuses("info: 7", &["document#/info: expected an object, found 7"]);
    refuses(
        r##"info: {version: "1"}"##,
        &["document#/info/title: expected a string, found nothing"],
    );
    refuses(
        "paths: 7",
        &["document#/paths: expected an object, found 7"],
    );
    refuses(
        "components: []",
        &["document#/components: expected an object, found an array"],
    );
    refuses(
        "components: {schemas: 7}",
        &["document#/components/schemas: expected an object, found 7"],
    );
    refuses(
        "components: {headers: 7}",
        &["document#: expected an OpenAPI 3.0 document: invalid type: integer `7`, expected a map"],
    );
    refuses(
        "components: {schemas: {thing: {type: object, externalDocs: {}, properties: {}}}}",
        &["document#/components/schemas/thing/externalDocs/url: expected a string, found nothing"],
    );
}

/// Exceptions in the configuration that are not needed, or not possible.
#[test]
fn configurations() {
    refuses_configuration(
        r##"
operations: [GetThingsThing]
lazy: [{schema: nothing, reason: None.}, {schema: thing, reason: None.}]
copies: [{operation: POST /v1/things, except: [], reason: None.}]
renames:
  - {from: "thing::Kind", to: Other, reason: None.}
  - {from: "thing::Thing", to: other thing, reason: None.}
  - {from: "thing::Kind", to: Another, reason: None.}
"##,
        &[
            "configuration#/lazy/0: no operation reaches a component schema `nothing`\n  help: remove the entry",
            "configuration#/renames/0: no type has the name `thing::Kind` to be changed\n  help: remove the entry",
            "configuration#/copies/0: no operation `POST /v1/things` returns what it creates\n  help: remove the entry",
            "configuration#/renames/1/to: expected the name of a type, such as `TaxExempt`, found `other thing`",
            "configuration#/renames/2/from: expected each name once, found `thing::Kind` again",
        ],
    );
    refuses_configuration(
        r##"
operations: [GetThingsThing]
operation_names:
  - {operation: GetThingsThing, name: RetrieveThing, reason: None.}
  - {operation: GetThings, name: list things, reason: None.}
  - {operation: GetThingsThing, name: ReadThing, reason: None.}
"##,
        &[
            "configuration#/operation_names/0: `RetrieveThing` is the name that `GetThingsThing` has anyway\n  help: remove the entry",
            "configuration#/operation_names/1/name: expected the name of an operation, such as `CreateCustomer`, found `list things`",
            "configuration#/operation_names/2/operation: expected each operation once, found `GetThingsThing` again",
        ],
    );
}

/// A name for two unions is that of the first if they are not the same.
#[test]
fn names_of_two_unions() {
    let member = |name| {
        format!(
            "    {name}: {{type: object, x-resourceId: {name}, properties: {{object: {{type: string, enum: [{name}]}}}}}}\n"
        )
    };
    let of = |names: &[&str]| {
        let references = names
            .iter()
            .map(|it| format!("{{$ref: '#/components/schemas/{it}'}}"));
        format!("{{anyOf: [{}]}}", references.collect::<Vec<_>>().join(", "))
    };
    let with = |first: &[&str], second: &[&str]| {
        let (first, second) = (of(first), of(second));
        document(&format!(
            "components:\n  schemas:\n    thing: {{type: object, x-resourceId: thing, properties: {{first: {first}, second: {second}}}}}\n{}{}{}",
            member("a"),
            member("b"),
            member("c"),
        ))
    };
    let config = |other_operations| {
        let names = "operations: [GetThingsThing]\nrenames: [{from: 'thing::First', to: Both, reason: Same.}, {from: 'thing::Second', to: Both, reason: Same.}]";
        let config = Config::parse(names).unwrap();
        match other_operations {
            true => config.with_operations(vec!["GetThingsThing".to_owned()]),
            false => config,
        }
    };
    let (same, other) = (
        with(&["a", "b"], &["a", "b"]),
        with(&["a", "b"], &["b", "c"]),
    );
    assert_eq!(generated(same, &config(false)).err(), None);
    assert_eq!(generated(other.clone(), &config(true)).err(), None);
    let errors = generated(other, &config(false)).unwrap_err();
    assert_eq!(
        errors.to_string(),
        "configuration#/renames/1: the type at #/components/schemas/thing/properties/second cannot be `Both`, another type is\n  \
         help: remove the entry"
    );
}

/// Recursion over schemas has a limit.
#[test]
fn nesting() {
    let nested = |depth| {
        let (open, close) = ("{type: array, items: ".repeat(depth), "}".repeat(depth));
        format!(
            "components: {{schemas: {{thing: {{type: object, x-resourceId: thing, properties: {{it: {open}{{type: string}}{close}}}}}}}}}"
        )
    };
    let fine = document(&nested(63));
    let config = all_operations(&fine);
    assert!(generated(fine, &config).is_ok());
    let place = "#/components/schemas/thing/properties/it".to_owned() + &"/items".repeat(64);
    refuses(
        &nested(64),
        &[&format!(
            "document{place}: expected schemas nested at most 64 levels deep, found one more"
        )],
    );
}

/// All errors of a step are reported, in the order of the document.
#[test]
fn several() {
    refuses_components(&[
        (
            r##"
        it: {$ref: "#/components/schemas/other"}
        c: {type: string, enum: [x, x]}
        a: {anyOf: [{type: string}, {$ref: "#/components/schemas/other"}, {type: string, enum: [""]}]}
    other: {type: object, properties: {it: {type: boolean, enum: [false]}, b: {type: string}, "": {type: string}}}
"##,
            &[
                "document#/components/schemas/thing/properties/c/enum/1: becomes `X` in Rust, and so does #/components/schemas/thing/properties/c/enum/0",
                "document#/components/schemas/thing/properties/a: an `anyOf` or `oneOf` of this form is not understood\n  help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml",
                "document#/components/schemas/other/properties/it: an enumeration of booleans other than `true` alone is not understood\n  help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml",
                "document#/components/schemas/other/properties/: expected a name with a character in it, found none: it gives no identifier",
            ],
        ),
        (
            r##"
        it: {$ref: "#/components/schemas/zeta"}
        c: {type: string, enum: [x, x]}
        b: {$ref: "#/components/schemas/other"}
    zeta: {type: object, properties: {b: {type: string}, "": {type: string}}}
    other: {type: object, properties: {b: {type: string}, "": {type: string}, d: {type: boolean, enum: [true]}}}
"##,
            &[
                "document#/components/schemas/thing/properties/c/enum/1: becomes `X` in Rust, and so does #/components/schemas/thing/properties/c/enum/0",
                "document#/components/schemas/zeta/properties/: expected a name with a character in it, found none: it gives no identifier",
                "document#/components/schemas/other/properties/: expected a name with a character in it, found none: it gives no identifier",
                "document#/components/schemas/other/properties/d: a response of this form is not understood",
            ],
        ),
    ]);
}
