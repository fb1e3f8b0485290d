//! Follows references from the selected operations to every component that they reach.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::Config;
use crate::context::{Context, is_extension};
use crate::error::{Error, Input};
use crate::error_object::ERROR_OBJECT;
use crate::pointer::Pointer;
use crate::references::{Target, component, resolve, visit};

use super::operations::{Selected, paths};

/// The names of the reached components, by their kind (`schemas`, `responses`, …).
pub(super) type Reached = BTreeMap<String, BTreeSet<String>>;

/// The components of `document` that `operations`, and what is kept beside them, reach; errors go to `errors`.
pub(super) fn components(
    document: &Value,
    operations: &Selected,
    config: &Config,
    errors: &mut Vec<Error>,
) -> Reached {
    let mut reach = Reach {
        document,
        reached: Reached::new(),
        open: vec![],
        counterparts: counterparts(document),
        errors,
    };
    reach.rest();
    reach.operations(operations);
    reach.always(config);
    reach.close(config);
    reach.reached
}

/// Whether a kind of components is kept as a whole: nothing refers to a security scheme by `$ref`.
pub(super) fn is_kept_whole(kind: &str) -> bool {
    kind == "securitySchemes" || is_extension(kind)
}

/// Keeps as JSON what a component with lazy parts refers to and nothing else reaches.
pub(super) fn forget_unreached(schema: &mut Value, reached: &Reached) {
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    let mut forgotten = vec![];
    for (name, property) in properties.into_iter().flatten() {
        let mut is_reached = true;
        let root = &mut Pointer::root();
        visit(property, Context::Keywords, root, &mut |_, reference| {
            let name = reference.strip_prefix("#/components/schemas/");
            let schemas = reached.get("schemas");
            is_reached &= name.is_none_or(|name| schemas.is_some_and(|it| it.contains(name)));
        });
        if !is_reached {
            *property = json!({ "type": "object" });
            forgotten.push(name.clone());
        }
    }
    let expandable = schema.get_mut("x-expandableFields");
    if let Some(expandable) = expandable.and_then(Value::as_array_mut) {
        expandable.retain(|it| forgotten.iter().all(|name| it != name));
    }
}

/// Whether a component is a resource, which is kept as text inside a component with lazy parts.
fn is_resource(Target { kind, value, .. }: Target<'_>) -> bool {
    kind == "schemas" && (value.get("x-resourceId").is_some() || object_of(value).is_some())
}

/// The constant property `object` of a schema.
fn object_of(schema: &Value) -> Option<&str> {
    only_value(schema, "object")?.as_str()
}

/// Whether the property `deleted` of a schema is always `true`.
fn is_deleted(schema: &Value) -> bool {
    only_value(schema, "deleted") == Some(&Value::Bool(true))
}

/// The constant property `name` of a schema.
fn only_value<'a>(schema: &'a Value, name: &str) -> Option<&'a Value> {
    let values = schema.get("properties")?.get(name)?.get("enum")?;
    match values.as_array()?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Whether the reference that stands at `at` (`…/anyOf/1/$ref`) is one of several alternatives.
fn is_member_of_union(document: &Value, at: &Pointer) -> bool {
    let around = at.as_str().rsplitn(3, '/').nth(2);
    let is_reference = |alternative: &&Value| alternative.get("$ref").is_some();
    around
        .filter(|around| around.ends_with("/anyOf") || around.ends_with("/oneOf"))
        .and_then(|around| document.pointer(around)?.as_array())
        .is_some_and(|alternatives| alternatives.iter().filter(is_reference).count() > 1)
}

struct Reach<'a, 'e> {
    document: &'a Value,
    reached: Reached,
    /// The reached components whose own references are not followed yet.
    open: Vec<Target<'a>>,
    counterparts: BTreeMap<&'a str, Target<'a>>,
    errors: &'e mut Vec<Error>,
}

impl<'a> Reach<'a, '_> {
    /// Starts from the parts that are kept for any selection of operations.
    fn rest(&mut self) {
        for (key, value) in self.document.as_object().into_iter().flatten() {
            match key.as_str() {
                "paths" => {}
                "components" => {
                    let kinds = value.as_object().into_iter().flatten();
                    for (kind, value) in kinds.filter(|(kind, _)| is_kept_whole(kind)) {
                        let context = Context::Components.member(kind, value);
                        self.follow(&["components", kind], value, context);
                    }
                }
                key => self.follow(&[key], value, Context::Keywords.member(key, value)),
            }
        }
    }

    /// Starts from the operations, and from what their paths state for all operations.
    fn operations(&mut self, operations: &Selected) {
        for (path, item) in paths(self.document).into_iter().flatten() {
            if is_extension(path) {
                self.follow(&["paths", path], item, Context::Extension);
                continue;
            }
            for (key, value) in item.as_object().into_iter().flatten() {
                if operations.includes(path, key) {
                    let context = Context::Keywords.member(key, value);
                    self.follow(&["paths", path, key], value, context);
                }
            }
        }
    }

    /// Starts from the component schemas that the configuration or the client always wants.
    fn always(&mut self, config: &Config) {
        if let Some(target) = component(self.document, "schemas", ERROR_OBJECT) {
            self.reach(target);
        }
        for (index, always) in config.schemas.iter().enumerate() {
            match component(self.document, "schemas", &always.schema) {
                Some(target) => self.reach(target),
                None if config.other_operations => {}
                None => {
                    let at = Pointer::root().key("schemas").index(index);
                    let problem =
                        format!("the document has no component schema `{}`", always.schema);
                    let error = Error::new(Input::Config, &at, problem);
                    self.errors.push(error.obsolete());
                }
            }
        }
    }

    /// Follows the references of reached components until no new one is found.
    fn close(&mut self, config: &Config) {
        while let Some(target) = self.open.pop() {
            let Target { kind, name, value } = target;
            let context = Context::Components.member(kind, value).member(name, value);
            let is_lazy = kind == "schemas" && config.lazy.iter().any(|it| it.schema == name);
            for target in self.targets(&["components", kind, name], value, context) {
                if !is_lazy || !is_resource(target) {
                    self.reach(target);
                }
            }
        }
    }

    /// Reaches what the references in `value`, which stands at `place`, refer to.
    fn follow(&mut self, place: &[&'a str], value: &'a Value, context: Context) {
        for target in self.targets(place, value, context) {
            self.reach(target);
        }
    }

    /// What the references in `value`, which stands at `place`, refer to. Beside the members of a union are their deleted
    /// counterparts, which Stripe sends in their place without listing them.
    fn targets(
        &mut self,
        place: &[&'a str],
        value: &'a Value,
        context: Context,
    ) -> Vec<Target<'a>> {
        let mut targets = vec![];
        let mut at = Pointer::root().keys(place.iter().copied());
        visit(value, context, &mut at, &mut |at, reference| {
            let target = match resolve(self.document, reference, at) {
                Ok(target) => target,
                Err(error) => return self.errors.push(error),
            };
            targets.push(target);
            let object = object_of(target.value).filter(|_| !is_deleted(target.value));
            let counterpart = object.and_then(|object| self.counterparts.get(object));
            targets.extend(counterpart.filter(|_| is_member_of_union(self.document, at)));
        });
        targets
    }

    fn reach(&mut self, target: Target<'a>) {
        let Some(names) = self.reached.get_mut(target.kind) else {
            self.reached.insert(target.kind.to_owned(), BTreeSet::new());
            return self.reach(target);
        };
        if !names.contains(target.name) {
            names.insert(target.name.to_owned());
            self.open.push(target);
        }
    }
}

/// The deleted counterparts of resources, by their constant `object`.
fn counterparts(document: &Value) -> BTreeMap<&str, Target<'_>> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
    let deleted = schemas.filter(|(_, schema)| is_deleted(schema));
    let by_object = deleted.filter_map(|(name, value)| {
        let kind = "schemas";
        Some((object_of(value)?, Target { kind, name, value }))
    });
    by_object.collect()
}
