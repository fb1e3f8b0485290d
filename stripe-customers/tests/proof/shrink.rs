//! Counter-examples made small.

use serde_json::Value;

use super::walk::{Step, Way};

/// What is left of `value` when every member and element is taken away without which it still `fails`.
pub fn smallest(value: &Value, fails: &dyn Fn(&Value) -> bool) -> Value {
    let mut smallest = value.clone();
    'again: loop {
        let mut ways = Vec::new();
        all_ways(&smallest, &mut Way::default(), &mut ways);
        for way in ways {
            let mut smaller = smallest.clone();
            remove(&way, &mut smaller);
            if fails(&smaller) {
                smallest = smaller;
                continue 'again;
            }
        }
        return smallest;
    }
}

/// The ways to all that can be taken away, large things first.
fn all_ways(value: &Value, way: &mut Way, ways: &mut Vec<Way>) {
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
        way.0.push(step);
        ways.push(way.clone());
        all_ways(value, way, ways);
        way.0.pop();
    }
}

fn remove(way: &Way, value: &mut Value) {
    match way.0.split_last() {
        Some((Step::Index(index), before)) => {
            let array = Way(before.to_vec());
            array.end(value).as_array_mut().unwrap().remove(*index);
        }
        _ => way.remove(value),
    }
}

#[test]
fn only_what_fails_is_left() {
    let value = serde_json::json!({"a": 1, "b": [{"c": 2, "d": 3}, 4]});
    let fails = |value: &Value| value["b"][0]["d"] == 3;
    assert_eq!(
        smallest(&value, &fails),
        serde_json::json!({"b": [{"d": 3}]})
    );
}
