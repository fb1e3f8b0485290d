use api::Thing;

fn uses(thing: &Thing) {
    let _: &Option<String> = &thing.a;
}

fn main() {
    let _ = uses;
}
