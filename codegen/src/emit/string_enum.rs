//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{EnumValue, Item};

use super::{docs, ident, text};

/// ```text
/// /// The values of the API field `tax_exempt`.
/// #[derive(Clone, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum TaxExempt {
///     /// `exempt`
///     Exempt,
///     …
///     /// A value that this version of the crate does not list.
///     Unlisted(UnlistedValue),
/// }
///
/// string_enum! {
///     TaxExempt { Exempt = "exempt", … }
/// }
/// ```
pub(super) fn items(item: &Item, values: &[EnumValue]) -> Vec<TokenStream> {
    let name = ident(&item.name);
    let comment = docs::comment(&item.docs);
    let variants = values.iter().map(|value| {
        let variant = ident(&value.name);
        let comment = docs::lines(&format!("`{}`", value.wire));
        quote! { #comment #variant, }
    });
    let unlisted = docs::lines("A value that this version of the crate does not list.");
    let table = values.iter().map(|value| {
        let (variant, wire) = (ident(&value.name), text(&value.wire));
        quote!(#variant = #wire)
    });
    vec![
        quote! {
            #comment
            #[derive(Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #unlisted
                Unlisted(crate::UnlistedValue),
            }
        },
        quote! { string_enum! { #name { #(#table),* } } },
    ]
}
