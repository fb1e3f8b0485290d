use api::create_thing::AObject;

fn main() {
    let _ = AObject::new().minute(1);
}
