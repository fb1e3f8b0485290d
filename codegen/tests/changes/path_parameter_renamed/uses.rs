use api::RetrieveThing;

fn main() {
    let _: api::Id<api::Thing> = RetrieveThing::new("a").id;
}
