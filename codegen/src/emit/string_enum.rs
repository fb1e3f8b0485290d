//! Enums of strings.

use quote::quote;

use crate::ir::{Item, StringEnum};

use super::{ast, docs, ident, text};

/// ```text
/// /// The values of the API field `tax_exempt`.
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub enum TaxExempt {
///     /// `exempt`
///     Exempt,
///     …
///     /// A value that this version of the crate does not know.
///     Unknown(UnknownValue),
/// }
///
/// string_enum! {
///     TaxExempt { Exempt = "exempt", … }
/// }
/// ```
pub(super) fn items(item: &Item, string_enum: &StringEnum) -> Vec<syn::Item> {
    let name = ident(&item.name);
    let mut attributes = docs::comment(&item.docs);
    attributes.push(ast::derive(quote!(Clone)));
    attributes.push(ast::non_exhaustive());
    let listed = string_enum.values.iter().map(|value| {
        let comment = docs::line(&format!("`{}`", value.wire));
        ast::variant(vec![comment], ident(&value.name), None)
    });
    let unlisted = ast::variant(
        vec![docs::line(
            "A value that this version of the crate does not know.",
        )],
        ident("Unknown"),
        Some(ast::path_type(&["crate", "UnknownValue"])),
    );
    let table = string_enum.values.iter().map(|value| {
        let (variant, wire) = (ident(&value.name), text(&value.wire));
        quote!(#variant = #wire)
    });
    let table = quote!(#name { #(#table),* });
    vec![
        ast::enum_item(attributes, name, listed.chain([unlisted])),
        ast::macro_item("string_enum", table),
    ]
}
