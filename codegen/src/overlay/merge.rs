//! The merge of an update into its target.

use serde_json::Value;
use serde_json::map::Entry;

use crate::error::Error;
use crate::pointer::Pointer;
use crate::source::kind;

use super::wrong;

/// Merges `update`, which stands at `from` in the overlay, into `target`, at `place` in the document.
///
/// Objects merge member by member, arrays are concatenated, and a primitive value is replaced. Replacing an object or an
/// array by another kind of value is an error, because it is more likely a mistake than intended; `remove` states the
/// intention.
pub(super) fn merge(
    target: &mut Value,
    update: &Value,
    place: &Pointer,
    from: &Pointer,
    errors: &mut Vec<Error>,
) {
    match (target, update) {
        (Value::Object(members), Value::Object(updates)) => {
            for (key, update) in updates {
                match members.entry(key.as_str()) {
                    Entry::Vacant(entry) => {
                        entry.insert(update.clone());
                    }
                    Entry::Occupied(mut entry) => {
                        let (place, from) = (place.key(key), from.key(key));
                        merge(entry.get_mut(), update, &place, &from, errors);
                    }
                }
            }
        }
        (Value::Array(elements), Value::Array(updates)) => elements.extend_from_slice(updates),
        (target @ (Value::Object(_) | Value::Array(_)), update) => errors.push(wrong(
            from,
            format!(
                "expected {}, as the document has at {place}, found {}",
                kind(target),
                kind(update)
            ),
        )),
        (target, update) => *target = update.clone(),
    }
}

/// Whether `target` has everything that `update` adds to it.
pub(super) fn has(target: &Value, update: &Value) -> bool {
    match (target, update) {
        (Value::Object(members), Value::Object(updates)) => updates
            .iter()
            .all(|(key, update)| members.get(key).is_some_and(|it| has(it, update))),
        (Value::Array(elements), Value::Array(updates)) => {
            updates.iter().all(|update| elements.contains(update))
        }
        (target, update) => target == update,
    }
}
