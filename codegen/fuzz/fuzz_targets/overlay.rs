//! Any text as an overlay.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use stripe_codegen::{Input, Overlay, parse};
use stripe_codegen_fuzz::{completed, generates, is_in};

const DOCUMENT: &str = include_str!("../../tests/shapes/docs/document.yaml");

fuzz_target!(|text: &str| {
    let document = completed(parse(Input::Document, DOCUMENT).unwrap());
    let mut changed = document.clone();
    let overlay = Overlay::parse(text);
    let applied = overlay
        .clone()
        .and_then(|overlay| overlay.apply(&mut changed));
    match (applied, overlay) {
        (Ok(_), Ok(overlay)) => {
            let mut again = document;
            overlay.apply_where_it_fits(&mut again).unwrap();
            assert_eq!(again, changed);
            if changed.is_object() {
                generates(&changed);
            }
        }
        (Err(errors), _) | (_, Err(errors)) => {
            let overlay = parse(Input::Overlay, text).unwrap_or(Value::Null);
            for error in &errors {
                is_in(error, Input::Overlay, &overlay);
            }
        }
    }
});
