use api::retrieve_things::Output;

fn uses(output: &Output) {
    let _ = output.size;
}

fn main() {
    let _ = uses;
}
