//! The overlay: what its actions do, and which are refused.

use serde_json::{Value, json};
use stripe_codegen::Overlay;

const HEAD: &str = "overlay: 1.0.0\ninfo: {title: Test, version: '1'}\nactions:\n";

/// The document after the overlay with `actions`, or the errors.
fn apply(actions: &str, mut document: Value) -> Result<Value, String> {
    let overlay = Overlay::parse(&format!("{HEAD}{actions}"));
    match overlay.and_then(|overlay| overlay.apply(&mut document)) {
        Ok(_) => Ok(document),
        Err(errors) => Err(errors.to_string()),
    }
}

fn document() -> Value {
    json!({
        "info": { "title": "T" },
        "paths": { "/a": { "get": { "tags": ["x"], "deprecated": true } } },
        "list": [1, 2, { "a": 3 }, 4],
        "last": null,
    })
}

#[test]
fn merges_objects_appends_arrays_and_replaces_the_rest() {
    let actions = "
- target: $.paths['/a'].get
  update:
    tags: [y, z]
    deprecated: {since: 1}
    summary: New.
- target: $.list
  update: {a: 5}
- target: $
  update: {info: {title: U, x: 1}}
";
    let expected = json!({
        "info": { "title": "U", "x": 1 },
        "paths": { "/a": { "get": { "tags": ["x", "y", "z"], "deprecated": { "since": 1 }, "summary": "New." } } },
        "list": [1, 2, { "a": 3 }, 4, { "a": 5 }],
        "last": null,
    });
    assert_eq!(apply(actions, document()), Ok(expected));
}

/// A document of another version may have what a correction adds.
#[test]
fn a_correction_that_fits_is_made_once() {
    let actions = "
- target: $.paths['/a'].get
  update: {tags: [x]}
- target: $.list
  update: {a: 5}
";
    let overlay = Overlay::parse(&format!("{HEAD}{actions}")).unwrap();
    let mut document = document();
    overlay.apply_where_it_fits(&mut document).unwrap();
    assert_eq!(document["paths"]["/a"]["get"]["tags"], json!(["x"]));
    assert_eq!(document["list"][4], json!({ "a": 5 }));
}

#[test]
fn removes_several_targets_and_keeps_the_order_of_the_others() {
    let actions = "
- {target: '$.list[3,0,0]', remove: true}
- {target: $.info, remove: true, update: {ignored: 1}}
";
    let expected = json!({
        "paths": { "/a": { "get": { "tags": ["x"], "deprecated": true } } },
        "list": [2, { "a": 3 }],
        "last": null,
    });
    let document = apply(actions, document()).unwrap();
    assert_eq!(document.to_string(), expected.to_string());
}

#[test]
fn removes_targets_inside_one_another() {
    let document = json!({ "a": { "a": { "a": 1 }, "b": 2 }, "c": [[0], 1] });
    let all = apply("- {target: '$..a', remove: true}", document.clone());
    assert_eq!(all, Ok(json!({ "c": [[0], 1] })));
    let all = apply("- {target: '$..*', remove: true}", document);
    assert_eq!(all, Ok(json!({})));
}

#[test]
fn later_actions_see_the_changes_of_earlier_ones() {
    let actions = "
- {target: $.info, update: {new: {}}}
- {target: $.info.new, update: {deep: 1}}
- {target: '$.paths[?@.get].get', update: {found: 1}}
";
    let document = apply(actions, document()).unwrap();
    assert_eq!(document.pointer("/info/new/deep"), Some(&json!(1)));
    assert_eq!(document.pointer("/paths/~1a/get/found"), Some(&json!(1)));
}

#[test]
fn reports_every_error_in_the_actions() {
    let actions = "
- {target: $.nowhere, update: {}}
- {target: '$.a[', update: {}}
- {target: $.info}
- {target: $.info, remove: false}
- {target: $.info.title, update: {a: 1}}
- {target: $.paths, update: {/a: {get: {tags: none}}}}
- {target: $.info, update: text}
- {target: $, remove: true}
- {tagret: $.info, remove: yes}
- 7
- {target: 7, description: 7, update: {}}
";
    let expected = "\
overlay#/actions/0/target: expected a place in the document, found none at `$.nowhere`
  help: change or remove this correction of the document
overlay#/actions/1/target: expected a JSONPath (RFC 9535), found `$.a[`, which is invalid from character 4
overlay#/actions/2: expected `update` or `remove: true`, found neither
overlay#/actions/3: expected `update` or `remove: true`, found neither
overlay#/actions/4/target: expected an object or an array to update, found a string at #/info/title
  help: update the object that it is in
overlay#/actions/5/update/~1a/get/tags: expected an array, as the document has at #/paths/~1a/get/tags, found a string
overlay#/actions/6/update: expected an object, as the document has at #/info, found a string
overlay#/actions/7/target: expected a part of the document to remove, found the whole document
overlay#/actions/8/tagret: expected one of the keys `target`, `description`, `update`, `remove`, found `tagret`
overlay#/actions/8: expected the key `target`, found none
overlay#/actions/8/remove: expected `true` or `false`, found a string
overlay#/actions/9: expected an object, found a number
overlay#/actions/10/description: expected a string, found a number
overlay#/actions/10/target: expected a string, found a number";
    assert_eq!(apply(actions, document()).unwrap_err(), expected);
}

/// Among names and data, `description` is a name or data.
#[test]
fn an_update_that_is_not_prose_is_a_correction() {
    let schema = json!({ "properties": {}, "default": {}, "x-notes": {} });
    let document = json!({ "components": { "schemas": { "a": schema } } });
    for (place, update) in [
        ("properties", json!({ "description": { "type": "string" } })),
        ("default", json!({ "description": "data" })),
        ("x-notes", json!({ "summary": "kept" })),
    ] {
        let action =
            format!("- {{target: \"$.components.schemas.a['{place}']\", update: {update}}}");
        let mut expected = document.clone();
        *expected
            .pointer_mut(&format!("/components/schemas/a/{place}"))
            .unwrap() = update;
        assert_eq!(apply(&action, document.clone()), Ok(expected));
    }
}

#[test]
fn reports_errors_outside_of_the_actions() {
    for (text, expected) in [
        (
            "",
            "overlay#: expected JSON or YAML, found nothing: it is empty",
        ),
        (
            "actions: []",
            "overlay#: expected an OpenAPI Overlay, found no key `overlay`",
        ),
        (
            "overlay: 1.1.0",
            "overlay#/overlay: expected OpenAPI Overlay version \"1.0.x\", found \"1.1.0\"",
        ),
        (
            "overlay: 1.0",
            "overlay#/overlay: expected OpenAPI Overlay version \"1.0.x\", found 1.0",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: T}\naction: []",
            "overlay#/action: expected one of the keys `overlay`, `info`, `extends`, `actions`, found `action`\n\
             overlay#/info: expected the key `version`, found none\n\
             overlay#: expected the key `actions`, found none",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: T, version: 1}\nextends: [a]\nactions: []\nx-more: 1",
            "overlay#/info/version: expected a string, found a number\n\
             overlay#/extends: expected a string, found an array",
        ),
        (
            "overlay: 1.0.0\ninfo: none\nactions: {}",
            "overlay#/info: expected an object, found a string\n\
             overlay#/actions: expected an array, found an object",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: {}",
            "overlay#/actions: expected an array, found an object",
        ),
    ] {
        let errors = Overlay::parse(text)
            .and_then(|overlay| overlay.apply(&mut document()).map(drop))
            .unwrap_err();
        assert_eq!(errors.to_string(), expected);
    }
}
