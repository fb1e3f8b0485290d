use api::{RetrieveThing, thing};

fn main() {
    let _ = RetrieveThing::new("a").expand(thing::expand::a());
}
