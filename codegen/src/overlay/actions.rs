//! Reads the actions of an overlay.

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use crate::context::is_extension;
use crate::error::Error;
use crate::pointer::Pointer;
use crate::source::kind;

use super::wrong;

/// What an overlay does to the places that its target matches.
#[derive(Debug)]
pub(super) struct Action<'a> {
    /// Where the action stands in the overlay.
    pub(super) pointer: Pointer,
    /// The target as it is written.
    pub(super) text: &'a str,
    pub(super) target: JsonPath,
    pub(super) change: Change<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Change<'a> {
    Update(&'a Value),
    Remove,
}

/// The actions of `overlay`, as they are written; what is wrong around them goes to `errors`.
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

/// The action `value`, the `i`th of its overlay, if nothing is wrong with it.
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
        if actions.is_empty() {
            self.report(
                pointer,
                "expected at least one action, found an empty array",
            );
        }
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
        let change = self.change(action, &pointer);
        let ((text, target), change) = target.zip(change)?;
        Some(Action {
            pointer,
            text,
            target,
            change,
        })
    }

    fn target<'a>(&mut self, target: &'a Value, pointer: &Pointer) -> Option<(&'a str, JsonPath)> {
        let text = self.string(target, pointer)?;
        match JsonPath::parse(text) {
            Ok(path) => Some((text, path)),
            Err(error) => {
                let at = error.position() + 1;
                let problem = format!(
                    "expected a JSONPath (RFC 9535), found `{text}`, which is none from character {at}"
                );
                self.report(pointer, problem);
                None
            }
        }
    }

    fn change<'a>(
        &mut self,
        action: &'a Map<String, Value>,
        pointer: &Pointer,
    ) -> Option<Change<'a>> {
        match (action.get("remove"), action.get("update")) {
            (Some(Value::Bool(true)), _) => Some(Change::Remove),
            (None | Some(Value::Bool(false)), Some(update)) => Some(Change::Update(update)),
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

    /// The members of `value`, an object with no other keys than `known` and extensions.
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
