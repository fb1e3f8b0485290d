//! Parameters, bodies and responses that are references to components: replaced by copies of those.

use serde_json::{Map, Value};

use crate::context::is_method;

use super::check::entries;

/// The greatest number of references to references.
const LIMIT: usize = 8;

/// Replaces every parameter, body and response that is a reference to a component by the component, and removes
/// those kinds of components. A reference that leads nowhere stays.
pub(super) fn inline(document: &mut Value) {
    let components = document.get("components").and_then(Value::as_object);
    let kinds = ["parameters", "requestBodies", "responses"];
    if !components.is_some_and(|components| kinds.iter().any(|it| components.contains_key(*it))) {
        return;
    }
    let components = components.cloned().unwrap_or_default();
    for kind in kinds {
        document["components"]
            .as_object_mut()
            .map(|them| them.shift_remove(kind));
    }
    let Some(paths) = document.get_mut("paths") else {
        return;
    };
    let replace_parameters = |holder: &mut Value| {
        let parameters = holder.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            replace(parameter, "parameters", &components);
        }
    };
    entries(paths).for_each(|(_, item)| replace_parameters(item));
    let operations = entries(paths).flat_map(|(_, item)| entries(item));
    for (_, operation) in operations.filter(|(key, _)| is_method(key)) {
        replace_parameters(operation);
        if let Some(body) = operation.get_mut("requestBody") {
            replace(body, "requestBodies", &components);
        }
        if let Some(responses) = operation.get_mut("responses") {
            for (_, response) in entries(responses) {
                replace(response, "responses", &components);
            }
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
