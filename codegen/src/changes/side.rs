//! One side of a comparison: a document, and the types that the generator makes of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use crate::document::schema_pointer;
use crate::error::{Error, Errors, Input};
use crate::import::OperationRef;
use crate::ir::{Item, Kind, Path, Type};
use crate::overlay::Overlay;
use crate::pointer::Pointer;
use crate::{Config, import, source, version};

use super::repair::{Understood, understand};
use super::rust::{NamedType, RustType};
use super::{schema, select};

/// A document and its types.
pub(super) struct Side {
    /// The part of the document that the compared operations reach.
    pub(super) document: Value,
    /// The names of all component schemas of the whole document.
    pub(super) defined: BTreeSet<String>,
    /// Whether there are types: not of the parts that the generator does not support.
    pub(super) has_types: bool,
    types: HashMap<Path, Item>,
    /// The paths of the types of component schemas.
    components: BTreeMap<String, Path>,
    /// The paths of the types of requests, by the [key](select::key) of the operation.
    requests: HashMap<String, Path>,
    /// The parts of the document that have no types.
    left_out: BTreeSet<Pointer>,
    /// Why they have none.
    pub(super) problems: Vec<Error>,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Value, Errors> {
    let document = source::parse(Input::Document, text)?;
    version::check(&document)?;
    Ok(document)
}

impl Side {
    /// The part of `document` that the operations with these names reach.
    pub(super) fn new(
        document: &Value,
        operations: Vec<String>,
        config: &Config,
        overlay: Option<&str>,
    ) -> Self {
        let config = config.clone().with_operations(operations);
        let (mut part, understood) = match import::slice(document.clone(), &config) {
            Err(errors) => (document.clone(), Understood::failed(&errors)),
            Ok(mut part) => {
                let applied =
                    overlay.map(|text| Overlay::parse(text)?.apply_where_it_fits(&mut part));
                // The comparison is about facts.
                let understood = match applied.transpose() {
                    Ok(_) => understand(part.clone(), &config),
                    Err(errors) => Understood::failed(&errors),
                };
                (part, understood)
            }
        };
        let has_types = understood.model.is_some();
        let model = understood.model.map(|it| (it.modules, it.components));
        let (modules, components) = model.unwrap_or_default();
        let items: Vec<_> = modules.into_iter().flat_map(|it| it.items).collect();
        let requests = items.iter().filter_map(|item| {
            let operation = item.kind.operation()?;
            let key = select::key(operation.method.key(), &operation.path);
            Some((key, item.path.clone()))
        });
        schema::mark_unions(&mut part);
        Self {
            document: part,
            defined: schema::components(document).map(str::to_owned).collect(),
            has_types,
            requests: requests.collect(),
            types: items.into_iter().map(|it| (it.path.clone(), it)).collect(),
            components,
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

    /// The target of a reference to a component of any kind.
    pub(super) fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        let reference = value.get("$ref").and_then(Value::as_str);
        reference
            .and_then(|reference| self.document.pointer(reference.strip_prefix('#')?))
            .unwrap_or(value)
    }

    /// Whether there is a type at `path`.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.types.contains_key(path)
    }

    /// The type at `path`.
    fn at_path(&self, path: &Path) -> Option<NamedType<'_>> {
        let item = self.types.get(path)?;
        let kind = match &item.kind {
            Kind::Alias(Type::Named(target)) => self.at_path(target)?.kind,
            kind => kind,
        };
        Some(NamedType { item, kind })
    }

    /// The type of the request of an operation.
    pub(super) fn request(&self, operation: OperationRef<'_>) -> Option<NamedType<'_>> {
        let key = select::key(operation.method, operation.path);
        self.at_path(self.requests.get(&key)?)
    }

    /// The type that a part of the document became.
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
        self.at_path(self.components.get(name)?)
    }

    /// The field for the property `wire` of an object, and its qualified Rust name. The property is at `at`.
    pub(super) fn field<'a>(
        &'a self,
        object: RustType<'a>,
        wire: &str,
        at: &Pointer,
    ) -> (RustType<'a>, Option<String>) {
        let named = self.named(object).map(|it| (it, it.field(wire)));
        match named {
            _ if self.left_out.contains(at) => (RustType::Unknown, None),
            _ if matches!(object, RustType::Hidden) => (RustType::Hidden, None),
            None => (RustType::Unknown, None),
            Some((_, None)) => (RustType::Hidden, None),
            Some((named, Some(field))) => {
                let label = format!("{}::{}", named.text(), field.name);
                (RustType::Field(field), Some(label))
            }
        }
    }
}
