use api::Thing;

fn uses(thing: &Thing) {
    match &thing.a {
        Some(api::thing::A::Other(_) | api::thing::A::Third(_)) => {}
        Some(_) | None => {}
    }
}

fn main() {
    let _ = uses;
}
