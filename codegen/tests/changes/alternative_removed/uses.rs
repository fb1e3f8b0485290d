use api::create_thing::{A, AObject};

fn main() {
    let _ = A::Object(AObject::new().hour(1));
}
