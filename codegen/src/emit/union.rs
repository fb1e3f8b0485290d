//! Enums of objects.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Item, Member, Union};

use super::{braces, docs, ident, text, ty};

/// ```text
/// /// A customer, or what is left of a deleted one.
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub enum RetrievedCustomer {
///     /// `customer`
///     Customer(Customer),
///     /// `customer`, deleted
///     Deleted(DeletedCustomer),
///     /// An object that this version of the crate does not know, kept as data.
///     Unknown(Json),
/// }
///
/// union! {
///     RetrievedCustomer as "customer" {
///         Customer = "customer",
///         Deleted = "customer" deleted,
///     }
/// }
/// ```
pub(super) fn tokens(item: &Item, union: &Union, module: &str) -> (TokenStream, TokenStream) {
    let (name, comment) = (ident(&item.path.name), docs::comment(&item.docs));
    let tag = |member: &Member| member.tag.object.clone().unwrap_or_default();
    let variants = union.members.iter().map(|member| {
        let deleted = if member.tag.deleted { ", deleted" } else { "" };
        let comment = docs::lines(&format!("`{}`{deleted}", tag(member)));
        let (variant, ty) = (ident(&member.name), ty::written(&member.ty, module));
        quote!(#comment #variant(#ty))
    });
    let root = union.root.as_deref().map(text);
    let root = root.map(|root| quote!(as #root));
    let rows = braces(union.members.iter().map(|member| {
        let (variant, tag) = (ident(&member.name), text(&tag(member)));
        let deleted = member.tag.deleted.then(|| quote!(deleted));
        quote!(#variant = #tag #deleted,)
    }));
    let definition = quote! {
        #comment
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc = " An object that this version of the crate does not know, kept as data."]
            Unknown(Json),
        }
    };
    (definition, quote!(union! { #name #root #rows }))
}
