//! The `use` declarations of a module: the parts of the runtime that its types need.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Content, Conversion, CopiedField, Copy, Item, Kind, Module};

use super::{expand, ident, index, ty};

/// The `use` declarations: those of the standard library, then those of the crate.
pub(super) fn declarations(module: &Module) -> Vec<TokenStream> {
    let mut types = Vec::new();
    let expandable = module.items.iter().flat_map(|item| &item.expandable);
    let expand = module.expand.iter();
    let steps = expandable.chain(expand.clone().flat_map(|it| &it.fields));
    let written = module.items.iter().flat_map(|item| item.kind.types());
    written
        .chain(steps.map(|field| &field.target))
        .chain(expand.map(|it| &it.root))
        .for_each(|ty| ty::uses(ty, &mut types));
    let has = |is_it: fn(&Kind) -> bool| module.items.iter().any(|item| is_it(&item.kind));
    types.extend(has(|it| matches!(it, Kind::Union(_))).then_some("Json"));
    let macros = [
        has(|it| matches!(it, Kind::Object(_))).then_some("object"),
        has(|it| matches!(it, Kind::StringEnum(_))).then_some("string_enum"),
    ];
    let operation = has(|it| it.operation().is_some()).then_some("operation");
    let mut types: BTreeSet<_> = types.into_iter().collect();
    let map = types.remove("BTreeMap").then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let is_optional = |ty: &&str| index::OPTIONAL_TYPES.iter().any(|(name, _)| name == ty);
    let (optional, types): (Vec<_>, Vec<_>) = types.into_iter().partition(is_optional);
    let optional = optional.into_iter().map(ident);
    let parts = parts(module).into_iter().map(ident);
    let runtime = [
        Some(quote!(#(use crate::#optional;)* #(use crate::generated::parts::#parts::#parts;)*)),
        import("model", macros.into_iter().flatten()),
        import("types", types),
        import("wire", operation),
    ];
    let runtime = runtime.into_iter().flatten().collect();
    map.into_iter().chain([runtime]).collect()
}

/// The parts of the runtime that only some models need, and this module uses: macros and functions of the same name.
pub(super) fn parts(module: &Module) -> BTreeSet<&'static str> {
    let of_item = |item: &Item| match &item.kind {
        Kind::Choice(_) => Some("choice"),
        Kind::Union(_) => Some("union"),
        Kind::StringEnum(_) | Kind::Object(_) | Kind::Alias(_) => None,
    };
    let items = module.items.iter();
    let expands = module.expand.is_some() || items.clone().any(expand::is_needed);
    items
        .filter_map(of_item)
        .chain(expands.then_some("expandable"))
        .chain(of_copies(module))
        .collect()
}

/// Of these, the parts that conversions need: the macro for conversions by value, and functions.
fn of_copies(module: &Module) -> impl Iterator<Item = &'static str> {
    let copies = || module.copies.iter();
    let fields = || copies().flat_map(Copy::fields);
    let has_values = |it: &Copy| matches!(&it.content, Content::Value(_)) && it.is_fallible();
    let names = [
        ("accepted", copies().any(has_values)),
        ("copies", !module.copies.is_empty()),
        ("filled", fields().any(is_filled)),
        (
            "whole_page",
            fields().any(|it| it.conversion == Conversion::Page),
        ),
    ];
    names
        .into_iter()
        .filter_map(|(name, used)| used.then_some(name))
}

/// Whether the field is copied or required only if it is not an empty text.
fn is_filled(field: &CopiedField) -> bool {
    let mut conversion = &field.conversion;
    while let Conversion::Set(inner) = conversion {
        conversion = inner;
    }
    !field.from_required && (field.required || *conversion == Conversion::Clone)
}

/// The declaration for names of a module of the runtime, if there are any.
fn import(module: &str, names: impl IntoIterator<Item = &'static str>) -> Option<TokenStream> {
    let module = ident(module);
    let names: Vec<_> = names.into_iter().map(ident).collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(quote!(use crate::runtime::#module::#name;)),
        names => Some(quote!(use crate::runtime::#module::{#(#names),*};)),
    }
}
