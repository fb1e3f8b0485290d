//! The root of the generated code: the modules, the top-level names, the version.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Model, Module};

use super::{Piece, Source, docs, ident, text, ty};

/// ```text
/// pub mod customer;
///
/// pub use customer::{Customer, DeletedCustomer, RetrievedCustomer};
///
/// /// The version of Stripe's API that the crate is made for.
/// pub const API_VERSION: &str = "2026-01-28.clover";
/// ```
pub(super) fn source(model: &Model) -> Source {
    let modules = model.modules.iter().map(|module| {
        let name = ident(&module.name);
        quote!(pub mod #name;)
    });
    let exports = model.modules.iter().map(exports);
    let runtime = runtime(model);
    let version = text(&model.api_version);
    let top =
        docs::inner("The types of Stripe's API: one module for every resource and operation.");
    let comment = docs::lines(
        "The version of Stripe's API that this crate is made for, sent with every request.\n\nSee <https://docs.stripe.com/api/versioning>.",
    );
    // The document does not describe every field, and a comment that only repeats a name helps nobody.
    let undocumented = quote! {
        #![allow(missing_docs, reason = "the name and type of many fields are enough")]
    };
    Source {
        path: "mod.rs".to_owned(),
        pieces: vec![
            Piece::Items(quote!(#top #undocumented)),
            Piece::Items(quote!(#(#modules)*)),
            Piece::Items(quote!(#(#exports)* #runtime)),
            Piece::Items(quote!(#comment pub const API_VERSION: &str = #version;)),
        ],
    }
}

/// The types of the runtime that the crate exports only if an operation needs them.
const OPTIONAL: [&str; 3] = ["Binary", "FileUpload", "Range"];

fn runtime(model: &Model) -> Option<TokenStream> {
    let mut used = Vec::new();
    for item in model.modules.iter().flat_map(|module| &module.items) {
        item.kind.types().for_each(|ty| ty::uses(ty, &mut used));
    }
    let names = OPTIONAL.iter().filter(|name| used.contains(name));
    let names: Vec<_> = names.map(|name| ident(name)).collect();
    (!names.is_empty()).then(|| quote!(pub use crate::runtime::types::{#(#names),*};))
}

fn exports(module: &Module) -> Option<TokenStream> {
    let home = ident(&module.name);
    let names: Vec<_> = module
        .items
        .iter()
        .filter(|item| item.top_level)
        .map(|item| ident(&item.name))
        .collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(quote!(pub use #home::#name;)),
        names => Some(quote!(pub use #home::{#(#names),*};)),
    }
}
