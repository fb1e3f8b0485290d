use api::Thing;
use api::thing::{OldState, State};

fn uses(thing: &Thing) {
    match &thing.old_state {
        Some(OldState::Active) | None => {}
        Some(_) => {}
    }
    match &thing.state {
        Some(State::Active | State::Inactive) => {}
        Some(_) | None => {}
    }
}

fn main() {
    let _ = uses;
}
