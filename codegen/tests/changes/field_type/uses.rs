use api::Thing;

fn uses(thing: &Thing) {
    let _: Option<&str> = thing.a.as_deref();
}

fn main() {
    let _ = uses;
}
