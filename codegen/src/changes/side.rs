//! A document as one side of the comparison.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::ir::Model;
use crate::overlay::Overlay;
use crate::pointer::Pointer;
use crate::{Config, import, source, version};

use super::repair::{Understood, understand};
use super::{Options, select, swagger};

/// A document, without what the operations that are compared do not reach, and what Rust sees of it.
pub(super) struct Side {
    /// The part of the document.
    pub(super) document: Value,
    /// What is generated from it, as far as the generator understands it.
    pub(super) model: Option<Model>,
    /// The places that it does not understand.
    pub(super) left_out: BTreeSet<Pointer>,
    /// Why it does not.
    pub(super) problems: Vec<Error>,
}

/// A document that was read.
pub(super) struct Text {
    pub(super) document: Value,
    /// Whether it was in an older format.
    pub(super) was_swagger: bool,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Text, Errors> {
    let mut document = source::parse(Input::Document, text)?;
    let was_swagger = swagger::is_swagger(&document);
    if was_swagger {
        document = swagger::convert(document);
    }
    version::check(&document)?;
    select::name_all(&mut document);
    Ok(Text {
        document,
        was_swagger,
    })
}

impl Side {
    /// The part of `document` that the operations with these ids reach.
    pub(super) fn new(document: &Value, operations: Vec<String>, options: &Options<'_>) -> Self {
        let config = fitting(options.config, operations, document);
        let mut part = match import::slice(document, &config) {
            Ok(part) => part,
            Err(problems) => {
                return Self {
                    document: document.clone(),
                    model: None,
                    left_out: BTreeSet::new(),
                    problems: problems.iter().cloned().collect(),
                };
            }
        };
        let applied = options.overlay.map(|text| {
            Overlay::parse(text).and_then(|overlay| overlay.apply_where_it_fits(&mut part))
        });
        let understood = match applied {
            Some(Err(problems)) => Understood {
                problems: problems.iter().cloned().collect(),
                ..Understood::default()
            },
            Some(Ok(())) | None => understand(part.clone(), config),
        };
        Self {
            document: part,
            model: understood.model,
            left_out: understood.left_out,
            problems: understood.problems,
        }
    }

    pub(super) fn api_version(&self) -> &str {
        let version = self.document.pointer("/info/version");
        version.and_then(Value::as_str).unwrap_or_default()
    }

    /// The component schema `name`.
    pub(super) fn component(&self, name: &str) -> Option<&Value> {
        self.document.get("components")?.get("schemas")?.get(name)
    }

    /// The names of all component schemas.
    pub(super) fn components(&self) -> impl Iterator<Item = &str> {
        let schemas = self.document.pointer("/components/schemas");
        let schemas = schemas.and_then(Value::as_object);
        schemas
            .into_iter()
            .flat_map(|schemas| schemas.keys().map(String::as_str))
    }
}

/// The configuration without what is not in `document`: an older one may lack it.
fn fitting(config: &Config, operations: Vec<String>, document: &Value) -> Config {
    let mut config = config.clone().with_operations(operations);
    let schemas = document.pointer("/components/schemas");
    let is_there = |name: &String| schemas.is_some_and(|all| all.get(name).is_some());
    config.schemas.retain(|always| is_there(&always.schema));
    config
}
