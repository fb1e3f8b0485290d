use api::retrieve_things::Output;

fn uses(output: &Output) {
    let _ = output.count;
}

fn main() {
    let _ = uses;
}
