use api::Thing;

fn uses(thing: &Thing) {
    let _: Option<&api::Expandable<api::Other>> = thing.a.as_ref();
}

fn main() {
    let _ = uses;
}
