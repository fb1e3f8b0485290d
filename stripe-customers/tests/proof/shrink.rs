//! Shrinking of failing values.

use serde_json::Value;

use super::walk::{JsonPath, Step};

/// Removes all members and elements of `value` without which it still `fails`.
pub fn smallest(value: &Value, fails: &dyn Fn(&Value) -> bool) -> Value {
    let mut smallest = value.clone();
    'again: loop {
        let mut paths = Vec::new();
        all_paths(&smallest, &mut JsonPath::default(), &mut paths);
        for path in paths {
            let mut smaller = smallest.clone();
            remove(&path, &mut smaller);
            if fails(&smaller) {
                smallest = smaller;
                continue 'again;
            }
        }
        return smallest;
    }
}

/// Collects the paths of all values that can be removed, large ones first.
fn all_paths(value: &Value, path: &mut JsonPath, paths: &mut Vec<JsonPath>) {
    let steps: Vec<(Step, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (Step::Name(name.clone()), value))
            .collect(),
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .map(|(index, value)| (Step::Index(index), value))
            .collect(),
        _ => Vec::new(),
    };
    for (step, value) in steps {
        path.0.push(step);
        paths.push(path.clone());
        all_paths(value, path, paths);
        path.0.pop();
    }
}

fn remove(path: &JsonPath, value: &mut Value) {
    match path.0.split_last() {
        Some((Step::Index(index), before)) => {
            let array = JsonPath(before.to_vec());
            array.end(value).as_array_mut().unwrap().remove(*index);
        }
        _ => path.remove(value),
    }
}

#[test]
fn only_the_failing_part_is_left() {
    let value = serde_json::json!({"a": 1, "b": [{"c": 2, "d": 3}, 4]});
    let fails = |value: &Value| value["b"][0]["d"] == 3;
    assert_eq!(
        smallest(&value, &fails),
        serde_json::json!({"b": [{"d": 3}]})
    );
}
