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

pub(crate) use operations::ALL;
use operations::OperationRef;
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
pub fn slice(document: &Value, config: &Config) -> Result<Value, Errors> {
    let selection = Selection::of(document, config)?;
    Ok(selection.slice(document))
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

/// The parts of a document that are kept.
struct Selection<'a> {
    operations: Vec<OperationRef<'a>>,
    reached: Reached<'a>,
    /// The component schemas with parts that are kept as text.
    lazy: BTreeSet<String>,
}

impl<'a> Selection<'a> {
    fn of(document: &'a Value, config: &Config) -> Result<Self, Errors> {
        version::check(document)?;
        let mut errors = vec![];
        let operations = operations::select(document, config, &mut errors);
        if operations.is_empty() {
            Errors::or(std::mem::take(&mut errors), ())?;
        }
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

    fn slice(&self, document: &Value) -> Value {
        members(document)
            .filter(|(key, _)| !Context::Keywords.is_prose(key))
            .map(|(key, value)| {
                let value = match key.as_str() {
                    "paths" => self.paths(value),
                    "components" => self.components(value),
                    key => prose::without_prose(value, Context::Keywords.member(key, value)),
                };
                (key.clone(), value)
            })
            .collect()
    }

    /// The path items of the selected operations, without the other operations.
    fn paths(&self, paths: &Value) -> Value {
        let kept = members(paths)
            .filter(|(path, _)| operations::includes_path(&self.operations, path))
            .map(|(path, item)| (path, self.path_item(path, item)));
        sorted(kept)
    }

    fn path_item(&self, path: &str, item: &Value) -> Value {
        if is_extension(path) {
            return item.clone();
        }
        members(item)
            .filter(|(key, _)| operations::includes(&self.operations, path, key))
            .filter(|(key, _)| !Context::Keywords.is_prose(key))
            .map(|(key, value)| {
                let context = Context::Keywords.member(key, value);
                (key.clone(), prose::without_prose(value, context))
            })
            .collect()
    }

    /// The reached components, and the kinds that are kept as a whole.
    fn components(&self, components: &Value) -> Value {
        members(components)
            .filter(|(kind, _)| {
                reach::is_kept_whole(kind) || self.reached.contains_key(kind.as_str())
            })
            .map(|(kind, value)| {
                let context = Context::Components.member(kind, value);
                let value = if reach::is_kept_whole(kind) {
                    prose::without_prose(value, context)
                } else {
                    self.reached_of_kind(kind, value, context)
                };
                (kind.clone(), value)
            })
            .collect()
    }

    fn reached_of_kind(&self, kind: &str, components: &Value, context: Context) -> Value {
        let names = self.reached.get(kind);
        let kept = members(components)
            .filter(|(name, _)| names.is_some_and(|names| names.contains(name.as_str())))
            .map(|(name, value)| {
                let context = context.member(name, value);
                let mut kept = prose::without_prose(value, context);
                if kind == "schemas" && self.lazy.contains(name) {
                    reach::forget_unreached(&mut kept, &self.reached);
                }
                (name, kept)
            });
        sorted(kept)
    }
}

/// The members of an object, none if `value` is not one.
fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// An object with `members` in the order of their names.
fn sorted<'a>(members: impl Iterator<Item = (&'a String, Value)>) -> Value {
    let mut members: Vec<_> = members.collect();
    members.sort_by_key(|(name, _)| *name);
    members
        .into_iter()
        .map(|(name, value)| (name.clone(), value))
        .collect()
}
