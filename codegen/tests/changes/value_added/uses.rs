use api::Thing;

fn uses(thing: &Thing) {
    match &thing.a {
        Some(api::thing::A::One | api::thing::A::Two) => {}
        Some(_) | None => {}
    }
}

fn main() {
    let _ = uses;
}
