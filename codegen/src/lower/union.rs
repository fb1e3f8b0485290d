//! Unions: one of several components.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::ir::{Docs, Kind, Member, Path, Tag, Type, Union};
use crate::names::{Names, UNKNOWN, variants};
use crate::pointer::Pointer;

use super::Lowering;
use super::response::Scope;
use super::shape::Shape;

impl<'d> Lowering<'d> {
    /// The type of one component, or of a union of several.
    pub(super) fn one_of(
        &mut self,
        references: &[&'d str],
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        if let [reference] = references {
            return self.reference(reference, at);
        }
        let members = self.members_of_union(references, at)?;
        let tags = tags(&members);
        if tags.len() == members.len() {
            let path = self.union(&members, word, scope, at);
            return Ok(match scope.lazy {
                true => Type::Lazy(Box::new(Type::Named(path))),
                false => Type::Named(path),
            });
        }
        match members.as_slice() {
            [(_, a, _), (_, b, _)] if tags.is_empty() => Ok(Type::AnyOf(
                Box::new(Type::Named(a.clone())),
                Box::new(Type::Named(b.clone())),
            )),
            _ => Err(Error::document(
                at,
                "expected a union whose members differ in `object` or `deleted`, or are two without either; found another",
            )),
        }
    }

    /// The only component that is not a deleted counterpart, if there is exactly one.
    pub(super) fn live(&self, references: &[&'d str], at: &Pointer) -> Result<Option<Type>, Error> {
        let members = self.members_of_union(references, at)?;
        let mut live = members.into_iter().filter(|(_, _, tag)| !tag.deleted);
        let first = live.next().filter(|_| live.next().is_none());
        Ok(first.map(|(_, path, _)| Type::Named(path)))
    }

    /// Makes the type of a component that is a union of others.
    pub(super) fn union_component(
        &mut self,
        references: &[&'d str],
        path: Path,
        docs: Docs,
        at: &Pointer,
    ) -> Result<Type, Error> {
        let members = self.members_of_union(references, at)?;
        if tags(&members).len() != members.len() {
            return Err(Error::document(
                at,
                "expected a component whose members differ in `object` or `deleted`, found another",
            ));
        }
        let union = Union {
            root: None,
            members: self::members(&members, false),
        };
        self.claim_members(&union, at);
        Ok(self.add(path, docs, Kind::Union(union), at))
    }

    /// The components that `references` name, where a union counts as its members. Beside several live components are
    /// their deleted counterparts, which Stripe sends in their place without listing them.
    fn members_of_union(
        &self,
        references: &[&'d str],
        at: &Pointer,
    ) -> Result<Vec<(&'d str, Path, Tag)>, Error> {
        let mut members: Vec<(&str, Path, Tag)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&'d str> = references.iter().rev().copied().collect();
        while let Some(reference) = open.pop() {
            let (name, schema) = self.document.resolve(reference, at)?;
            if !seen.insert(name) {
                continue;
            }
            match (Shape::of(schema.into(), at), self.placement.get(name)) {
                (Ok(Shape::Union(inner)), _) => open.extend(inner.into_iter().rev()),
                (_, Some(home)) => members.push((name, home.path.clone(), home.tag.clone())),
                (_, None) => {}
            }
        }
        if members.iter().filter(|(.., tag)| !tag.deleted).count() > 1 {
            members.extend(self.missing_counterparts(&members));
        }
        Ok(members)
    }

    /// The deleted counterparts of `members` that are not among them.
    fn missing_counterparts(&self, members: &[(&'d str, Path, Tag)]) -> Vec<(&'d str, Path, Tag)> {
        let is_member = |name: &str| members.iter().any(|(member, ..)| *member == name);
        members
            .iter()
            .filter_map(|(.., tag)| self.placement.deleted(tag.object.as_deref()?))
            .filter(|(name, _)| !is_member(name))
            .filter_map(|(name, placed)| {
                let (name, _) = self.document.schemas().find(|(known, _)| *known == name)?;
                Some((name, placed.path.clone(), placed.tag.clone()))
            })
            .collect()
    }

    fn claim_members(&mut self, union: &Union, at: &Pointer) {
        let mut names = Names::without(&[UNKNOWN]);
        for member in &union.members {
            let claimed = names.claim(&member.name, at);
            self.note(claimed);
        }
    }

    /// Makes the union of `members`.
    fn union(
        &mut self,
        members: &[(&str, Path, Tag)],
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Path {
        let live = members.iter().find(|(_, _, tag)| !tag.deleted);
        let counterparts = match (members, live) {
            ([(_, _, a), (_, _, b)], Some((_, live, _))) if a.object == b.object => Some(live),
            _ => None,
        };
        let path = match counterparts {
            Some(live) => Path {
                name: format!("Retrieved{}", live.name),
                ..live.clone()
            },
            None => self.inner_path(word, scope, at),
        };
        let union = Union {
            root: counterparts.and_then(|_| live?.2.object.clone()),
            members: self::members(members, counterparts.is_some()),
        };
        self.claim_members(&union, at);
        let kind = Kind::Union(union);
        if self.items.get(&path) == Some(&kind) {
            return path;
        }
        let docs = Docs {
            prose: Some(union_prose(counterparts)),
            ..Docs::default()
        };
        self.add(path.clone(), docs, kind, at);
        path
    }
}

/// The distinct tags of the members that have one.
fn tags(members: &[(&str, Path, Tag)]) -> BTreeSet<(String, bool)> {
    let tags = members.iter().map(|(_, _, tag)| tag);
    tags.filter_map(|tag| Some((tag.object.clone()?, tag.deleted)))
        .collect()
}

fn members(members: &[(&str, Path, Tag)], of_counterparts: bool) -> Vec<Member> {
    let components: Vec<_> = members.iter().map(|(component, ..)| *component).collect();
    let names = variants(&components).into_iter();
    let members = members.iter().zip(names);
    let member = |((_, path, tag), name): (&(&str, Path, Tag), String)| Member {
        name: match of_counterparts && tag.deleted {
            true => "Deleted".to_owned(),
            false => name,
        },
        ty: Type::Named(path.clone()),
        tag: tag.object.clone().unwrap_or_default(),
        deleted: tag.deleted,
    };
    members.map(member).collect()
}

fn union_prose(counterparts: Option<&Path>) -> String {
    match counterparts {
        Some(live) => format!(
            "A [`{}`](crate::{}), or its deleted counterpart.",
            live.name, live.name
        ),
        None => "One of several objects, identified by `object`.".to_owned(),
    }
}
