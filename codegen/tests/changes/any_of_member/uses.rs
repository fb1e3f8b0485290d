use api::Thing;

fn uses(thing: &Thing) {
    let _ = thing.a.as_ref().map(|a| a.second().map(|square| square.side));
}

fn main() {
    let _ = uses;
}
