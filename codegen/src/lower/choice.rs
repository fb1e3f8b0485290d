//! Parameters that accept values of different kinds: a timestamp or `now`, an object or its id.

use openapiv3::Schema;

use crate::error::Error;
use crate::ir::{ChoiceMember, Kind, Type};
use crate::names::{INNER, Names, upper_camel};
use crate::pointer::Pointer;

use super::shape::{Alternatives, Shape};
use super::ty::{SchemaAt, Scope, enum_values};
use super::{Lowering, docs};

impl<'d> Lowering<'d> {
    /// Makes the enum of the alternatives; its type is [`Type::Clearable`] if the empty string is one of them.
    pub(super) fn choice(
        &mut self,
        alternatives: &Alternatives<'d>,
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        let path = self.inner_path(site);
        let scope = Scope {
            prefix: path.prefix(),
            ..site.scope
        };
        let objects = alternatives.objects();
        let mut members = Vec::new();
        for &(index, schema) in &alternatives.members {
            let at = site.at.key("anyOf").index(index);
            let site = SchemaAt { scope, ..site }.inside(schema.into(), &at);
            for member in self.members(schema, objects, site)? {
                members.push((member, at.clone()));
            }
        }
        let members = self.claim_members_of_choice(members);
        let docs = docs::of_part(self.document, site, "value");
        self.add(path.clone(), docs, Kind::Choice(members), site.at);
        let choice = Type::Choice(path);
        Ok(match alternatives.clearable {
            true => Type::Clearable(Box::new(choice)),
            false => choice,
        })
    }

    /// The variants with names of their own: of a value and another type, the type gets a suffix.
    fn claim_members_of_choice(
        &mut self,
        members: Vec<(ChoiceMember, Pointer)>,
    ) -> Vec<ChoiceMember> {
        let mut names = Names::default();
        let values = members.iter().filter_map(|(it, _)| it.value());
        let values: Vec<_> = values.map(|it| it.name.clone()).collect();
        let named = members.into_iter().map(|(mut member, at)| {
            if let ChoiceMember::Data { name, .. } = &mut member
                && values.contains(name)
            {
                name.push_str(INNER);
            }
            self.errors.extend(names.claim(member.name(), &at).err());
            member
        });
        named.collect()
    }

    /// The variants of one alternative: one for each value of an enumeration, or one for all values of another type.
    fn members(
        &mut self,
        schema: &'d Schema,
        objects: usize,
        site: SchemaAt<'_, 'd>,
    ) -> Result<Vec<ChoiceMember>, Error> {
        let name = match Shape::of(site.node, site.at)? {
            Shape::Choice(values) => {
                let values = enum_values(values.iter());
                return Ok(values.map(ChoiceMember::Value).collect());
            }
            Shape::String => "Text".to_owned(),
            Shape::Boolean => "Boolean".to_owned(),
            Shape::Integer => "Integer".to_owned(),
            Shape::Number => "Number".to_owned(),
            Shape::Timestamp => "Timestamp".to_owned(),
            Shape::Array(_) => "Array".to_owned(),
            Shape::Data | Shape::Map(_) => "Map".to_owned(),
            Shape::Object(_) if objects < 2 => "Object".to_owned(),
            Shape::Object(_) => {
                let title = schema.schema_data.title.as_deref();
                let problem = "expected a `title`, which names its variant beside the other objects, found none";
                title
                    .map(upper_camel)
                    .ok_or_else(|| Error::document(site.at, problem))?
            }
            _ => {
                let problem = "expected text, a number, true or false, an object, a map or an array; found another schema";
                return Err(Error::document(site.at, problem));
            }
        };
        let ty = self.ty(SchemaAt {
            word: &name,
            ..site
        })?;
        Ok(vec![ChoiceMember::Data { name, ty }])
    }
}
