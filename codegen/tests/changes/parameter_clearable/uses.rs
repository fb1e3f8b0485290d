use api::CreateThing;

fn main() {
    let _: Option<String> = CreateThing::new().a("a").a;
}
