use api::Thing;

fn uses(thing: &Thing) {
    let _: &Option<i64> = &thing.b;
}

fn main() {
    let _ = uses;
}
