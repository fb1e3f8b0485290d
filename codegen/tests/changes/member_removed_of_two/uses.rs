use api::Thing;

fn uses(thing: &Thing) {
    let _ = matches!(thing.a, Some(api::thing::A::Third(_)));
}

fn main() {
    let _ = uses;
}
