//! Objects: their fields, or parameters.

use serde_json::{Map, Value};

use crate::changes::change::code;
use crate::changes::{Action, Change, Class, Subject};
use crate::changes::{form, surface};
use crate::pointer::Pointer;

use super::Walk;
use super::guess;
use super::place::{Face, Place, Rust, Seen, Spot, Way};

/// A field or a parameter in one document.
#[derive(Clone)]
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    /// Its place. That of its schema is another for a parameter.
    pub(super) at: Pointer,
    pub(super) spot: Spot<'a>,
    pub(super) seen: Seen<'a>,
    pub(super) required: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn object(
        &mut self,
        place: &Place<'a>,
        old: &'a Map<String, Value>,
        new: &'a Map<String, Value>,
    ) {
        let lists = form::is_list(old) && form::is_list(new);
        let members = |face: &Face<'a>, spot: &Spot<'a>, properties: &'a Map<String, Value>| {
            let members = properties.iter().map(|(name, schema)| match lists {
                true => in_list(spot, name, schema),
                false => member(face, spot, name, schema),
            });
            members.collect::<Vec<_>>()
        };
        let old = members(&self.old, &place.old, old);
        let new = members(&self.new, &place.new, new);
        self.marks(place, &old, &new);
        self.members_of_object(place, old, &new);
        self.order(place);
    }

    /// Compares fields or parameters by name.
    pub(super) fn members_of_object(
        &mut self,
        place: &Place<'a>,
        old: Vec<Member<'a>>,
        new: &[Member<'a>],
    ) {
        let (mut removed, mut both) = (Vec::new(), Vec::new());
        for member in old {
            match new.iter().find(|other| other.name == member.name) {
                Some(other) => both.push((member, other)),
                None => removed.push(member),
            }
        }
        let is_known = |name| both.iter().any(|(old, _)| old.name == name);
        let added: Vec<_> = new.iter().filter(|it| !is_known(it.name)).collect();
        let guesses = guess::members(&removed, &added);
        for member in &removed {
            let guess = guesses.iter().find(|it| it.old == member.name);
            let guess = guess.map(|it| it.became(rust_name(&added, it.new)));
            self.alone(place, member, Action::Removed, guess);
        }
        for member in added {
            let guess = guesses.iter().find(|it| it.new == member.name);
            self.alone(place, member, Action::Added, guess.map(guess::Guess::was));
        }
        for (old, new) in both {
            self.member(place, old, new.clone());
        }
    }

    fn alone(
        &mut self,
        object: &Place<'a>,
        member: &Member<'a>,
        action: Action,
        guess: Option<String>,
    ) {
        let for_callers = match (action, object.way, member.required) {
            (Action::Removed, ..) | (_, Way::Request, true) => Class::Breaking,
            _ => Class::Additive,
        };
        let for_rust = match (member.seen, action, object.way) {
            (Seen::Hidden, ..) => Class::Docs,
            (_, Action::Added, Way::Response) => Class::Additive,
            _ => for_callers,
        };
        let text = member.seen.text().map(code);
        let (was, now) = match action {
            Action::Removed => (text, None),
            Action::Added | Action::Changed => (None, text),
        };
        self.push(Change {
            action,
            subject: subject(object.way),
            pointer: member.at.clone(),
            api: within(&object.api, member.name),
            rust: member.spot.label.clone(),
            was,
            now,
            for_rust,
            for_callers,
            guess,
        });
    }

    fn member(&mut self, object: &Place<'a>, old: Member<'a>, new: Member<'a>) {
        let place = Place {
            api: within(&object.api, new.name),
            old: old.spot,
            new: new.spot,
            way: object.way,
            depth: object.depth + 1,
        };
        let mut around = place.clone();
        around.new.pointer = new.at;
        self.presence(&around, (old.seen, new.seen), (old.required, new.required));
        self.name(&around, (old.seen, new.seen));
        self.node(&place);
    }

    /// The name in Rust, and whether there is one.
    fn name(&mut self, place: &Place<'a>, seen: (Seen<'a>, Seen<'a>)) {
        let for_rust = match seen {
            (Seen::Field(old), Seen::Field(new)) if old.name == new.name => return,
            (Seen::Field(_), Seen::Field(_) | Seen::Hidden) => Class::Breaking,
            (Seen::Hidden, Seen::Field(_)) => Class::Additive,
            _ => return,
        };
        self.push(Change {
            was: place.old.label.as_ref().map(code),
            now: place.new.label.as_ref().map(code),
            ..place.changed(Subject::Name, for_rust, Class::Docs)
        });
    }

    /// `new` takes what is required in the order of the document.
    pub(super) fn order(&mut self, place: &Place<'a>) {
        let (Some(old), Some(new)) = (self.old.item(place.old.rust), self.new.item(place.new.rust))
        else {
            return;
        };
        let (was, now) = (surface::arguments(old.kind), surface::arguments(new.kind));
        let kept = |these: &[&str], others: &[&str]| -> Vec<String> {
            let kept = these.iter().filter(|name| others.contains(name));
            kept.map(|name| (*name).to_owned()).collect()
        };
        let (was, now) = (kept(&was, &now), kept(&now, &was));
        if was != now {
            let change = place.changed(Subject::Order, Class::Breaking, Class::Docs);
            self.push(Change {
                rust: Some(format!("{}::new", new.text())),
                ..change.between(was.join(", "), now.join(", "))
            });
        }
    }
}

/// The name in the API of a member of something.
pub(super) fn within(api: &str, name: &str) -> String {
    match api.contains(' ') && !api.contains(": ") {
        true => format!("{api}: {name}"),
        false => format!("{api}.{name}"),
    }
}

/// What a member of an object is.
pub(super) fn subject(way: Way) -> Subject {
    match way {
        Way::Request => Subject::Parameter,
        Way::Response => Subject::Field,
    }
}

fn rust_name<'m>(members: &[&'m Member<'_>], name: &'m str) -> &'m str {
    let member = members.iter().find(|member| member.name == name);
    member
        .and_then(|member| member.spot.label.as_deref())
        .unwrap_or(name)
}

fn member<'a>(face: &Face<'a>, object: &Spot<'a>, name: &'a str, schema: &'a Value) -> Member<'a> {
    let pointer = object.pointer.keys(["properties", name]);
    let (seen, label) = face.field(object.rust, name, &pointer);
    // A constant is never a field, whether or not the generator understands the rest.
    let seen = match seen {
        Seen::Unknown if form::is_tag(name, schema) => Seen::Hidden,
        seen => seen,
    };
    Member {
        name,
        at: pointer.clone(),
        spot: Spot {
            schema,
            pointer,
            rust: seen.rust(),
            label,
        },
        seen,
        required: form::texts(object.schema, "required").contains(&name),
    }
}

/// A member of a page of a list. The type is the same for all lists, but for what the elements are.
fn in_list<'a>(list: &Spot<'a>, name: &'a str, schema: &'a Value) -> Member<'a> {
    let rust = match list.rust {
        // The name of the type is that of an element, and has been compared.
        Rust::Field(field) if name == "data" => Rust::Type(&field.ty),
        rust if name == "data" => rust,
        _ => Rust::Hidden,
    };
    let at = list.pointer.keys(["properties", name]);
    Member {
        name,
        at: at.clone(),
        spot: Spot {
            schema,
            pointer: at,
            rust,
            label: list.label.clone().filter(|_| name == "data"),
        },
        seen: Seen::Hidden,
        required: form::texts(list.schema, "required").contains(&name),
    }
}
