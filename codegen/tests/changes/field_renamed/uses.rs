use api::Thing;

fn uses(thing: &Thing) {
    let _: &Option<String> = &thing.receipt_email;
}

fn main() {
    let _ = uses;
}
