//! The root of the generated code: the modules, the top-level names, the version.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Body, Model, Module};

use super::{Piece, Source, docs, ident, text, ty, uses};

/// ```text
/// pub mod customer;
///
/// pub use customer::{Customer, DeletedCustomer, RetrievedCustomer};
///
/// /// The version of Stripe's API that the crate is made for.
/// pub const API_VERSION: &str = "2026-01-28.clover";
/// ```
pub(super) fn source(model: &Model) -> Source<'_> {
    let modules = model.modules.iter().map(|module| {
        let name = ident(&module.name);
        quote!(pub mod #name;)
    });
    let exports = model.modules.iter().map(exports);
    let (needed, optional) = needed_parts(model);
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
    let pieces = [
        quote!(#top #undocumented),
        quote!(#(#modules)*),
        parts(&needed),
        quote!(#(#exports)* #optional),
        quote!(#comment pub const API_VERSION: &str = #version;),
    ];
    Source {
        path: "mod.rs".to_owned(),
        pieces: Box::new(pieces.into_iter().map(Piece::Items)),
    }
}

/// The types of the runtime that only some operations need, and the modules in `runtime/parts` that define them.
pub(super) const OPTIONAL_TYPES: [(&str, &str); 3] = [
    ("Binary", "binary"),
    ("FileUpload", "file_upload"),
    ("Range", "range"),
];

/// The modules in `runtime/parts`, and whether they need the feature `http`.
const PARTS: [(&str, bool); 11] = [
    ("accepted", false),
    ("binary", false),
    ("choice", false),
    ("copies", false),
    ("expandable", false),
    ("file_upload", false),
    ("filled", false),
    ("multipart", true),
    ("range", false),
    ("union", false),
    ("whole_page", false),
];

/// ```text
/// #[path = "../runtime/parts"]
/// pub(crate) mod parts {
///     #[cfg(test)]
///     pub(crate) mod binary;
///     pub(crate) mod choice;
///     …
/// }
/// ```
///
/// The modules of the runtime that only some models need. Those that this model does not need are compiled for their tests.
fn parts(needed: &BTreeSet<&str>) -> TokenStream {
    let modules = PARTS.iter().map(|(name, http)| {
        let cfg = match (needed.contains(name), http) {
            (true, false) => None,
            (true, true) => Some(quote!(#[cfg(feature = "http")])),
            (false, false) => Some(quote!(#[cfg(test)])),
            (false, true) => Some(quote!(#[cfg(all(test, feature = "http"))])),
        };
        let name = ident(name);
        quote!(#cfg pub(crate) mod #name;)
    });
    quote! {
        #[path = "../runtime/parts"]
        pub(crate) mod parts {
            #(#modules)*
        }
    }
}

/// The modules in `runtime/parts` that the model needs, and the exports of their types.
fn needed_parts(model: &Model) -> (BTreeSet<&'static str>, TokenStream) {
    let (mut types, mut modules) = (Vec::new(), BTreeSet::new());
    for item in model.modules.iter().flat_map(|module| &module.items) {
        item.kind.types().for_each(|ty| ty::uses(ty, &mut types));
        let body = item.kind.operation().map(|operation| operation.body);
        modules.extend((body == Some(Body::Multipart)).then_some("multipart"));
    }
    modules.extend(model.modules.iter().flat_map(uses::parts));
    let used = OPTIONAL_TYPES.iter().filter(|(ty, _)| types.contains(ty));
    modules.extend(used.clone().map(|(_, home)| home));
    let (types, homes): (Vec<_>, Vec<_>) = used.map(|(ty, home)| (ident(ty), ident(home))).unzip();
    (modules, quote!(#(pub use parts::#homes::#types;)*))
}

fn exports(module: &Module) -> Option<TokenStream> {
    let home = ident(&module.name);
    let names: Vec<_> = module
        .items
        .iter()
        .filter(|item| item.path.top_level)
        .map(|item| ident(&item.path.name))
        .collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(quote!(pub use #home::#name;)),
        names => Some(quote!(pub use #home::{#(#names),*};)),
    }
}
