//! The part of a document that the selected operations reach, without its prose.
//!
//! ```text
//! document -> operations -> reach -> slice
//! ```
//!
//! This is the only place that selects operations and follows references: whatever is in the slice is generated.

mod operations;
mod prose;
mod reach;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::Config;
use crate::context::{Context, is_extension};
use crate::error::Errors;
use crate::version;

use operations::Selected;
pub(crate) use operations::{ALL, OperationRef, all as operations};
use reach::Reached;

/// The part of `document` that the operations of `config` reach through any reference.
///
/// Descriptions and summaries are dropped; every other fact and every vendor extension stays, in the
/// order of the document. Paths and components are sorted by name, so that two releases of a document
/// differ only where their facts do.
///
/// # Errors
///
/// When `document` is not OpenAPI 3.0, an operation does not exist or is named twice, or a reference
/// names nothing.
pub fn slice(mut document: Value, config: &Config) -> Result<Value, Errors> {
    let selection = Selection::of(&document, config)?;
    selection.cut(&mut document);
    Ok(document)
}

/// The names of all operations of `document`, in its order: the `operationId`, or the method and path of one without.
#[must_use]
pub fn operation_ids(document: &Value) -> Vec<String> {
    operations::all(document)
        .map(|operation| operation.name())
        .collect()
}

/// The size of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Paths.
    pub paths: usize,
    /// Operations, of all paths.
    pub operations: usize,
    /// Component schemas.
    pub schemas: usize,
}

impl Counts {
    /// Counts what is in `document`.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        Self {
            paths: operations::paths(document).map_or(0, |paths| {
                paths.keys().filter(|path| !is_extension(path)).count()
            }),
            operations: operations::all(document).count(),
            schemas: document
                .pointer("/components/schemas")
                .and_then(Value::as_object)
                .map_or(0, Map::len),
        }
    }
}

/// The parts of a document that are kept, by their names.
struct Selection {
    operations: Selected,
    /// The reached components, by kind.
    reached: Reached,
    /// The component schemas with parts that are kept as text.
    lazy: BTreeSet<String>,
}

impl Selection {
    fn of(document: &Value, config: &Config) -> Result<Self, Errors> {
        version::check(document)?;
        let mut errors = vec![];
        let operations = operations::select(document, config, &mut errors);
        if operations.is_empty() {
            Errors::or(std::mem::take(&mut errors), ())?;
        }
        let operations = Selected::of(&operations);
        let reached = reach::components(document, &operations, config, &mut errors);
        Errors::or(
            errors,
            Self {
                operations,
                reached,
                lazy: config.lazy.iter().map(|it| it.schema.clone()).collect(),
            },
        )
    }

    /// Removes the other parts of `document`, and its prose.
    fn cut(&self, document: &mut Value) {
        for (key, value) in kept(document, |key| !Context::Keywords.is_prose(key)) {
            match key.as_str() {
                "paths" => self.cut_paths(value),
                "components" => self.cut_components(value),
                key => prose::remove(value, Context::Keywords.member(key, value)),
            }
        }
    }

    /// Leaves the path items of the selected operations, without the other operations.
    fn cut_paths(&self, paths: &mut Value) {
        let items = sorted(paths, |path| self.operations.includes_path(path));
        for (path, item) in items.filter(|(path, _)| !is_extension(path)) {
            let is_kept =
                |key: &str| self.operations.includes(path, key) && !Context::Keywords.is_prose(key);
            for (key, value) in kept(item, is_kept) {
                prose::remove(value, Context::Keywords.member(key, value));
            }
        }
    }

    /// Leaves the reached components, and the kinds that are kept as a whole.
    fn cut_components(&self, components: &mut Value) {
        let is_kept = |kind: &str| reach::is_kept_whole(kind) || self.reached.contains_key(kind);
        for (kind, value) in kept(components, is_kept) {
            let context = Context::Components.member(kind, value);
            match self
                .reached
                .get(kind)
                .filter(|_| !reach::is_kept_whole(kind))
            {
                None => prose::remove(value, context),
                Some(names) => self.cut_kind(kind, names, value, context),
            }
        }
    }

    fn cut_kind(
        &self,
        kind: &str,
        names: &BTreeSet<String>,
        components: &mut Value,
        context: Context,
    ) {
        for (name, value) in sorted(components, |name| names.contains(name)) {
            prose::remove(value, context.member(name, value));
            if kind == "schemas" && self.lazy.contains(name) {
                reach::forget_unreached(value, &self.reached);
            }
        }
    }
}

/// The members of `object` whose keys satisfy `is_kept`; the others are removed.
fn kept(
    object: &mut Value,
    is_kept: impl Fn(&str) -> bool,
) -> impl Iterator<Item = (&String, &mut Value)> {
    if let Some(members) = object.as_object_mut() {
        members.retain(|key, _| is_kept(key));
    }
    object.as_object_mut().into_iter().flatten()
}

/// The same in the order of the keys.
fn sorted(
    object: &mut Value,
    is_kept: impl Fn(&str) -> bool,
) -> impl Iterator<Item = (&String, &mut Value)> {
    if let Some(members) = object.as_object_mut() {
        members.sort_keys();
    }
    kept(object, is_kept)
}
