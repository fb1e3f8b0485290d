//! Whether a field or a parameter is required, nullable or expandable.

use crate::changes::change::{Class, Subject};
use crate::changes::rust::RustType;
use crate::changes::schema;

use super::Walk;
use super::property::{Property, within};
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    /// Compares whether a property is required and nullable.
    pub(super) fn presence(
        &mut self,
        pair: &SitePair<'a>,
        fields: (RustType<'a>, RustType<'a>),
        required: (bool, bool),
    ) {
        let null = |site: &Site<'_>| schema::is_true(site.schema, "nullable");
        let nullable = (null(&pair.old), null(&pair.new));
        let always = match pair.direction {
            Direction::Request => required,
            Direction::Response => (required.0 && !nullable.0, required.1 && !nullable.1),
        };
        let for_rust = for_rust(fields, always);
        // The caller must send more, or Stripe promises less.
        let is_worse = |required: bool| required == (pair.direction == Direction::Request);
        let for_callers = |required| match is_worse(required) {
            true => Class::Breaking,
            false => Class::Additive,
        };
        if required.0 != required.1 {
            let word = |required| if required { "required" } else { "optional" };
            let change = pair.changed(Subject::Required, for_rust, for_callers(required.1));
            self.push(change.between(word(required.0), word(required.1)));
        }
        if nullable.0 != nullable.1 {
            let word = |nullable| if nullable { "nullable" } else { "not nullable" };
            let change = pair.changed(Subject::Nullable, for_rust, for_callers(!nullable.1));
            self.push(change.between(word(nullable.0), word(nullable.1)));
        }
    }

    /// Compares which of the fields that both documents have can be expanded.
    pub(super) fn expandable(
        &mut self,
        pair: &SitePair<'a>,
        old: &[Property<'a>],
        new: &[Property<'a>],
    ) {
        const KEYWORD: &str = "x-expandableFields";
        let was = schema::strings(pair.old.schema, KEYWORD);
        let now = schema::strings(pair.new.schema, KEYWORD);
        for property in new {
            let name = property.name;
            let states = (was.contains(&name), now.contains(&name));
            if states.0 == states.1 || !old.iter().any(|old| old.name == name) {
                continue;
            }
            let word = |can| if can { "expandable" } else { "not expandable" };
            // An expandable field has a method in the paths of `expand`.
            let class = match states.1 {
                true => Class::Additive,
                false => Class::Breaking,
            };
            let mut change = pair.changed(Subject::Expandable, class, class);
            change.pointer = property.site.pointer.clone();
            change.api = within(&pair.api, name);
            change.rust.clone_from(&property.site.label);
            self.push(change.between(word(states.0), word(states.1)));
        }
    }
}

/// The effect on Rust code if a property is no longer, or only now, `always` present.
fn for_rust(fields: (RustType<'_>, RustType<'_>), always: (bool, bool)) -> Class {
    let differs = match fields {
        (RustType::Field(old), RustType::Field(new)) => old.required != new.required,
        (RustType::Hidden, _) | (_, RustType::Hidden) => false,
        _ => always.0 != always.1,
    };
    match differs {
        true => Class::Breaking,
        false => Class::Docs,
    }
}
