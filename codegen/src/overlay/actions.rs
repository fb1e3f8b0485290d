//! The actions of an overlay.

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

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
    pub(super) target: JsonPath,
    pub(super) edit: Edit<'a>,
}

impl Action<'_> {
    /// Whether the action is prose, and not a correction.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.edit, Edit::Update(update) if is_prose(update))
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Edit<'a> {
    Update(&'a Value),
    Remove,
}

/// The actions of `overlay`, unread; errors outside of them go to `errors`.
pub(super) fn list<'a>(overlay: &'a Value, errors: &mut Vec<Error>) -> &'a [Value] {
    let mut reader = Reader { errors };
    match overlay.get("overlay") {
        Some(Value::String(version)) if version.starts_with("1.0.") => reader.overlay(overlay),
        Some(version) => {
            let problem = format!("expected OpenAPI Overlay version \"1.0.x\", found {version}");
            reader.report(&Pointer::root().key("overlay"), problem);
            &[]
        }
        None => {
            let problem = "expected an OpenAPI Overlay, found no key `overlay`";
            reader.report(&Pointer::root(), problem);
            &[]
        }
    }
}

/// The action `value`, the `i`th of its overlay; or `None`, and its errors go to `errors`.
pub(super) fn read<'a>(value: &'a Value, i: usize, errors: &mut Vec<Error>) -> Option<Action<'a>> {
    let pointer = Pointer::root().key("actions").index(i);
    Reader { errors }.action(value, pointer)
}

struct Reader<'e> {
    errors: &'e mut Vec<Error>,
}

impl Reader<'_> {
    fn report(&mut self, pointer: &Pointer, problem: impl Into<String>) {
        self.errors.push(wrong(pointer, problem));
    }

    fn overlay<'a>(&mut self, overlay: &'a Value) -> &'a [Value] {
        let root = Pointer::root();
        let known = ["overlay", "info", "extends", "actions"];
        let Some(overlay) = self.object(overlay, &root, &known) else {
            return &[];
        };
        if let Some(info) = self.required(overlay, "info", &root) {
            self.info(info, &root.key("info"));
        }
        if let Some(extends) = overlay.get("extends") {
            self.string(extends, &root.key("extends"));
        }
        match self.required(overlay, "actions", &root) {
            Some(actions) => self.actions(actions, &root.key("actions")),
            None => &[],
        }
    }

    fn info(&mut self, info: &Value, pointer: &Pointer) {
        let known = ["title", "version"];
        let Some(info) = self.object(info, pointer, &known) else {
            return;
        };
        for key in known {
            if let Some(value) = self.required(info, key, pointer) {
                self.string(value, &pointer.key(key));
            }
        }
    }

    fn actions<'a>(&mut self, actions: &'a Value, pointer: &Pointer) -> &'a [Value] {
        let Some(actions) = actions.as_array() else {
            let found = kind(actions);
            self.report(pointer, format!("expected an array, found {found}"));
            return &[];
        };
        actions
    }

    fn action<'a>(&mut self, action: &'a Value, pointer: Pointer) -> Option<Action<'a>> {
        let known = ["target", "description", "update", "remove"];
        let action = self.object(action, &pointer, &known)?;
        if let Some(description) = action.get("description") {
            self.string(description, &pointer.key("description"));
        }
        let target = self
            .required(action, "target", &pointer)
            .and_then(|target| self.target(target, &pointer.key("target")));
        let edit = self.edit(action, &pointer);
        let ((text, target), edit) = target.zip(edit)?;
        Some(Action {
            pointer,
            text,
            target,
            edit,
        })
    }

    fn target<'a>(&mut self, target: &'a Value, pointer: &Pointer) -> Option<(&'a str, JsonPath)> {
        let text = self.string(target, pointer)?;
        match JsonPath::parse(text) {
            Ok(path) => Some((text, path)),
            Err(error) => {
                let at = error.position() + 1;
                let problem = format!(
                    "expected a JSONPath (RFC 9535), found `{text}`, which is invalid from character {at}"
                );
                self.report(pointer, problem);
                None
            }
        }
    }

    fn edit<'a>(&mut self, action: &'a Map<String, Value>, pointer: &Pointer) -> Option<Edit<'a>> {
        match (action.get("remove"), action.get("update")) {
            (Some(Value::Bool(true)), _) => Some(Edit::Remove),
            (None | Some(Value::Bool(false)), Some(update)) => Some(Edit::Update(update)),
            (None | Some(Value::Bool(false)), None) => {
                self.report(
                    pointer,
                    "expected `update` or `remove: true`, found neither",
                );
                None
            }
            (Some(remove), _) => {
                let problem = format!("expected `true` or `false`, found {}", kind(remove));
                self.report(&pointer.key("remove"), problem);
                None
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
        let Some(members) = value.as_object() else {
            self.report(
                pointer,
                format!("expected an object, found {}", kind(value)),
            );
            return None;
        };
        for key in members.keys() {
            if !known.contains(&key.as_str()) && !is_extension(key) {
                let known = known.join("`, `");
                let problem = format!("expected one of the keys `{known}`, found `{key}`");
                self.report(&pointer.key(key), problem);
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
        let value = members.get(key);
        if value.is_none() {
            self.report(pointer, format!("expected the key `{key}`, found none"));
        }
        value
    }

    fn string<'a>(&mut self, value: &'a Value, pointer: &Pointer) -> Option<&'a str> {
        let text = value.as_str();
        if text.is_none() {
            self.report(pointer, format!("expected a string, found {}", kind(value)));
        }
        text
    }
}
