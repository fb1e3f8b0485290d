//! The prose of an overlay, attached to places of the document.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::context::Context;
use crate::pointer::Pointer;

/// The prose of an overlay by the place that it is about.
///
/// It never becomes part of the document, so it can be attached to any place, a reference included, and never changes what a
/// schema means.
#[derive(Clone, Debug, Default)]
pub struct Prose(BTreeMap<Pointer, Paragraphs>);

/// The prose of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraphs {
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    /// The URL of the external documentation.
    pub(crate) link: Option<String>,
    /// The URL of the page which shows that Stripe includes a field only on request, where the document does not.
    pub(crate) expandable: Option<String>,
}

impl Prose {
    /// The prose of the place `at`.
    pub(crate) fn get(&self, at: &Pointer) -> Option<&Paragraphs> {
        self.0.get(at)
    }

    /// Attaches `update`, which is prose, to `at`; what the place has already is replaced.
    pub(super) fn attach(&mut self, at: Pointer, update: &Value) {
        let paragraphs = self.0.entry(at).or_default();
        for (key, value) in update.as_object().into_iter().flatten() {
            let text = text(key, value).map(str::to_owned);
            match key.as_str() {
                "summary" => paragraphs.summary = text,
                "description" => paragraphs.description = text,
                "externalDocs" => paragraphs.link = text,
                _ => paragraphs.expandable = text,
            }
        }
    }
}

/// Whether `update` holds prose and nothing else.
///
/// The kinds of values matter: below `properties`, a member `description` is a schema and not text.
pub(super) fn is_prose(update: &Value) -> bool {
    update.as_object().is_some_and(|members| {
        let mut all = members.iter();
        !members.is_empty() && all.all(|(key, value)| text(key, value).is_some())
    })
}

/// The text of the member `key` of an update, if it is prose.
fn text<'v>(key: &str, value: &'v Value) -> Option<&'v str> {
    match key {
        "summary" | "description" | "x-expandable" => value.as_str(),
        "externalDocs" => url(value)?.as_str(),
        _ => None,
    }
}

/// The URL of external documentation that has nothing else, or a description.
fn url(docs: &Value) -> Option<&Value> {
    let docs = docs.as_object()?;
    let is_known =
        |key: &str, value: &Value| key == "url" || key == "description" && value.is_string();
    let all = docs.iter().all(|(key, value)| is_known(key, value));
    docs.get("url").filter(|_| all)
}

/// Whether prose can be attached to the place `at`: an object of keywords, and not names, data or an extension.
pub(super) fn has_prose(document: &Value, at: &Pointer) -> bool {
    let mut value = document;
    let mut context = Context::Keywords;
    for key in at.parts() {
        let member = match value {
            Value::Object(members) => members.get(&*key),
            Value::Array(elements) => key.parse::<usize>().ok().and_then(|it| elements.get(it)),
            _ => None,
        };
        let Some(member) = member else { return false };
        if value.is_object() {
            context = context.member(&key, member);
        }
        value = member;
    }
    value.is_object() && context.is_prose("description")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use crate::{Overlay, Pointer};

    const HEAD: &str = "overlay: 1.0.0\ninfo: {title: Test, version: '1'}\nactions:\n";

    /// Prose stands at any place, whatever the order of the actions, and leaves the document as it is.
    #[test]
    fn attaches_prose() {
        let actions = "
- {target: $.paths..a, update: {description: One., externalDocs: {url: 'https://one'}}}
- {target: $.paths..a, update: {summary: Two., description: Two.}}
- {target: '$.paths', remove: true}
- {target: $, update: {components: {schemas: {b: {properties: {a: {$ref: '#/c'}}, default: {}}}}}}
- {target: $.components.schemas.b.properties.a, update: {description: Three., x-expandable: 'https://three'}}
";
        let overlay = Overlay::parse(&format!("{HEAD}{actions}")).unwrap();
        let mut document = json!({ "paths": { "/a": { "a": {} } } });
        let errors = overlay.apply(&mut document.clone()).unwrap_err();
        let obsolete: Vec<_> = errors.iter().map(|error| error.obsolete).collect();
        assert_eq!(obsolete, [true, true], "{errors}");

        let without_removal = format!("{HEAD}{}", actions.replace("remove: true", "update: {}"));
        let overlay = Overlay::parse(&without_removal).unwrap();
        let prose = overlay.apply(&mut document).unwrap();
        let schemas = json!({ "b": { "properties": { "a": { "$ref": "#/c" } }, "default": {} } });
        let expected =
            json!({ "paths": { "/a": { "a": {} } }, "components": { "schemas": schemas } });
        assert_eq!(document, expected);
        let at = |text| prose.get(&Pointer::parse(text)).cloned().unwrap();
        let first = at("/paths/~1a/a");
        assert_eq!(first.summary.as_deref(), Some("Two."));
        assert_eq!(first.description.as_deref(), Some("Two."));
        assert_eq!(first.link.as_deref(), Some("https://one"));
        let third = at("/components/schemas/b/properties/a");
        assert_eq!(third.description.as_deref(), Some("Three."));
        assert_eq!(third.expandable.as_deref(), Some("https://three"));
    }
}
