use api::RetrieveThing;
use api::retrieve_thing::A;

fn main() {
    let _ = RetrieveThing::new("a").a(A::Two);
}
