use api::RetrieveThing;

fn main() {
    let _: String = RetrieveThing::new("a").id;
}
