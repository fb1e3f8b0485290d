//! Unions: the components that are possible in one location.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject};
use crate::changes::schema::{self, SchemaKind};
use crate::changes::side::Side;
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
        if let ([old], [new]) = (matches.removed.as_slice(), matches.added.as_slice()) {
            if is_single || self.is_renamed(old, new) {
                self.meet(old, new, pair);
            }
            if is_single {
                return;
            }
        }
        for name in matches.removed {
            self.member_alone(pair, ChangeKind::Removed, name);
        }
        for name in matches.added {
            self.member_alone(pair, ChangeKind::Added, name);
        }
    }

    fn member_alone(&mut self, pair: &SitePair<'a>, kind: ChangeKind, name: &str) {
        let (side, site) = (self.side(kind), pair.site(kind));
        let for_callers = match kind {
            ChangeKind::Removed => Class::Docs,
            ChangeKind::Added | ChangeKind::Changed => Class::Additive,
        };
        let (classes, pointer) = (
            (site.rust.class(Class::of(kind)), for_callers),
            pointer(site, name),
        );
        let (api, variant) = (format!("{}: {name}", pair.api), variant(side, site, name));
        self.push(Change::new(
            kind,
            Subject::Member,
            classes,
            (pointer, api, variant),
        ));
    }
}

/// The qualified name of the variant of a union for a component.
fn variant<'a>(side: &'a Side, union: &Site<'a>, name: &str) -> Option<String> {
    let named = side.named(union.rust)?;
    let variant = named.union_variant(side.component_type(name)?.path())?;
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
