use api::Thing;

fn uses(thing: &Thing) {
    let _: Option<&api::Other> = thing.one.as_ref();
}

fn main() {
    let _ = uses;
}
