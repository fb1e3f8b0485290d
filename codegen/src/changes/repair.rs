//! A model of what the generator understands of a document, whatever else is in it.
//!
//! Documents of other years have a place here and there that it does not understand. Each is an error with a pointer: what
//! stands there is taken for text, and the rest is tried again.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::error::{Error, Errors, Input};
use crate::ir::Model;
use crate::pointer::Pointer;
use crate::{Config, Document, lower};

/// How often to try: a document is checked in several steps, and a mistake in one of them hides those of the next.
const ROUNDS: usize = 8;

/// What the generator makes of a document.
#[derive(Default)]
pub(super) struct Understood {
    pub(super) model: Option<Model>,
    /// The places that are not in the model.
    pub(super) left_out: BTreeSet<Pointer>,
    /// What it does not understand.
    pub(super) problems: Vec<Error>,
}

/// The model of `document`, without what is not understood.
pub(super) fn understand(mut document: Value, mut config: Config) -> Understood {
    let mut understood = Understood::default();
    for _ in 0..ROUNDS {
        let lowered =
            Document::new(document.clone()).and_then(|document| lower::lower(&document, &config));
        let errors = match lowered {
            Ok(model) => {
                understood.model = Some(model);
                return understood;
            }
            Err(errors) => errors,
        };
        understood.problems.extend(errors.iter().cloned());
        let left_out = &mut understood.left_out;
        if !leave_out(&errors, &mut document, &mut config, left_out) {
            return understood;
        }
    }
    understood
}

/// Takes away what `errors` speak of. Fails if one of them speaks of nothing that could be taken away.
fn leave_out(
    errors: &Errors,
    document: &mut Value,
    config: &mut Config,
    left_out: &mut BTreeSet<Pointer>,
) -> bool {
    let before = left_out.clone();
    errors.iter().all(|error| {
        if error.input != Input::Document {
            return false;
        }
        let around = around(&error.pointer);
        // Where it does not help to take a thing away, what is around it goes too.
        let place = around.into_iter().find(|place| !before.contains(place));
        let Some(place) = place else {
            return false;
        };
        if left_out.insert(place.clone()) {
            take_away(&place, document, config);
        }
        true
    })
}

/// The places around `pointer` that can be taken away, the smallest first.
fn around(pointer: &Pointer) -> Vec<Pointer> {
    let text = pointer.as_str();
    let ends = text.char_indices().filter(|(_, c)| *c == '/');
    let ends: Vec<_> = ends.map(|(at, _)| at).chain([text.len()]).collect();
    let prefixes = ends.iter().rev().filter_map(|end| text.get(..*end));
    prefixes
        .filter(|prefix| can_be_taken_away(prefix))
        .map(Pointer::parse)
        .collect()
}

fn can_be_taken_away(pointer: &str) -> bool {
    let keys: Vec<_> = pointer.split('/').skip(1).collect();
    match keys.as_slice() {
        ["components", "schemas", _] | ["paths", _, _] => true,
        [.., "properties" | "parameters", _] => keys.len() > 2,
        _ => false,
    }
}

fn take_away(place: &Pointer, document: &mut Value, config: &mut Config) {
    let keys: Vec<_> = place.as_str().split('/').skip(1).collect();
    match keys.as_slice() {
        ["paths", path, method] => {
            let item = document.pointer_mut(&format!("/paths/{path}"));
            let operation = item.and_then(|item| item.as_object_mut()?.shift_remove(*method));
            let id = operation.as_ref().and_then(|it| it.get("operationId"));
            let id = id.and_then(Value::as_str).unwrap_or_default();
            config.operations.retain(|it| it != id);
        }
        ["components", "schemas", _] => {
            if let Some(schema) = document.pointer_mut(place.as_str()) {
                *schema = json!({ "type": "object", "properties": {} });
            }
        }
        [.., "parameters", _] => {
            let parameter = document.pointer_mut(place.as_str());
            if let Some(parameter) = parameter.and_then(Value::as_object_mut) {
                parameter.insert("schema".to_owned(), json!({ "type": "string" }));
            }
        }
        _ => {
            if let Some(schema) = document.pointer_mut(place.as_str()) {
                *schema = json!({ "type": "string" });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{around, understand};
    use crate::Config;
    use crate::pointer::Pointer;

    #[test]
    fn the_smallest_place_is_taken_away_first() {
        let pointer = Pointer::parse("/components/schemas/a/properties/b/properties/c/enum/0");
        let around: Vec<_> = around(&pointer).iter().map(Pointer::to_string).collect();
        assert_eq!(
            around,
            [
                "#/components/schemas/a/properties/b/properties/c",
                "#/components/schemas/a/properties/b",
                "#/components/schemas/a"
            ]
        );
    }

    #[test]
    fn the_rest_is_understood() {
        let answer = json!({ "schema": { "$ref": "#/components/schemas/thing" } });
        let operation = |id| {
            json!({ "operationId": id, "responses": { "200": { "description": "",
            "content": { "application/json": answer } } } })
        };
        let document = json!({
            "openapi": "3.0.0",
            "info": { "title": "", "version": "1" },
            "paths": {
                "/v1/things": { "get": operation("GetThings") },
                "/v1/odd": { "patch": operation("PatchOdd"), "get": { "operationId": "GetOdd", "responses": {} } },
            },
            "components": { "schemas": { "thing": { "type": "object", "properties": {
                "good": { "type": "string" },
                "odd": { "type": "integer", "enum": [1] },
                "odder": { "type": "string", "if": true },
            } } } },
        });
        let ids = ["GetThings", "GetOdd", "PatchOdd"].map(str::to_owned);
        let config = Config::default().with_operations(ids.to_vec());
        let understood = understand(document, config);
        let left_out: Vec<_> = understood.left_out.iter().map(Pointer::to_string).collect();
        assert_eq!(
            left_out,
            [
                "#/components/schemas/thing/properties/odd",
                "#/components/schemas/thing/properties/odder",
                "#/paths/~1v1~1odd/get",
                "#/paths/~1v1~1odd/patch"
            ]
        );
        assert!(understood.model.is_some());
    }
}
