//! Enums of values of different kinds.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ChoiceMember, Item};

use super::{braces, docs, ident, row, ty};

/// ```text
/// /// Value of the API field `trial_end`.
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub enum TrialEnd {
///     /// `now`
///     Now,
///     /// Any value of this type.
///     Timestamp(Timestamp),
/// }
///
/// choice! {
///     TrialEnd {
///         Now = "now",
///         Timestamp(Timestamp),
///     }
/// }
/// ```
pub(super) fn tokens(
    item: &Item,
    choice: &[ChoiceMember],
    module: &str,
) -> (TokenStream, TokenStream) {
    let (name, comment) = (ident(&item.path.name), docs::comment(&item.docs));
    let variants = braces(choice.iter().map(|member| match member {
        ChoiceMember::Value(value) => {
            let (comment, variant) = (docs::value(&value.wire), ident(&value.name));
            quote!(#comment #variant,)
        }
        ChoiceMember::Data { name, ty } => {
            let (variant, ty) = (ident(name), ty::written(ty, module));
            quote!(#[doc = " Any value of this type."] #variant(#ty),)
        }
    }));
    let rows = braces(choice.iter().map(|member| match member {
        ChoiceMember::Value(value) => row(&value.name, &value.wire),
        ChoiceMember::Data { name, ty } => {
            let (variant, ty) = (ident(name), ty::written(ty, module));
            quote!(#variant(#ty),)
        }
    }));
    let definition = quote! {
        #comment
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #name #variants
    };
    (definition, quote!(choice! { #name #rows }))
}
