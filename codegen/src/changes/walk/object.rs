//! Objects: their fields, or parameters.

use serde_json::{Map, Value};

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::RustType;
use crate::changes::schema;

use super::Walk;
use super::guess::{self, Guess};
use super::matching::matched;
use super::property::{Property, within};
use super::site::{Direction, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn object(
        &mut self,
        pair: &SitePair<'a>,
        old: &'a Map<String, Value>,
        new: &'a Map<String, Value>,
    ) {
        let are_lists = schema::is_list(old) && schema::is_list(new);
        let mut old = Property::all(&pair.old, old);
        let mut new = Property::all(&pair.new, new);
        if are_lists {
            old = old.into_iter().map(|it| it.in_list(&pair.old)).collect();
            new = new.into_iter().map(|it| it.in_list(&pair.new)).collect();
        }
        self.properties(pair, old, new, Vec::new());
        self.order(pair);
    }

    /// Compares fields or parameters by name. `guesses` are those that have other evidence than the schemas.
    pub(super) fn properties(
        &mut self,
        pair: &SitePair<'a>,
        old: Vec<Property<'a>>,
        new: Vec<Property<'a>>,
        mut guesses: Vec<Guess<'a>>,
    ) {
        let matches = matched(old, new, |property| property.name);
        guesses.extend(guess::properties(&matches.alone));
        let label = |name| {
            let mut added = matches.alone.iter().filter(|it| it.0 == ChangeKind::Added);
            let (_, property) = added.find(|(_, property)| property.name == name)?;
            property.site.label.as_deref()
        };
        for (kind, property) in &matches.alone {
            let guess = guesses
                .iter()
                .find(|it| kind.of(it.old, it.new).0 == property.name);
            let guess = guess.map(|it| it.text(*kind, label(it.new).unwrap_or(it.new)));
            self.property_alone(pair, property, *kind, guess);
        }
        for (old, new) in matches.both {
            self.property(pair, old, new);
        }
    }

    fn property_alone(
        &mut self,
        object: &SitePair<'a>,
        property: &Property<'a>,
        kind: ChangeKind,
        guess: Option<String>,
    ) {
        let for_callers = match (kind, object.direction, property.required) {
            (ChangeKind::Removed, ..) | (_, Direction::Request, true) => Class::Breaking,
            _ => Class::Additive,
        };
        let for_rust = match (property.field, kind, object.direction) {
            (RustType::Hidden, ..) => Class::Docs,
            (_, ChangeKind::Added, Direction::Response) => Class::Additive,
            _ => for_callers,
        };
        let text = property.field.text().map(code);
        let (was, now) = match kind {
            ChangeKind::Removed => (text, None),
            ChangeKind::Added | ChangeKind::Changed => (None, text),
        };
        let subject = match object.direction {
            Direction::Request => Subject::Parameter,
            Direction::Response => Subject::Field,
        };
        self.push(Change {
            pointer: property.at.clone(),
            api: within(&object.api, property.name),
            rust: property.site.label.clone(),
            was,
            now,
            guess,
            ..object.change(kind, subject, (for_rust, for_callers))
        });
    }

    fn property(&mut self, object: &SitePair<'a>, old: Property<'a>, new: Property<'a>) {
        let mut pair = object.inner(old.site.clone(), new.site.clone());
        pair.api = within(&object.api, new.name);
        let mut around = pair.clone();
        around.new.pointer = new.at.clone();
        self.presence(&around, &old, &new);
        if old.location != new.location {
            let change = around.changed(Subject::Location, Class::Docs, Class::Breaking);
            self.push(change.between(old.location, new.location));
        }
        self.rust_name(&around, (old.field, new.field));
        self.node(&pair);
    }

    /// Compares the Rust names, and whether there is one.
    fn rust_name(&mut self, pair: &SitePair<'a>, fields: (RustType<'a>, RustType<'a>)) {
        let for_rust = match fields {
            (RustType::Field(old), RustType::Field(new)) if old.name == new.name => return,
            (RustType::Field(_), RustType::Field(_) | RustType::Hidden) => Class::Breaking,
            (RustType::Hidden, RustType::Field(_)) => Class::Additive,
            _ => return,
        };
        self.push(Change {
            was: pair.old.label.as_ref().map(code),
            now: pair.new.label.as_ref().map(code),
            ..pair.changed(Subject::Name, for_rust, Class::Docs)
        });
    }

    /// Compares the order of the arguments of `new`, which is that of the document.
    pub(super) fn order(&mut self, pair: &SitePair<'a>) {
        let (Some(old), Some(new)) = (pair.old.named(), pair.new.named()) else {
            return;
        };
        let (mut was, mut now) = (old.arguments(), new.arguments());
        was.retain(|name| new.arguments().contains(name));
        now.retain(|name| old.arguments().contains(name));
        if was != now {
            let change = pair.changed(Subject::Order, Class::Breaking, Class::Docs);
            self.push(Change {
                rust: Some(format!("{}::new", new.text())),
                ..change.between(was.join(", "), now.join(", "))
            });
        }
    }
}
