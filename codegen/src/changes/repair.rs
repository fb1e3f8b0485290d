//! Makes a model of the parts of a document that the generator supports.
//!
//! Documents of other years have parts that it does not support. Each is an error with a pointer: the schema at the pointer is
//! replaced by a string, and lowering is tried again.

use std::collections::BTreeSet;
use std::iter::successors;

use serde_json::{Value, json};

use crate::document::in_order;
use crate::error::{Error, Errors, Input};
use crate::ir::Model;
use crate::pointer::Pointer;
use crate::{Config, Document, lower};

/// The maximum number of attempts: a document is checked in several steps, and an error in one hides those of the next.
const ROUNDS: usize = 8;

/// The result of the attempts.
#[derive(Default)]
pub(super) struct Understood {
    pub(super) model: Option<Model>,
    /// The parts of the document that are not in the model.
    pub(super) left_out: BTreeSet<Pointer>,
    /// Why they are not.
    pub(super) problems: Vec<Error>,
}

impl Understood {
    /// No model at all.
    pub(super) fn failed(errors: &Errors) -> Self {
        Self {
            problems: errors.iter().cloned().collect(),
            ..Self::default()
        }
    }
}

/// The model of `document` without the parts that the generator does not support.
pub(super) fn understand(mut document: Value, config: &Config) -> Understood {
    let mut understood = Understood::default();
    for _ in 0..ROUNDS {
        let lowered =
            Document::new(document.clone()).and_then(|document| lower::lower(&document, config));
        let errors = match lowered {
            Ok(model) => {
                understood.model = Some(model);
                return understood;
            }
            Err(errors) => errors,
        };
        understood.problems.extend(errors.iter().cloned());
        if !leave_out(&errors, &mut document, &mut understood.left_out) {
            return understood;
        }
    }
    understood
}

/// Every error in `document`, of which a step reported the `first` ones: what is wrong in one part hides what later steps would
/// report about the others.
#[must_use]
pub fn all_errors(document: Value, config: &Config, first: Errors) -> Errors {
    let config = config.clone().with_operations(config.operations.clone());
    let more = understand(document.clone(), &config).problems.into_iter();
    let more = more.filter(|error| error.input == Input::Document);
    let mut all: Vec<_> = first.iter().cloned().collect();
    let known: BTreeSet<_> = all
        .iter()
        .map(|it| (it.pointer.clone(), it.problem.clone()))
        .collect();
    all.extend(more.filter(|it| !known.contains(&(it.pointer.clone(), it.problem.clone()))));
    match Errors::or(all, ()) {
        Err(all) => in_order(all, &document),
        Ok(()) => first,
    }
}

/// Leaves out the parts of the document that `errors` point to. Returns `false` if one of them points to none.
fn leave_out(errors: &Errors, document: &mut Value, left_out: &mut BTreeSet<Pointer>) -> bool {
    let before = left_out.clone();
    errors.iter().all(|error| {
        if error.input != Input::Document {
            return false;
        }
        // A part that was left out in vain is followed by the part around it.
        let Some(part) = around(&error.pointer).find(|part| !before.contains(part)) else {
            return false;
        };
        if left_out.insert(part.clone()) {
            replace(&part, document);
        }
        true
    })
}

/// The parts around `pointer` that can be left out, the smallest first.
fn around(pointer: &Pointer) -> impl Iterator<Item = Pointer> {
    let all = successors(Some(pointer.clone()), |inner| Some(inner.split_last()?.0));
    all.filter(|part| can_be_left_out(part.as_str()))
}

fn can_be_left_out(pointer: &str) -> bool {
    let keys: Vec<_> = pointer.split('/').skip(1).collect();
    match keys.as_slice() {
        ["components", "schemas", _] | ["paths", _, _] => true,
        [.., "properties" | "parameters", _] => keys.len() > 2,
        _ => false,
    }
}

/// Replaces the part at `part` by one that the generator supports, or removes an operation.
fn replace(part: &Pointer, document: &mut Value) {
    let keys: Vec<_> = part.as_str().split('/').skip(1).collect();
    match keys.as_slice() {
        ["paths", path, method] => {
            let item = document.pointer_mut(&format!("/paths/{path}"));
            item.and_then(|item| item.as_object_mut()?.shift_remove(*method));
        }
        ["components", "schemas", _] => {
            if let Some(schema) = document.pointer_mut(part.as_str()) {
                *schema = json!({ "type": "object", "properties": {} });
            }
        }
        [.., "parameters", _] => {
            let parameter = document.pointer_mut(part.as_str());
            if let Some(parameter) = parameter.and_then(Value::as_object_mut) {
                parameter.insert("schema".to_owned(), json!({ "type": "string" }));
            }
        }
        _ => {
            if let Some(schema) = document.pointer_mut(part.as_str()) {
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
    fn the_smallest_part_is_left_out_first() {
        let pointer = Pointer::parse("/components/schemas/a/properties/b/properties/c/enum/0");
        let around: Vec<_> = around(&pointer).map(|it| it.to_string()).collect();
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
    fn the_model_has_the_other_parts() {
        let response = json!({ "schema": { "$ref": "#/components/schemas/thing" } });
        let operation = |id| {
            json!({ "operationId": id, "responses": { "200": { "description": "",
            "content": { "application/json": response } } } })
        };
        let document = json!({
            "openapi": "3.0.0",
            "info": { "title": "", "version": "1" },
            "paths": {
                "/v1/things": { "get": operation("GetThings") },
                "/v1/odd": { "head": operation("HeadOdd"), "get": { "operationId": "GetOdd", "responses": {} } },
            },
            "components": { "schemas": { "thing": { "type": "object", "properties": {
                "good": { "type": "string" },
                "odd": { "type": "integer", "enum": [1] },
                "odder": { "type": "string", "if": true },
            } } } },
        });
        let ids = ["GetThings", "GetOdd", "HeadOdd"].map(str::to_owned);
        let config = Config::default().with_operations(ids.to_vec());
        let understood = understand(document, &config);
        let left_out: Vec<_> = understood.left_out.iter().map(Pointer::to_string).collect();
        assert_eq!(
            left_out,
            [
                "#/components/schemas/thing/properties/odd",
                "#/components/schemas/thing/properties/odder",
                "#/paths/~1v1~1odd/get",
                "#/paths/~1v1~1odd/head"
            ]
        );
        assert!(understood.model.is_some());
    }
}
