//! Unions: the components that are possible in one location.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject};
use crate::changes::schema::{self, SchemaKind};
use crate::pointer::Pointer;

use super::Walk;
use super::matching::matched;
use super::site::{Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn members(&mut self, pair: &SitePair<'a>, old: Vec<&'a str>, new: Vec<&'a str>) {
        let is_single = old.len() == 1 && new.len() == 1;
        let matches = matched(old, new, |name| *name);
        for (name, _) in matches.both {
            self.meet(name, name, pair);
        }
        if let [(ChangeKind::Removed, old), (ChangeKind::Added, new)] = matches.alone.as_slice() {
            if is_single || self.is_renamed(old, new) {
                self.meet(old, new, pair);
            }
            if is_single {
                return;
            }
        }
        for (kind, name) in matches.alone {
            self.member_alone(pair, kind, name);
        }
    }

    fn member_alone(&mut self, pair: &SitePair<'a>, kind: ChangeKind, name: &str) {
        let (union, _) = kind.of(&pair.old, &pair.new);
        let for_callers = match kind {
            ChangeKind::Removed => Class::Docs,
            ChangeKind::Added | ChangeKind::Changed => Class::Additive,
        };
        let classes = (union.rust.class(Class::of(kind)), for_callers);
        self.push(Change {
            pointer: pointer(union, name),
            api: format!("{}: {name}", pair.api),
            rust: variant(union, name),
            ..pair.change(kind, Subject::Member, classes)
        });
    }
}

/// The qualified name of the variant of a union for a component.
fn variant(union: &Site<'_>, name: &str) -> Option<String> {
    let named = union.named()?;
    let variant = named.union_variant(union.side.component_type(name)?.path())?;
    Some(format!("{}::{variant}", named.text()))
}

/// The location of a component in a union.
fn pointer(union: &Site<'_>, name: &str) -> Pointer {
    let keyword = schema::any_of(union.schema);
    let members = union.schema.get(keyword).and_then(Value::as_array);
    let is_it =
        |member: &Value| matches!(SchemaKind::of(member), SchemaKind::Reference(it) if it == name);
    let position = members.and_then(|members| members.iter().position(is_it));
    match position {
        Some(index) => union.pointer.key(keyword).index(index),
        None => union.pointer.clone(),
    }
}
