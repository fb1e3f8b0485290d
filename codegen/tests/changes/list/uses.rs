use api::Thing;

fn uses(thing: &Thing) {
    let _ = thing.a.as_ref();
}

fn main() {
    let _ = uses;
}
