//! What operations share: parameters, bodies and responses that are references to components are replaced by copies of those,
//! and the parameters of a path become those of each of its operations.

use serde_json::{Map, Value};

use crate::context::is_method;

use super::check::entries;

/// The greatest number of references to references.
const LIMIT: usize = 8;

/// Replaces what operations share by copies of it, and removes those kinds of components. A reference that leads nowhere stays.
pub(super) fn inline(document: &mut Value) {
    let kinds = ["parameters", "requestBodies", "responses"];
    let mut shared = Map::new();
    if let Some(components) = document
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        let found = kinds
            .iter()
            .filter_map(|kind| components.shift_remove_entry(*kind));
        shared.extend(found);
    }
    let Some(paths) = document.get_mut("paths") else {
        return;
    };
    for (_, item) in entries(paths) {
        let mut of_path = parameters_of_path(item);
        for parameter in &mut of_path {
            replace(parameter, "parameters", &shared);
        }
        for (_, operation) in entries(item).filter(|(key, _)| is_method(key)) {
            if !shared.is_empty() {
                inline_in(operation, &shared);
            }
            add(operation, &of_path);
        }
    }
}

/// Removes the parameters of a path from it, unless they are malformed.
fn parameters_of_path(item: &mut Value) -> Vec<Value> {
    match item.get_mut("parameters").map(Value::take) {
        Some(Value::Array(parameters)) => {
            item.as_object_mut()
                .map(|item| item.shift_remove("parameters"));
            parameters
        }
        Some(other) => {
            item["parameters"] = other;
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Adds the parameters of the path that the operation does not have itself.
fn add(operation: &mut Value, of_path: &[Value]) {
    let Some(operation) = operation.as_object_mut().filter(|_| !of_path.is_empty()) else {
        return;
    };
    let own = operation
        .entry("parameters")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Some(own) = own.as_array_mut() {
        let is_same =
            |a: &Value, b: &Value| ["in", "name"].iter().all(|key| a.get(key) == b.get(key));
        let added = of_path
            .iter()
            .filter(|it| !own.iter().any(|known| is_same(known, it)));
        let added: Vec<_> = added.cloned().collect();
        own.extend(added);
    }
}

fn inline_in(operation: &mut Value, shared: &Map<String, Value>) {
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        replace(parameter, "parameters", shared);
    }
    if let Some(body) = operation.get_mut("requestBody") {
        replace(body, "requestBodies", shared);
    }
    if let Some(responses) = operation.get_mut("responses") {
        for (_, response) in entries(responses) {
            replace(response, "responses", shared);
        }
    }
}

fn replace(value: &mut Value, kind: &str, components: &Map<String, Value>) {
    for _ in 0..LIMIT {
        let reference = value.get("$ref").and_then(Value::as_str);
        let name = reference.and_then(|it| it.strip_prefix("#/components/")?.split_once('/'));
        let named = name.filter(|(found, _)| *found == kind);
        let target = named.and_then(|(_, name)| components.get(kind)?.get(name));
        match target {
            Some(target) => *value = target.clone(),
            None => return,
        }
    }
}
