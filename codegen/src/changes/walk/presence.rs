//! Whether something is required, nullable, expandable or deprecated.

use crate::changes::change::{Class, Subject};
use crate::changes::rust::RustType;
use crate::changes::schema;

use super::Walk;
use super::property::Property;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    /// Compares whether a property is required, nullable and expandable.
    pub(super) fn presence(&mut self, pair: &SitePair<'a>, old: &Property<'a>, new: &Property<'a>) {
        let is_nullable = |site: &Site<'_>| schema::is_true(site.schema, "nullable");
        let required = (old.required, new.required);
        let nullable = (is_nullable(&pair.old), is_nullable(&pair.new));
        let is_request = pair.direction == Direction::Request;
        let always = match is_request {
            true => required,
            false => (required.0 && !nullable.0, required.1 && !nullable.1),
        };
        let for_rust = for_rust((old.field, new.field), always);
        let class = |is_better: bool| {
            if is_better {
                Class::Additive
            } else {
                Class::Breaking
            }
        };
        // Callers must send what is required, and Stripe promises it.
        let classes = (for_rust, class(new.required != is_request));
        self.switched(
            pair,
            Subject::Required,
            classes,
            required,
            ["required", "optional"],
        );
        let classes = (for_rust, class(nullable.1 == is_request));
        self.switched(
            pair,
            Subject::Nullable,
            classes,
            nullable,
            ["nullable", "not nullable"],
        );
        // An expandable field has a method in the paths of `expand`.
        let expandable = (old.expandable, new.expandable);
        let classes = (class(new.expandable), class(new.expandable));
        let words = ["expandable", "not expandable"];
        self.switched(pair, Subject::Expandable, classes, expandable, words);
    }

    pub(super) fn deprecated(&mut self, pair: &SitePair<'a>) {
        let is = |site: &Site<'_>| schema::is_true(site.schema, "deprecated");
        let states = (is(&pair.old), is(&pair.new));
        let words = ["deprecated", "not deprecated"];
        self.switched(
            pair,
            Subject::Deprecated,
            (Class::Docs, Class::Docs),
            states,
            words,
        );
    }

    /// Records that something was and is not, or was not and is; `words` are for being and not being.
    fn switched(
        &mut self,
        pair: &SitePair<'a>,
        subject: Subject,
        classes: (Class, Class),
        (was, now): (bool, bool),
        words: [&str; 2],
    ) {
        let [on, off] = words;
        let word = |is| if is { on } else { off };
        if was != now {
            let change = pair.changed(subject, classes.0, classes.1);
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
