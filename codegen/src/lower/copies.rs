//! Conversions of responses into the parameters that create the same.
//!
//! Stripe uses different types for both. A field is copied into the parameter with the same name if its type converts.

use std::collections::BTreeMap;

use crate::Config;
use crate::config::CopyOf;
use crate::context::title;
use crate::error::Error;
use crate::ir::{Content, Conversion, CopiedField, Copy, Field, Kind, Module, Object, Path, Type};

use super::renames::needless;

/// Adds the conversions that `config` names to the modules of their targets; errors go to `errors`.
pub(super) fn add(modules: &mut [Module], config: &Config, errors: &mut Vec<Error>) {
    let mut copies = BTreeMap::new();
    for (index, copy) in config.copies.iter().enumerate() {
        let found = Copies::of(modules, copy);
        if found.is_none() && !config.other_operations {
            let operation = &copy.operation;
            let problem = format!("no operation `{operation}` returns what it creates");
            errors.push(needless("copies", index, problem));
        }
        copies.extend(found.into_iter().flatten());
    }
    for module in modules {
        let of_module = copies
            .iter()
            .filter(|((_, to), _)| to.module == module.name);
        module.copies = of_module.filter_map(|(_, copy)| copy.clone()).collect();
    }
}

/// The conversions by their types; `None` for types of which none is possible.
type Found = BTreeMap<(Path, Path), Option<Copy>>;

struct Copies<'m> {
    items: BTreeMap<&'m Path, &'m Kind>,
    found: Found,
}

impl<'m> Copies<'m> {
    /// The conversions of the response of an operation into its parameters, and of the types inside them.
    fn of(modules: &'m [Module], copy: &CopyOf) -> Option<Found> {
        let items = modules.iter().flat_map(|module| &module.items);
        let mut copies = Self {
            items: items.map(|item| (&item.path, &item.kind)).collect(),
            found: Found::new(),
        };
        let (to, output) = copies.operation(&copy.operation)?;
        copies.pair(output.path()?, &to, Some(copy));
        Some(copies.found)
    }

    /// The parameters and the response of an operation.
    fn operation(&self, name: &str) -> Option<(Path, Type)> {
        self.items.iter().find_map(|(path, kind)| {
            let operation = kind.operation()?;
            let title = title(operation.method.key(), &operation.path);
            (title == name).then(|| ((*path).clone(), operation.output.clone()))
        })
    }

    /// The type at `path`, behind any alias, and its path.
    fn resolve(&self, path: &Path) -> Option<(Path, &'m Kind)> {
        let (path, kind) = self.items.get_key_value(path)?;
        match kind {
            Kind::Alias(Type::Named(of)) => self.resolve(of),
            kind => Some(((*path).clone(), kind)),
        }
    }

    /// Records the conversion of one type into another. Returns whether it may fail, if there is one.
    fn pair(&mut self, from: &Path, to: &Path, top: Option<&CopyOf>) -> Option<bool> {
        let key = (from.clone(), to.clone());
        if !self.found.contains_key(&key) {
            // A type that contains itself is not copied.
            self.found.insert(key.clone(), None);
            let copy = self.content(from, to, top).map(|content| Copy {
                from: from.clone(),
                to: to.clone(),
                left_out: top.map(|top| (top.except.clone(), top.reason.clone())),
                content,
            });
            self.found.insert(key.clone(), copy);
        }
        Some(self.found.get(&key)?.as_ref()?.is_fallible())
    }

    fn content(&mut self, from: &Path, to: &Path, top: Option<&CopyOf>) -> Option<Content> {
        match (*self.items.get(from)?, *self.items.get(to)?) {
            (Kind::Object(from), Kind::Object(to)) => self.fields(from, to, top),
            (Kind::StringEnum(from), Kind::StringEnum(to)) => {
                let accepted = |wire: &str| to.iter().any(|value| value.wire == wire);
                let values = from.iter().map(|value| &value.wire);
                let refused = values.filter(|wire| !accepted(wire));
                Some(Content::Value(refused.cloned().collect()))
            }
            _ => None,
        }
    }

    /// How the fields of `to` are copied; `None` if one is missing that it requires, or all are.
    fn fields(&mut self, from: &Object, to: &Object, top: Option<&CopyOf>) -> Option<Content> {
        let fields = to.fields.iter().map(|field| {
            let is_left_out = top.is_some_and(|top| top.except.contains(&field.wire));
            let copied = (!is_left_out)
                .then(|| self.field(from, field, top))
                .flatten();
            (copied.is_some() || !field.required).then(|| (field.name.clone(), copied))
        });
        let fields: Vec<_> = fields.collect::<Option<_>>()?;
        let is_any_copied = fields.iter().any(|(_, copied)| copied.is_some());
        is_any_copied.then_some(Content::Fields(fields))
    }

    /// How the parameter `to` is copied from a field of `source`.
    fn field(&mut self, source: &Object, to: &Field, top: Option<&CopyOf>) -> Option<CopiedField> {
        let renamed = top.and_then(|top| {
            let mut names = top.renamed.iter();
            names.find(|(_, to_wire)| **to_wire == to.wire)
        });
        let wire = renamed.map_or(&to.wire, |(from, _)| from);
        let from = source.fields.iter().find(|field| field.wire == *wire)?;
        let prefix = format!("{}.", to.wire);
        let except = top.iter().flat_map(|top| &top.except);
        let inside: Vec<_> = except.filter_map(|it| it.strip_prefix(&prefix)).collect();
        let conversion = self.conversion(&from.ty, &to.ty, &inside)?;
        Some(CopiedField {
            from: from.name.clone(),
            wire: from.wire.clone(),
            from_required: from.required,
            required: to.required,
            conversion,
        })
    }

    /// The conversion of a value, without the fields `except` of it.
    fn conversion(&mut self, from: &Type, to: &Type, except: &[&str]) -> Option<Conversion> {
        let conversion = match (from, to) {
            (from, Type::Clearable(to)) => {
                Conversion::Set(Box::new(self.conversion(from, to, except)?))
            }
            (Type::String, Type::String) => Conversion::Clone,
            (Type::Boolean | Type::Integer | Type::Number | Type::Timestamp, _) if from == to => {
                Conversion::Copied
            }
            (Type::Map(value), Type::Metadata) if **value == Type::String => Conversion::Into,
            (Type::Expandable { .. }, Type::String | Type::Id(_)) => Conversion::Id,
            (Type::Array(from), Type::Array(to)) => match self.conversion(from, to, &[])? {
                Conversion::Clone | Conversion::Copied => Conversion::Clone,
                each if each.is_fallible() => return None,
                each => Conversion::Each(Box::new(each)),
            },
            (Type::Page(_, from), Type::Array(to)) => match self.conversion(from, to, &[])? {
                Conversion::Into | Conversion::TryInto(_) => Conversion::Page,
                _ => return None,
            },
            (Type::String, Type::Named(to)) => match self.resolve(to)?.1 {
                Kind::StringEnum(_) => Conversion::Text,
                _ => return None,
            },
            (Type::Named(from), Type::Named(to)) => return self.named(from, to, except),
            _ => return None,
        };
        Some(conversion)
    }

    fn named(&mut self, from: &Path, to: &Path, except: &[&str]) -> Option<Conversion> {
        let ((from, _), (to, target)) = (self.resolve(from)?, self.resolve(to)?);
        let is_fallible = self.pair(&from, &to, None)?;
        let fields = match target {
            Kind::Object(object) => object.fields.as_slice(),
            _ => &[],
        };
        let left_out = |field: &&Field| except.contains(&field.wire.as_str()) && !field.required;
        let left_out = fields.iter().filter(left_out);
        let left_out: Vec<_> = left_out.map(|field| field.name.clone()).collect();
        Some(match (is_fallible, left_out.is_empty()) {
            (true, _) => Conversion::TryInto(to),
            (false, true) => Conversion::Into,
            (false, false) => Conversion::Without(to, left_out),
        })
    }
}
