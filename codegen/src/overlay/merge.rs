//! Merges an update into its target.

use serde_json::Value;
use serde_json::map::Entry;

use crate::error::Error;
use crate::pointer::Pointer;
use crate::source::kind;

use super::wrong;

/// Merges `update`, which stands at `from` in the overlay, into `target`, at `place` in the document.
///
/// Objects merge member by member, arrays are put one after the other, and a primitive value gives
/// way. An object or an array does not give way to something else: that is more likely a slip than
/// meant, and `remove` says it when it is.
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
