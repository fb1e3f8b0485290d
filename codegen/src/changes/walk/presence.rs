//! Whether something is required, nullable, expandable or deprecated.

use crate::changes::change::{Class, Subject};
use crate::changes::rust::RustType;

use super::Walk;
use super::property::Property;
use super::site::{Direction, SitePair};

impl<'a> Walk<'a> {
    /// Compares whether a property is required, nullable and expandable.
    pub(super) fn presence(&mut self, pair: &SitePair<'a>, old: &Property<'a>, new: &Property<'a>) {
        let required = (old.required, new.required);
        let nullable = (pair.old.is_true("nullable"), pair.new.is_true("nullable"));
        let is_request = pair.direction == Direction::Request;
        let always = match is_request {
            true => required,
            false => (required.0 && !nullable.0, required.1 && !nullable.1),
        };
        let for_rust = for_rust((old.field, new.field), always);
        let class = |is_better: bool| match is_better {
            true => Class::Additive,
            false => Class::Breaking,
        };
        // Callers must send what is required, and Stripe promises it.
        let classes = (for_rust, class(new.required != is_request));
        self.switched(pair, Subject::Required, classes, required, "optional");
        let classes = (for_rust, class(nullable.1 == is_request));
        self.switched(pair, Subject::Nullable, classes, nullable, "not nullable");
        // An expandable field has a method in the paths of `expand`.
        let expandable = (old.expandable, new.expandable);
        let classes = (class(new.expandable), class(new.expandable));
        self.switched(
            pair,
            Subject::Expandable,
            classes,
            expandable,
            "not expandable",
        );
    }

    pub(super) fn deprecated(&mut self, pair: &SitePair<'a>) {
        let states = (
            pair.old.is_true("deprecated"),
            pair.new.is_true("deprecated"),
        );
        let classes = (Class::Docs, Class::Docs);
        self.switched(pair, Subject::Deprecated, classes, states, "not deprecated");
    }

    /// Records that something was what the subject names and is not, or was not and is; `off` is for not being it.
    fn switched(
        &mut self,
        pair: &SitePair<'a>,
        subject: Subject,
        classes: (Class, Class),
        (was, now): (bool, bool),
        off: &str,
    ) {
        let word = |is| if is { subject.name() } else { off };
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
