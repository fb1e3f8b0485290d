//! Parameters that an operation does not have, with names such as `address[city]`.

use crate::runtime::model::{Array, Map, ValueRef, Visit};
use crate::runtime::types::Json;

use super::ParameterError;

/// Parameters by name.
#[derive(Clone, Default)]
pub struct Params(Vec<(String, Json)>);

impl Params {
    pub(crate) fn push(&mut self, name: String, value: Json) {
        self.0.push((name, value));
    }

    pub(crate) fn append(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The parameters by the parts of their names, or `None` if there are none.
    pub(super) fn tree(&self) -> Result<Option<Tree>, ParameterError> {
        let mut tree = Tree::default();
        for (name, value) in &self.0 {
            tree.insert(name, value)?;
        }
        Ok(Some(tree).filter(|tree| !tree.children.is_empty()))
    }
}

/// The parts of the name of a parameter: `address[city]` has `address` and `city`.
fn parts(name: &str) -> Result<Vec<&str>, ParameterError> {
    let (first, rest) = name.split_at(name.find('[').unwrap_or(name.len()));
    let mut parts = vec![first];
    if let Some(rest) = rest.strip_prefix('[') {
        parts.extend(rest.strip_suffix(']').unwrap_or(name).split("]["));
    }
    let valid = |part: &&str| !part.is_empty() && !part.contains(['[', ']']);
    match parts.iter().all(valid) {
        true => Ok(parts),
        false => Err(ParameterError(format!(
            "`{name}` is not the name of a parameter: expected a name such as `name`, `address[city]` or `items[0][price]`"
        ))),
    }
}

/// Parameters whose names start with the same parts.
#[derive(Default)]
pub(super) struct Tree {
    /// The value of the parameter without another part.
    value: Option<Json>,
    /// The parameters with more parts, by the next one.
    children: Vec<(String, Self)>,
}

impl Tree {
    fn insert(&mut self, name: &str, value: &Json) -> Result<(), ParameterError> {
        let mut tree = self;
        for part in parts(name)? {
            if tree.value.is_some() {
                return Err(taken(name));
            }
            let index = tree.children.iter().position(|(other, _)| other == part);
            let index = index.unwrap_or_else(|| {
                tree.children.push((part.to_owned(), Self::default()));
                tree.children.len() - 1
            });
            let Some((_, child)) = tree.children.get_mut(index) else {
                return Ok(());
            };
            tree = child;
        }
        if tree.value.is_some() || !tree.children.is_empty() {
            return Err(taken(name));
        }
        tree.value = Some(value.clone());
        Ok(())
    }

    fn child(&self, part: &str) -> Option<&Self> {
        let (_, child) = self.children.iter().find(|(other, _)| other == part)?;
        Some(child)
    }

    /// Adds these parameters to those of the request, which must not have the same names.
    pub(super) fn added_to<'a>(
        &'a self,
        parameters: ValueRef<'a>,
    ) -> Result<Merged<'a>, ParameterError> {
        self.check(parameters, "")?;
        Ok(Merged {
            parameters,
            added: self,
        })
    }

    /// Checks that `parameters`, whose names start with `name`, do not have these names.
    fn check(&self, parameters: ValueRef<'_>, name: &str) -> Result<(), ParameterError> {
        let mut result = Ok(());
        parameters.each(&mut |part, value| {
            let child = self.child(part);
            if let (Ok(()), Some(child)) = (&result, child)
                && !matches!(value, ValueRef::Absent)
            {
                let name = nested(name, part);
                let nests = matches!(
                    value,
                    ValueRef::Object(..) | ValueRef::Map(_) | ValueRef::Array(_)
                );
                result = match child.value.is_none() && nests {
                    true => child.check(value, &name),
                    false => Err(taken(&name)),
                };
            }
        });
        result
    }

    /// Checks that the format of the request can express the values. A form has no `null` and no empty array or object, and in
    /// JSON the elements of an array are not parameters.
    pub(super) fn check_format(&self, json: bool) -> Result<(), ParameterError> {
        self.children
            .iter()
            .try_for_each(|(name, child)| child.check_format_of(name, json))
    }

    fn check_format_of(&self, name: &str, json: bool) -> Result<(), ParameterError> {
        let problem = match &self.value {
            Some(value) if !json => inexpressible(value)
                .map(|found| format!("is or contains {found}, which a form cannot express")),
            _ if json && self.children.iter().any(|(part, _)| is_index(part)) => Some(
                "is an array in JSON, whose elements cannot be set one by one: set all of them"
                    .to_owned(),
            ),
            _ => None,
        };
        if let Some(problem) = problem {
            return Err(ParameterError(format!("`{name}` {problem}")));
        }
        self.children
            .iter()
            .try_for_each(|(part, child)| child.check_format_of(&nested(name, part), json))
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match &self.value {
            Some(value) => visit(value, visitor),
            None => visitor.visit_value(ValueRef::Map(&Merged {
                parameters: ValueRef::Absent,
                added: self,
            })),
        }
    }
}

/// The name of a part of the parameter `name`, or of a parameter if `name` is empty.
pub(super) fn nested(name: &str, part: &str) -> String {
    match name {
        "" => part.to_owned(),
        _ => format!("{name}[{part}]"),
    }
}

fn taken(name: &str) -> ParameterError {
    ParameterError(format!(
        "`{name}` cannot be added: the request already has this parameter, or one that contains it or is in it"
    ))
}

fn is_index(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Describes what a form cannot express.
fn inexpressible(value: &Json) -> Option<&'static str> {
    if value.is_null() {
        return Some("null");
    }
    match value.text().as_bytes().first() {
        Some(b'[') if value.is_empty() => Some("an empty array"),
        Some(b'{') if value.is_empty() => Some("an empty object"),
        Some(b'[') => value.elements().find_map(|element| inexpressible(&element)),
        Some(b'{') => value
            .members()
            .find_map(|(_, member)| inexpressible(&member)),
        _ => None,
    }
}

/// Visits a value as its parts, because a form has no JSON.
fn visit(value: &Json, visitor: &mut dyn Visit) {
    if value.is_array() {
        visitor.visit_value(ValueRef::Array(value));
    } else if value.is_object() {
        visitor.visit_value(ValueRef::Map(value));
    } else if let Some(text) = value.as_str() {
        visitor.visit_value(ValueRef::String(&text));
    } else {
        visitor.visit_value(ValueRef::Text(value.text()));
    }
}

impl Array for Json {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visitor: &mut dyn Visit) {
        for element in self.elements() {
            visit(&element, visitor);
        }
    }
}

impl Map for Json {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        for (key, member) in self.members() {
            visit(&member, &mut |value: ValueRef<'_>| visitor(&key, value));
        }
    }
}

/// The parameters of a request, and those that are added to them.
pub(super) struct Merged<'a> {
    parameters: ValueRef<'a>,
    added: &'a Tree,
}

impl Map for Merged<'_> {
    fn len(&self) -> usize {
        let mut len = 0;
        self.each(&mut |_, _| len += 1);
        len
    }

    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        let mut merged = Vec::new();
        self.parameters
            .each(&mut |name, parameters| match self.added.child(name) {
                Some(added) if !matches!(parameters, ValueRef::Absent) => {
                    merged.push(name.to_owned());
                    visitor(name, ValueRef::Map(&Merged { parameters, added }));
                }
                _ => visitor(name, parameters),
            });
        for (name, child) in &self.added.children {
            if !merged.contains(name) {
                child.visit(&mut |value: ValueRef<'_>| visitor(name, value));
            }
        }
    }
}
