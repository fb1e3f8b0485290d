use api::Thing;

fn uses(thing: &Thing) {
    let _: Option<&api::Third> = thing.a.as_ref();
}

fn main() {
    let _ = uses;
}
