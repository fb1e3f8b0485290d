//! One side of a comparison: a document, and the model that the generator makes of it.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::document::schema_pointer;
use crate::error::{Error, Errors, Input};
use crate::ir::{Kind, Model, Path, Type};
use crate::overlay::Overlay;
use crate::pointer::Pointer;
use crate::{Config, import, source, version};

use super::repair::{Understood, understand};
use super::rust::{NamedType, RustType};
use super::{schema, select};

/// A document and its model.
pub(super) struct Side {
    /// The part of the document that the compared operations reach.
    pub(super) document: Value,
    /// The names of all component schemas of the whole document.
    pub(super) defined: BTreeSet<String>,
    /// The model, without the parts that the generator does not support.
    pub(super) model: Option<Model>,
    /// The module and the position of every type in the model, by its module and name and, for requests, by the operation.
    index: HashMap<String, (usize, usize)>,
    /// The parts of the document that are not in the model.
    left_out: BTreeSet<Pointer>,
    /// Why they are not.
    pub(super) problems: Vec<Error>,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Value, Errors> {
    let mut document = source::parse(Input::Document, text)?;
    version::check(&document)?;
    select::name_all(&mut document);
    Ok(document)
}

impl Side {
    /// The part of `document` that the operations with these ids reach.
    pub(super) fn new(
        document: &Value,
        operations: Vec<String>,
        config: &Config,
        overlay: Option<&str>,
    ) -> Self {
        let config = fitting(config, operations, document);
        let (part, understood) = match import::slice(document.clone(), &config) {
            Err(errors) => (document.clone(), Understood::failed(&errors)),
            Ok(mut part) => {
                let applied =
                    overlay.map(|text| Overlay::parse(text)?.apply_where_it_fits(&mut part));
                // The comparison is about facts.
                let understood = match applied.transpose() {
                    Ok(_) => understand(part.clone(), config),
                    Err(errors) => Understood::failed(&errors),
                };
                (part, understood)
            }
        };
        Self {
            document: part,
            defined: schema::components(document).map(str::to_owned).collect(),
            index: understood.model.as_ref().map(index).unwrap_or_default(),
            model: understood.model,
            left_out: understood.left_out,
            problems: understood.problems,
        }
    }

    pub(super) fn api_version(&self) -> &str {
        let version = self.document.pointer("/info/version");
        version.and_then(Value::as_str).unwrap_or_default()
    }

    /// The component schema `name`, if the compared operations reach it.
    pub(super) fn component(&self, name: &str) -> Option<&Value> {
        self.document.get("components")?.get("schemas")?.get(name)
    }

    /// The names of the component schemas that the compared operations reach.
    pub(super) fn components(&self) -> impl Iterator<Item = &str> {
        schema::components(&self.document)
    }

    /// Whether the model has a type at `path`.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.at_path(path).is_some()
    }

    /// The type of the model at `path`.
    fn at_path(&self, path: &Path) -> Option<NamedType<'_>> {
        let named = self.indexed(&key(path))?;
        match named.kind {
            Kind::Alias(Type::Named(target)) => Some(NamedType {
                kind: self.at_path(target)?.kind,
                ..named
            }),
            _ => Some(named),
        }
    }

    /// The type with this key in the index. For a request, that is the [key](select::key) of its operation.
    pub(super) fn indexed(&self, key: &str) -> Option<NamedType<'_>> {
        let &(module, item) = self.index.get(key)?;
        let module = self.model.as_ref()?.modules.get(module)?;
        let item = module.items.get(item)?;
        Some(NamedType {
            item,
            kind: &item.kind,
        })
    }

    /// The type of the model that a part of the document became.
    pub(super) fn named<'a>(&'a self, rust: RustType<'a>) -> Option<NamedType<'a>> {
        if let RustType::Item(named) = rust {
            return Some(named);
        }
        match rust.split()?.1.as_slice() {
            [path] => self.at_path(path),
            _ => None,
        }
    }

    /// The type of a component schema.
    pub(super) fn component_type(&self, name: &str) -> Option<NamedType<'_>> {
        if self.left_out.contains(&schema_pointer(name)) {
            return None;
        }
        self.at_path(self.model.as_ref()?.components.get(name)?)
    }

    /// The field for the property `wire` of an object, and its qualified Rust name. The property is at `at`.
    pub(super) fn field<'a>(
        &'a self,
        object: RustType<'a>,
        wire: &str,
        at: &Pointer,
    ) -> (RustType<'a>, Option<String>) {
        if self.left_out.contains(at) {
            return (RustType::Unknown, None);
        }
        if matches!(object, RustType::Hidden) {
            return (RustType::Hidden, None);
        }
        let Some(named) = self.named(object) else {
            return (RustType::Unknown, None);
        };
        match named.field(wire) {
            Some(field) => {
                let label = format!("{}::{}", named.text(), field.name);
                (RustType::Field(field), Some(label))
            }
            None => (RustType::Hidden, None),
        }
    }
}

/// The positions of the types of a model.
fn index(model: &Model) -> HashMap<String, (usize, usize)> {
    let mut index = HashMap::new();
    for (m, module) in model.modules.iter().enumerate() {
        for (i, item) in module.items.iter().enumerate() {
            index.insert(key(&item.path), (m, i));
            if let Some(operation) = item.kind.operation() {
                let key = select::key(operation.method.key(), &operation.path);
                index.insert(key, (m, i));
            }
        }
    }
    index
}

/// The key of a type in the index.
fn key(path: &Path) -> String {
    format!("{}::{}", path.module, path.name)
}

/// The configuration without the schemas that `document` does not have.
fn fitting(config: &Config, operations: Vec<String>, document: &Value) -> Config {
    let mut config = config.clone().with_operations(operations);
    let is_there = |name: &str| schema::components(document).any(|it| it == name);
    config.schemas.retain(|always| is_there(&always.schema));
    config
}
