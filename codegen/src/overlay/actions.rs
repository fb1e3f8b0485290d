//! The actions of an overlay.

use serde_json::{Map, Value};
use serde_json_path::{JsonPath, ParseError};

use crate::context::is_extension;
use crate::error::Error;
use crate::pointer::Pointer;
use crate::source::kind;

use super::prose::is_prose;
use super::wrong;

/// An action of an overlay: an edit of every place that its target matches.
#[derive(Debug)]
pub(super) struct Action<'a> {
    /// The place of the action in the overlay.
    pub(super) pointer: Pointer,
    /// The text of the target.
    pub(super) text: &'a str,
    pub(super) target: Target,
    pub(super) edit: Edit<'a>,
}

impl Action<'_> {
    /// Whether the action is prose, and not a correction.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.edit, Edit::Update(update) if is_prose(update))
    }
}

/// The places that an action edits.
#[derive(Debug)]
pub(super) enum Target {
    /// One place. Nearly all targets are, and finding it takes a tenth of the time of a query.
    Place(Pointer),
    /// The places that a query finds.
    Query(JsonPath),
}

impl Target {
    fn parse(text: &str) -> Result<Self, ParseError> {
        match place(text) {
            Some(place) => Ok(Self::Place(place)),
            None => JsonPath::parse(text).map(Self::Query),
        }
    }
}

/// The place of a JSONPath that consists of names, such as `$.paths['/v1/customers'].post`.
fn place(path: &str) -> Option<Pointer> {
    let mut rest = path.strip_prefix('$')?;
    let mut place = Pointer::root();
    while !rest.is_empty() {
        let (name, signs);
        (name, signs, rest) = match rest.strip_prefix("['") {
            Some(quoted) => {
                let (name, rest) = quoted.split_once("']")?;
                (name, "_-./{}", rest)
            }
            None => {
                let named = rest.strip_prefix('.')?;
                let (name, rest) = named.split_at(named.find(['.', '[']).unwrap_or(named.len()));
                (name, "_", rest)
            }
        };
        // Other characters may have a meaning, and a pointer takes a number for an index.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || signs.contains(c);
        if !name.starts_with(|c: char| !c.is_ascii_digit()) || !name.chars().all(is_plain) {
            return None;
        }
        place = place.key(name);
    }
    Some(place)
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Edit<'a> {
    Update(&'a Value),
    Remove,
}

/// The actions of `overlay`, unread; errors outside of them go to `errors`.
pub(super) fn list<'a>(overlay: &'a Value, errors: &mut Vec<Error>) -> &'a [Value] {
    Reader { errors }.overlay(overlay).unwrap_or_default()
}

/// The action `value`, the `i`th of its overlay; or `None`, and its errors go to `errors`.
pub(super) fn read<'a>(value: &'a Value, i: usize, errors: &mut Vec<Error>) -> Option<Action<'a>> {
    let pointer = Pointer::root().key("actions").index(i);
    Reader { errors }.action(value, pointer)
}

/// Each method returns `None` for what it reports.
struct Reader<'e> {
    errors: &'e mut Vec<Error>,
}

impl Reader<'_> {
    fn report<T>(&mut self, pointer: &Pointer, problem: impl Into<String>) -> Option<T> {
        self.errors.push(wrong(pointer, problem));
        None
    }

    /// Reports that `found` is of another kind than expected.
    fn unexpected<T>(&mut self, pointer: &Pointer, expected: &str, found: &Value) -> Option<T> {
        self.report(
            pointer,
            format!("expected {expected}, found {}", kind(found)),
        )
    }

    fn overlay<'a>(&mut self, overlay: &'a Value) -> Option<&'a [Value]> {
        let root = Pointer::root();
        match overlay.get("overlay") {
            Some(Value::String(version)) if version.starts_with("1.0.") => {}
            Some(version) => {
                let problem =
                    format!("expected OpenAPI Overlay version \"1.0.x\", found {version}");
                return self.report(&root.key("overlay"), problem);
            }
            None => {
                return self.report(&root, "expected an OpenAPI Overlay, found no key `overlay`");
            }
        }
        let known = ["overlay", "info", "extends", "actions"];
        let overlay = self.object(overlay, &root, &known)?;
        if let Some(info) = self.required(overlay, "info", &root) {
            self.info(info, &root.key("info"));
        }
        if let Some(extends) = overlay.get("extends") {
            self.string(extends, &root.key("extends"));
        }
        match self.required(overlay, "actions", &root)? {
            Value::Array(actions) => Some(actions),
            other => self.unexpected(&root.key("actions"), "an array", other),
        }
    }

    fn info(&mut self, info: &Value, pointer: &Pointer) -> Option<()> {
        let known = ["title", "version"];
        let info = self.object(info, pointer, &known)?;
        for key in known {
            if let Some(value) = self.required(info, key, pointer) {
                self.string(value, &pointer.key(key));
            }
        }
        Some(())
    }

    fn action<'a>(&mut self, action: &'a Value, pointer: Pointer) -> Option<Action<'a>> {
        let known = ["target", "description", "update", "remove"];
        let action = self.object(action, &pointer, &known)?;
        if let Some(description) = action.get("description") {
            self.string(description, &pointer.key("description"));
        }
        let target = self.required(action, "target", &pointer);
        let target = target.and_then(|target| self.target(target, &pointer.key("target")));
        let edit = self.edit(action, &pointer);
        let ((text, target), edit) = target.zip(edit)?;
        Some(Action {
            pointer,
            text,
            target,
            edit,
        })
    }

    fn target<'a>(&mut self, target: &'a Value, pointer: &Pointer) -> Option<(&'a str, Target)> {
        let text = self.string(target, pointer)?;
        match Target::parse(text) {
            Ok(target) => Some((text, target)),
            Err(error) => {
                let at = error.position() + 1;
                let problem = format!(
                    "expected a JSONPath (RFC 9535), found `{text}`, which is invalid from character {at}"
                );
                self.report(pointer, problem)
            }
        }
    }

    fn edit<'a>(&mut self, action: &'a Map<String, Value>, pointer: &Pointer) -> Option<Edit<'a>> {
        match (action.get("remove"), action.get("update")) {
            (Some(Value::Bool(true)), _) => Some(Edit::Remove),
            (None | Some(Value::Bool(false)), Some(update)) => Some(Edit::Update(update)),
            (None | Some(Value::Bool(false)), None) => self.report(
                pointer,
                "expected `update` or `remove: true`, found neither",
            ),
            (Some(remove), _) => {
                self.unexpected(&pointer.key("remove"), "`true` or `false`", remove)
            }
        }
    }

    /// The members of `value`, if it is an object. Keys other than `known` and extensions are errors.
    fn object<'a>(
        &mut self,
        value: &'a Value,
        pointer: &Pointer,
        known: &[&str],
    ) -> Option<&'a Map<String, Value>> {
        let Value::Object(members) = value else {
            return self.unexpected(pointer, "an object", value);
        };
        for key in members.keys() {
            if !known.contains(&key.as_str()) && !is_extension(key) {
                let known = known.join("`, `");
                let problem = format!("expected one of the keys `{known}`, found `{key}`");
                self.report::<()>(&pointer.key(key), problem);
            }
        }
        Some(members)
    }

    fn required<'a>(
        &mut self,
        members: &'a Map<String, Value>,
        key: &str,
        pointer: &Pointer,
    ) -> Option<&'a Value> {
        let missing = || format!("expected the key `{key}`, found none");
        let found = members.get(key);
        found.or_else(|| self.report(pointer, missing()))
    }

    fn string<'a>(&mut self, value: &'a Value, pointer: &Pointer) -> Option<&'a str> {
        let text = value.as_str();
        text.or_else(|| self.unexpected(pointer, "a string", value))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;
    use serde_json_path::JsonPath;

    use super::place;

    #[test]
    fn a_path_of_names_is_a_place() {
        let document = json!({
            "paths": { "/v1/a/{b}": { "get": { "x-y_z": [{ "name": "0" }] } } },
        });
        for path in [
            "$",
            "$.paths",
            "$['paths']['/v1/a/{b}'].get['x-y_z']",
            "$.paths.none",
            "$.paths['/v1/a/{b}'].get.name",
        ] {
            let found = JsonPath::parse(path).unwrap().query(&document).first();
            assert_eq!(
                document.pointer(place(path).unwrap().as_str()),
                found,
                "{path}"
            );
        }
    }

    #[test]
    fn any_other_path_is_a_query() {
        for path in [
            "",
            "paths",
            "$paths",
            "$.",
            "$.a..b",
            "$.*",
            "$.a[0]",
            "$.a['0']",
            "$.a['']",
            "$.0",
            "$.a-b",
            "$.a[?@.b=='c']",
            "$['a','b']",
            "$['a\\'b']",
            "$['a\"]",
            "$.ä",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }
}
