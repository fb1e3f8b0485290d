//! Unions: one of several components.

use crate::document::component;
use crate::error::Error;
use crate::ir::{Docs, Kind, Member, Path, Type, Union};
use crate::names::{Names, upper_camel};
use crate::pointer::Pointer;

use super::Lowering;
use super::response::{Scope, UNLISTED};
use super::shape::Tag;

impl<'d> Lowering<'d> {
    /// One component, or the union of several.
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
        let members: Vec<_> = references
            .iter()
            .filter_map(|reference| component(reference))
            .filter_map(|name| Some((name, self.homes.get(name)?)))
            .map(|(name, home)| (name, home.path.clone(), home.tag.clone()))
            .collect();
        let mut tags: Vec<_> = members
            .iter()
            .filter_map(|(_, _, tag)| Some((tag.object.clone()?, tag.deleted)))
            .collect();
        tags.sort();
        tags.dedup();
        if tags.len() == references.len() {
            let path = self.union(&members, word, scope, at);
            return Ok(match scope.on_demand {
                true => Type::OnDemand(Box::new(Type::Named(path))),
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

    /// The union of `members`, made once for each module that has it.
    fn union(
        &mut self,
        members: &[(&str, Path, Tag)],
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Path {
        let live = members.iter().find(|(_, _, tag)| !tag.deleted);
        let twins = match (members, live) {
            ([(_, _, a), (_, _, b)], Some((_, live, _))) if a.object == b.object => Some(live),
            _ => None,
        };
        let path = match twins {
            Some(live) => Path {
                name: format!("Retrieved{}", live.name),
                ..live.clone()
            },
            None => self.inner_path(word, scope),
        };
        let members = members.iter().map(|(component, path, tag)| Member {
            name: match (twins, tag.deleted) {
                (Some(_), true) => "Deleted".to_owned(),
                _ => upper_camel(component),
            },
            ty: Type::Named(path.clone()),
            tag: tag.object.clone().unwrap_or_default(),
            deleted: tag.deleted,
        });
        let union = Union {
            root: twins.and_then(|_| live?.2.object.clone()),
            members: members.collect(),
        };
        let mut names = Names::without(&[UNLISTED]);
        for member in &union.members {
            let claimed = names.claim(&member.name, at);
            self.note(claimed);
        }
        let kind = Kind::Union(union);
        if let Some(known) = self.items.same_kind(&path.module, &kind) {
            return Path {
                name: known.to_owned(),
                ..path
            };
        }
        let docs = Docs {
            prose: Some(union_prose(twins, &path.name)),
            ..Docs::default()
        };
        self.add(path.clone(), docs, kind, at);
        path
    }
}

fn union_prose(twins: Option<&Path>, name: &str) -> String {
    match twins {
        Some(live) => format!(
            "A [`{}`](crate::{}), or what is left of a deleted one.",
            live.name, live.name
        ),
        None => format!("The objects that `{name}` can be, told apart by their `object`."),
    }
}
