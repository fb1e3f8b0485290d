use api::CreateThing;

fn main() {
    let _ = CreateThing::new();
}
