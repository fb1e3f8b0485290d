//! The values of enumerations.

use crate::changes::change::code;
use crate::changes::{Action, Change, Class, Subject};
use crate::changes::{form, surface};

use super::Walk;
use super::guess;
use super::place::{Face, Place, Rust, Spot, Way};

impl<'a> Walk<'a> {
    pub(super) fn values(&mut self, place: &Place<'a>) {
        let old: Vec<_> = form::values(place.old.schema).collect();
        let new: Vec<_> = form::values(place.new.schema).collect();
        let gone = |these: &[(usize, &'a str)], others: &[(usize, &'a str)]| {
            let is_alone = |(_, value): &&(usize, &'a str)| {
                !value.is_empty() && !others.iter().any(|(_, other)| other == value)
            };
            these.iter().filter(is_alone).copied().collect::<Vec<_>>()
        };
        let (removed, added) = (gone(&old, &new), gone(&new, &old));
        let texts = |these: &[(usize, &'a str)]| these.iter().map(|it| it.1).collect::<Vec<_>>();
        let guess = guess::value(&texts(&removed), &texts(&added));
        for (index, value) in removed {
            let guess = guess.as_ref().map(|guess| guess.became(guess.new));
            self.value(place, Action::Removed, value, index, guess);
        }
        for (index, value) in added {
            let guess = guess.as_ref().map(guess::Guess::was);
            self.value(place, Action::Added, value, index, guess);
        }
        self.variants(place, &texts(&old));
    }

    fn value(
        &mut self,
        place: &Place<'a>,
        action: Action,
        value: &str,
        index: usize,
        guess: Option<String>,
    ) {
        let is_removed = action == Action::Removed;
        let ((face, spot), (other, there)) = match is_removed {
            true => ((&self.old, &place.old), (&self.new, &place.new)),
            false => ((&self.new, &place.new), (&self.old, &place.old)),
        };
        let variant = variant(face, spot, value);
        // Another value may have the name now.
        let is_there = other.item(there.rust).is_some_and(|named| {
            let name = variant.as_deref().and_then(|it| it.rsplit("::").next());
            name.is_some_and(|name| surface::has_variant(named.kind, name))
        });
        let for_rust = match (spot.rust, &variant, is_removed) {
            (Rust::Hidden, ..) => Class::Docs,
            _ if is_there => Class::Docs,
            (Rust::Unknown, _, true) | (_, Some(_), true) => Class::Breaking,
            (Rust::Unknown, _, false) | (_, Some(_), false) => Class::Additive,
            (_, None, _) => Class::Docs,
        };
        let for_callers = match (place.way, is_removed) {
            (Way::Request, true) => Class::Breaking,
            (Way::Response, true) => Class::Docs,
            (_, false) => Class::Additive,
        };
        self.push(Change {
            action,
            pointer: spot.pointer.key("enum").index(index),
            api: format!("{} = \"{value}\"", place.api),
            rust: variant,
            guess,
            ..place.changed(Subject::Value, for_rust, for_callers)
        });
    }

    /// The names of the variants for the values that are still there.
    fn variants(&mut self, place: &Place<'a>, values: &[&str]) {
        let name = |face: &Face<'a>, spot: &Spot<'a>, value: &str| {
            let named = face.item(spot.rust)?;
            surface::variant(named.kind, value).map(str::to_owned)
        };
        for value in values {
            let (Some(was), Some(now)) = (
                name(&self.old, &place.old, value),
                name(&self.new, &place.new, value),
            ) else {
                continue;
            };
            if was != now {
                let change = place.changed(Subject::Name, Class::Breaking, Class::Docs);
                self.push(Change {
                    api: format!("{} = \"{value}\"", place.api),
                    rust: variant(&self.new, &place.new, value),
                    ..change.between(code(was), code(now))
                });
            }
        }
    }
}

/// The name in Rust of a value of an enumeration.
fn variant<'a>(face: &Face<'a>, spot: &Spot<'a>, value: &str) -> Option<String> {
    let named = face.item(spot.rust)?;
    let variant = surface::variant(named.kind, value)?;
    Some(format!("{}::{variant}", named.text()))
}
