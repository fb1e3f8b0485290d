//! Unions: one of several components.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::ir::{Docs, Kind, Member, Path, Type, Union};
use crate::names::{Names, UNKNOWN, variants};
use crate::pointer::Pointer;

use super::Lowering;
use super::placement::Placed;
use super::shape::Shape;
use super::ty::{SchemaAt, Sender};

impl<'d> Lowering<'d> {
    /// The type of one component, or of a union of several.
    pub(super) fn one_of(
        &mut self,
        references: &[&'d str],
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        if let [reference] = references {
            return self.reference(reference, site.at);
        }
        let members = self.members_of_union(references, site.at)?;
        match (members.as_slice(), distinct_tags(&members)) {
            (all, tags) if all.len() == tags => Ok(match site.scope.sender {
                Sender::Response { lazy: true } => Type::Lazy(Box::new(self.union(members, site))),
                _ => self.union(members, site),
            }),
            ([a, b], 0) => Ok(Type::AnyOf(Box::new(a.ty.clone()), Box::new(b.ty.clone()))),
            _ => Err(Error::document(
                site.at,
                "expected a union whose members differ in `object` or `deleted`, or are two without either; found another",
            )),
        }
    }

    /// The only component that is not a deleted counterpart, if there is exactly one.
    pub(super) fn live(&self, references: &[&'d str], at: &Pointer) -> Result<Option<Type>, Error> {
        let members = self.members_of_union(references, at)?;
        let mut live = members.into_iter().filter(|member| !member.tag.deleted);
        let first = live.next().filter(|_| live.next().is_none());
        Ok(first.map(|member| member.ty))
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
        if distinct_tags(&members) != members.len() {
            return Err(Error::document(
                at,
                "expected a component whose members differ in `object` or `deleted`, found another",
            ));
        }
        let union = Union {
            root: None,
            members: named(members),
        };
        Ok(self.add_union(path, docs, boxed(union), at))
    }

    /// The components that `references` name, under these names, where a union counts as its members. Beside several live components are
    /// their deleted counterparts, which Stripe sends in their place without listing them.
    fn members_of_union(&self, references: &[&'d str], at: &Pointer) -> Result<Vec<Member>, Error> {
        let mut members: Vec<(&str, &Placed)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<_> = references.iter().rev().copied().collect();
        while let Some(reference) = open.pop() {
            let (name, schema) = self.document.resolve(reference, at)?;
            if !seen.insert(name) {
                continue;
            }
            match Shape::of(schema.into(), at) {
                Ok(Shape::Union(inner)) => open.extend(inner.into_iter().rev()),
                Ok(Shape::Reference(only)) => open.push(only),
                _ => members.extend(self.placement.get(name).map(|placed| (name, placed))),
            }
        }
        if members.iter().filter(|(_, it)| !it.tag.deleted).count() > 1 {
            let objects = members
                .iter()
                .filter_map(|(_, it)| it.tag.object.as_deref());
            let deleted = objects.filter_map(|object| self.placement.tagged(object, true));
            let missing = deleted.filter(|(name, _)| members.iter().all(|(it, _)| it != name));
            members.extend(missing.collect::<Vec<_>>());
        }
        let members = members.into_iter().map(|(component, placed)| Member {
            name: component.to_owned(),
            ty: Type::Named(placed.path.clone()),
            tag: placed.tag.clone(),
        });
        Ok(members.collect())
    }

    /// Makes the union of `members`.
    fn union(&mut self, members: Vec<Member>, site: SchemaAt<'_, 'd>) -> Type {
        let mut members = named(members);
        let (path, prose, root) = match of_counterparts(&members) {
            Some((live, object)) => {
                let path = Path {
                    name: format!("Retrieved{}", live.name),
                    ..live.clone()
                };
                let prose = format!(
                    "A [`{0}`](crate::{0}), or its deleted counterpart.",
                    live.name
                );
                let root = Some(object.to_owned());
                for deleted in members.iter_mut().filter(|it| it.tag.deleted) {
                    "Deleted".clone_into(&mut deleted.name);
                }
                (path, prose, root)
            }
            None => {
                let prose = "One of several objects, identified by `object`.".to_owned();
                (self.inner_path(site), prose, None)
            }
        };
        let docs = Docs {
            prose: Some(prose),
            ..Docs::default()
        };
        let union = boxed(Union { root, members });
        let is_another = |it: &Kind| matches!(it, Kind::Union(it) if *it != union);
        let path = match self.items.get(&path).is_some_and(is_another) {
            true if union.root.is_none() => self.inner_path_by_rule(site),
            _ => path,
        };
        self.add_union(path, docs, union, site.at)
    }

    /// Makes a union, unless it is made already: that of a resource and its deleted counterpart has one name everywhere.
    fn add_union(&mut self, path: Path, docs: Docs, union: Union, at: &Pointer) -> Type {
        let mut names = Names::without(&[UNKNOWN]);
        for member in &union.members {
            let claimed = names.claim(&member.name, at);
            self.note(claimed);
        }
        let kind = Kind::Union(union);
        match self.items.get(&path) == Some(&kind) {
            true => Type::Named(path),
            false => self.add(path, docs, kind, at),
        }
    }
}

/// The union with its members in boxes: a small object does not take the memory of the largest one. Deleted counterparts are
/// small, and a union of an object and its counterpart is usually the object.
fn boxed(mut union: Union) -> Union {
    let members = union.members.iter_mut().filter(|it| !it.tag.deleted);
    for member in members.filter(|_| union.root.is_none()) {
        member.ty = Type::Boxed(Box::new(member.ty.clone()));
    }
    union
}

/// The members with the names of their variants, in place of those of their components.
fn named(members: Vec<Member>) -> Vec<Member> {
    let components: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
    let names = variants(&components);
    let members = members.into_iter().zip(names);
    members
        .map(|(member, name)| Member { name, ..member })
        .collect()
}

/// The path of the live resource and the constant `object` of both, if the members are a resource and its deleted counterpart.
fn of_counterparts(members: &[Member]) -> Option<(&Path, &str)> {
    let [a, b] = members else { return None };
    let live = if a.tag.deleted { b } else { a };
    let are_counterparts = a.tag.object == b.tag.object && !live.tag.deleted;
    are_counterparts.then_some((live.ty.path()?, live.tag.object.as_deref()?))
}

/// The number of distinct tags of the members that have one.
fn distinct_tags(members: &[Member]) -> usize {
    let tags = members.iter().map(|member| &member.tag);
    let tags: BTreeSet<_> = tags.filter(|tag| tag.object.is_some()).collect();
    tags.len()
}
