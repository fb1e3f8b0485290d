//! Types of one's own where only the types of the crate can be decoded.

use stripe_customers::{Event, Json, from_json};

#[derive(Debug)]
struct Own;

fn main() {
    let event: Event = from_json("{}").unwrap();
    let _right: Result<String, _> = event.object_json().decode();
    let _ = from_json::<Json>("{}");

    let _ = from_json::<Own>("{}"); //~ E0277
    let _ = event.object::<Own>(); //~ E0277
}
