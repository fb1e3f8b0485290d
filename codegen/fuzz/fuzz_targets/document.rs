//! Any text as a document.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_codegen::{Input, parse};
use stripe_codegen_fuzz::{completed, generates};

fuzz_target!(|text: &str| {
    if let Ok(document) = parse(Input::Document, text) {
        generates(&completed(document));
    }
});
