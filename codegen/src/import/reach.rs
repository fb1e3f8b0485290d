//! Follows references from the selected operations to every component that they reach.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Config;
use crate::context::{Context, is_extension};
use crate::error::{Error, Input};
use crate::pointer::Pointer;
use crate::references::{Target, component, resolve, visit};

use super::operations::{self, NamedOperation};

/// The names of the reached components, by their kind (`schemas`, `responses`, …).
pub(super) type Reached<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The components of `document` that `operations`, and what is kept beside them, reach; errors go to `errors`.
pub(super) fn components<'a>(
    document: &'a Value,
    operations: &[NamedOperation<'a>],
    config: &Config,
    errors: &mut Vec<Error>,
) -> Reached<'a> {
    let mut reach = Reach {
        document,
        reached: Reached::new(),
        open: vec![],
        errors,
    };
    reach.rest();
    reach.operations(operations);
    reach.always(config);
    reach.close();
    reach.reached
}

/// Whether a kind of components is kept as a whole: nothing refers to a security scheme by `$ref`.
pub(super) fn is_kept_whole(kind: &str) -> bool {
    kind == "securitySchemes" || is_extension(kind)
}

struct Reach<'a, 'e> {
    document: &'a Value,
    reached: Reached<'a>,
    /// The reached components whose own references are not followed yet.
    open: Vec<Target<'a>>,
    errors: &'e mut Vec<Error>,
}

impl<'a> Reach<'a, '_> {
    /// Starts from the parts that are kept for any selection of operations.
    fn rest(&mut self) {
        for (key, value) in self.document.as_object().into_iter().flatten() {
            match key.as_str() {
                "paths" => {}
                "components" => self.whole_kinds(value),
                key => self.follow(&[key], value, Context::Keywords.member(key, value)),
            }
        }
    }

    fn whole_kinds(&mut self, components: &'a Value) {
        for (kind, value) in components.as_object().into_iter().flatten() {
            if is_kept_whole(kind) {
                let context = Context::Components.member(kind, value);
                self.follow(&["components", kind], value, context);
            }
        }
    }

    /// Starts from the operations, and from what their paths state for all operations.
    fn operations(&mut self, operations: &[NamedOperation<'a>]) {
        for (path, item) in operations::paths(self.document).into_iter().flatten() {
            if is_extension(path) {
                self.follow(&["paths", path], item, Context::Extension);
                continue;
            }
            for (key, value) in item.as_object().into_iter().flatten() {
                if operations::includes(operations, path, key) {
                    let context = Context::Keywords.member(key, value);
                    self.follow(&["paths", path, key], value, context);
                }
            }
        }
    }

    /// Starts from the component schemas that the configuration always wants.
    fn always(&mut self, config: &Config) {
        for (index, always) in config.schemas.iter().enumerate() {
            match component(self.document, "schemas", &always.schema) {
                Some(target) => self.reach(target),
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
    fn close(&mut self) {
        while let Some(Target { kind, name, value }) = self.open.pop() {
            let context = Context::Components.member(kind, value).member(name, value);
            self.follow(&["components", kind, name], value, context);
        }
    }

    /// Reaches what the references in `value`, which stands at `place`, refer to.
    fn follow(&mut self, place: &[&'a str], value: &'a Value, context: Context) {
        let mut at = Pointer::root().keys(place.iter().copied());
        visit(value, context, &mut at, &mut |at, reference| match resolve(
            self.document,
            reference,
            at,
        ) {
            Ok(target) => self.reach(target),
            Err(error) => self.errors.push(error),
        });
    }

    fn reach(&mut self, target: Target<'a>) {
        let names = self.reached.entry(target.kind).or_default();
        if names.insert(target.name) {
            self.open.push(target);
        }
    }
}
