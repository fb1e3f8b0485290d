//! Whether a field or a parameter has to be there, and can be `null` or expanded.

use crate::changes::form;
use crate::changes::{Class, Subject};

use super::Walk;
use super::object::{Member, within};
use super::place::{Place, Seen, Spot, Way};

impl<'a> Walk<'a> {
    /// Whether it has to be there, and whether it can be `null`.
    pub(super) fn presence(
        &mut self,
        place: &Place<'a>,
        seen: (Seen<'a>, Seen<'a>),
        required: (bool, bool),
    ) {
        let null = |spot: &Spot<'_>| form::is_true(spot.schema, "nullable");
        let nullable = (null(&place.old), null(&place.new));
        let always = match place.way {
            Way::Request => required,
            Way::Response => (required.0 && !nullable.0, required.1 && !nullable.1),
        };
        let for_rust = for_rust(seen, always);
        // More is asked of the caller, or less is promised.
        let is_worse = |required: bool| required == (place.way == Way::Request);
        let for_callers = |required| match is_worse(required) {
            true => Class::Breaking,
            false => Class::Additive,
        };
        if required.0 != required.1 {
            let word = |required| if required { "required" } else { "optional" };
            let change = place.changed(Subject::Required, for_rust, for_callers(required.1));
            self.push(change.between(word(required.0), word(required.1)));
        }
        if nullable.0 != nullable.1 {
            let word = |nullable| if nullable { "nullable" } else { "never null" };
            let change = place.changed(Subject::Nullable, for_rust, for_callers(!nullable.1));
            self.push(change.between(word(nullable.0), word(nullable.1)));
        }
    }

    /// Which of the fields that both documents have can be expanded.
    pub(super) fn marks(&mut self, place: &Place<'a>, old: &[Member<'a>], new: &[Member<'a>]) {
        const MARKS: &str = "x-expandableFields";
        let was = form::texts(place.old.schema, MARKS);
        let now = form::texts(place.new.schema, MARKS);
        for member in new {
            let name = member.name;
            let states = (was.contains(&name), now.contains(&name));
            if states.0 == states.1 || !old.iter().any(|old| old.name == name) {
                continue;
            }
            let word = |can| if can { "expandable" } else { "not expandable" };
            // What can be expanded is a step of a path, which code can take.
            let class = match states.1 {
                true => Class::Additive,
                false => Class::Breaking,
            };
            let mut change = place.changed(Subject::Expandable, class, class);
            change.pointer = member.spot.pointer.clone();
            change.api = within(&place.api, name);
            change.rust.clone_from(&member.spot.label);
            self.push(change.between(word(states.0), word(states.1)));
        }
    }
}

/// What it means for Rust if something is `always` there, or is not.
fn for_rust(seen: (Seen<'_>, Seen<'_>), always: (bool, bool)) -> Class {
    let differs = match seen {
        (Seen::Field(old), Seen::Field(new)) => old.required != new.required,
        (Seen::Hidden, _) | (_, Seen::Hidden) => false,
        _ => always.0 != always.1,
    };
    match differs {
        true => Class::Breaking,
        false => Class::Docs,
    }
}
