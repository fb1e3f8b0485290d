use api::RetrieveThing;

fn main() {
    let _ = RetrieveThing::new("a");
}
