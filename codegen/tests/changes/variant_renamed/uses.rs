use api::Thing;

fn uses(thing: &Thing) {
    let _ = matches!(thing.a, Some(api::thing::A::AB));
}

fn main() {
    let _ = uses;
}
