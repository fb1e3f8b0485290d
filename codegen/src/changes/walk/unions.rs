//! Unions: the components that can stand in one place.

use serde_json::Value;

use crate::changes::form::{self, Form};
use crate::changes::surface;
use crate::changes::{Action, Change, Class, Subject};
use crate::ir::Kind;
use crate::pointer::Pointer;

use super::Walk;
use super::place::{Face, Place, Rust, Spot};

impl<'a> Walk<'a> {
    pub(super) fn members(&mut self, place: &Place<'a>, old: &[&'a str], new: &[&'a str]) {
        let alone = |these: &[&'a str], others: &[&'a str]| -> Vec<&'a str> {
            let alone = these.iter().filter(|name| !others.contains(name));
            alone.copied().collect()
        };
        let (removed, added) = (alone(old, new), alone(new, old));
        for name in old.iter().filter(|name| new.contains(name)) {
            self.meet(name, name, place);
        }
        if let ([gone], [come]) = (removed.as_slice(), added.as_slice()) {
            // A single component in place of another, or one under another name.
            let is_single = old.len() == 1 && new.len() == 1;
            if is_single || self.is_renamed(gone, come) {
                self.meet(gone, come, place);
            }
            if is_single {
                return;
            }
        }
        for name in removed {
            self.union_member(place, Action::Removed, name);
        }
        for name in added {
            self.union_member(place, Action::Added, name);
        }
    }

    fn union_member(&mut self, place: &Place<'a>, action: Action, name: &str) {
        let (face, spot) = (self.face(action), place.spot(action));
        let variant = face.item(spot.rust).and_then(|named| {
            let member = union_member(face, named.kind, name)?;
            Some(format!("{}::{member}", named.text()))
        });
        let for_rust = match spot.rust {
            Rust::Hidden => Class::Docs,
            _ => Class::of(action),
        };
        let for_callers = match action {
            Action::Removed => Class::Docs,
            Action::Added | Action::Changed => Class::Additive,
        };
        self.push(Change {
            action,
            pointer: member_pointer(spot, name),
            api: format!("{}: {name}", place.api),
            rust: variant,
            ..place.changed(Subject::Member, for_rust, for_callers)
        });
    }
}

/// The variant of a union for a component.
fn union_member<'a>(face: &Face<'a>, kind: &'a Kind, name: &str) -> Option<&'a str> {
    let Kind::Union(union) = kind else {
        return None;
    };
    let Rust::Item(component) = face.component(name) else {
        return None;
    };
    let path = component.path();
    let mut members = union.members.iter();
    let member = members.find(|member| surface::apart(&member.ty).1 == [path.clone()])?;
    Some(&member.name)
}

fn member_pointer(spot: &Spot<'_>, name: &str) -> Pointer {
    let keyword = form::alternatives(spot.schema);
    let members = spot.schema.get(keyword).and_then(Value::as_array);
    let is_it = |member: &Value| matches!(Form::of(member), Form::Reference(it) if it == name);
    let position = members.and_then(|members| members.iter().position(is_it));
    match position {
        Some(index) => spot.pointer.key(keyword).index(index),
        None => spot.pointer.clone(),
    }
}
