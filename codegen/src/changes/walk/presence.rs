//! Whether something is required, nullable, expandable or deprecated.

use crate::changes::change::{Change, Class, Subject};
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
        let change = pair.changed(Subject::Required, for_rust, for_callers(required.1));
        self.switched(change, required, ["required", "optional"]);
        let change = pair.changed(Subject::Nullable, for_rust, for_callers(!nullable.1));
        self.switched(change, nullable, ["nullable", "not nullable"]);
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
        let is_in_old = |property: &&Property<'_>| old.iter().any(|it| it.name == property.name);
        for property in new.iter().filter(is_in_old) {
            let states = (was.contains(&property.name), now.contains(&property.name));
            // An expandable field has a method in the paths of `expand`.
            let class = match states.1 {
                true => Class::Additive,
                false => Class::Breaking,
            };
            let mut change = pair.changed(Subject::Expandable, class, class);
            change.pointer = property.site.pointer.clone();
            change.api = within(&pair.api, property.name);
            change.rust.clone_from(&property.site.label);
            self.switched(change, states, ["expandable", "not expandable"]);
        }
    }

    pub(super) fn deprecated(&mut self, pair: &SitePair<'a>) {
        let is = |site: &Site<'_>| schema::is_true(site.schema, "deprecated");
        let change = pair.changed(Subject::Deprecated, Class::Docs, Class::Docs);
        let states = (is(&pair.old), is(&pair.new));
        self.switched(change, states, ["deprecated", "not deprecated"]);
    }

    /// Records `change` if something was and is not, or was not and is; `words` are for being and not being.
    fn switched(&mut self, change: Change, (was, now): (bool, bool), words: [&str; 2]) {
        let [on, off] = words;
        let word = |is| if is { on } else { off };
        if was != now {
            self.push(change.between(word(was), word(now)));
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
