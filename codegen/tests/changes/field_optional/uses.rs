use api::Thing;

fn uses(thing: &Thing) {
    let _: &str = &thing.a;
}

fn main() {
    let _ = uses;
}
