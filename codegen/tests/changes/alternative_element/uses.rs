use api::CreateThing;

fn main() {
    let _ = CreateThing::new().a(api::create_thing::A::All);
}
