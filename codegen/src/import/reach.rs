//! Follows references from the selected operations to all that they reach.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Config;
use crate::document::is_extension;
use crate::error::{Error, Input};
use crate::pointer::Pointer;

use super::operations::{self, Operation};
use super::references::{Way, visit};
use super::role::Role;
use super::target::{Target, resolve};

/// The names of the reached components, by their kind (`schemas`, `responses`, …).
pub(super) type Reached<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The components of `document` that `operations`, and what is kept beside them, reach; what is
/// wrong goes to `errors`.
pub(super) fn components<'a>(
    document: &'a Value,
    operations: &[Operation<'a>],
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
    /// The components that are reached, and not yet looked into.
    open: Vec<Target<'a>>,
    errors: &'e mut Vec<Error>,
}

impl<'a> Reach<'a, '_> {
    /// Starts from what is kept whichever operations are selected.
    fn rest(&mut self) {
        for (key, value) in self.document.as_object().into_iter().flatten() {
            match key.as_str() {
                "paths" => {}
                "components" => self.whole_kinds(value),
                key => self.follow(&[key], value, Role::Keywords.member(key, value)),
            }
        }
    }

    fn whole_kinds(&mut self, components: &'a Value) {
        for (kind, value) in components.as_object().into_iter().flatten() {
            if is_kept_whole(kind) {
                let role = Role::Components.member(kind, value);
                self.follow(&["components", kind], value, role);
            }
        }
    }

    /// Starts from the operations, and from what their paths say about all operations.
    fn operations(&mut self, operations: &[Operation<'a>]) {
        for (path, item) in operations::paths(self.document).into_iter().flatten() {
            if is_extension(path) {
                self.follow(&["paths", path], item, Role::Extension);
                continue;
            }
            for (key, value) in item.as_object().into_iter().flatten() {
                if operations::includes(operations, path, key) {
                    let role = Role::Keywords.member(key, value);
                    self.follow(&["paths", path, key], value, role);
                }
            }
        }
    }

    /// Starts from the component schemas that the configuration always wants.
    fn always(&mut self, config: &Config) {
        for (index, always) in config.schemas.iter().enumerate() {
            let reference = format!("#/components/schemas/{}", always.schema);
            match resolve(self.document, &reference) {
                Ok(target) => self.reach(target),
                Err(_) => {
                    let at = Pointer::root().key("schemas").index(index);
                    let problem =
                        format!("the document has no component schema `{}`", always.schema);
                    self.errors.push(Error::new(Input::Config, &at, problem));
                }
            }
        }
    }

    /// Looks into reached components until there is no new one.
    fn close(&mut self) {
        while let Some(Target { kind, name, value }) = self.open.pop() {
            let role = Role::Components.member(kind, value).member(name, value);
            self.follow(&["components", kind, name], value, role);
        }
    }

    /// Reaches what the references in `value`, which stands at `place`, refer to.
    fn follow(&mut self, place: &[&'a str], value: &'a Value, role: Role) {
        visit(
            value,
            role,
            &mut Way::through(place),
            &mut |way, reference| {
                self.refer(way, reference);
            },
        );
    }

    /// Reaches what `reference`, which stands at `way`, refers to.
    fn refer(&mut self, way: &Way<'a>, reference: &str) {
        match resolve(self.document, reference) {
            Ok(target) => self.reach(target),
            Err(problem) => self.errors.push(problem.at(&way.pointer())),
        }
    }

    fn reach(&mut self, target: Target<'a>) {
        let names = self.reached.entry(target.kind).or_default();
        if names.insert(target.name) {
            self.open.push(target);
        }
    }
}
