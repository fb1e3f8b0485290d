use api::Thing;

fn uses(thing: &Thing) {
    let _ = thing.a.as_ref().map(|a| a.size);
}

fn main() {
    let _ = uses;
}
