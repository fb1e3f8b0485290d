//! Any text as a document.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_codegen::{Input, source};
use stripe_codegen_fuzz::{completed, generates};

fuzz_target!(|text: &str| {
    if let Ok(document) = source::parse(Input::Document, text) {
        generates(&completed(document));
    }
});
