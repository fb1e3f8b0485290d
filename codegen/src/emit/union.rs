//! Enums of objects.

use quote::quote;

use crate::ir::{Item, Union};

use super::{ast, docs, ident, text, ty};

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
///         Deleted = "customer" deleted
///     }
/// }
/// ```
pub(super) fn items(item: &Item, union: &Union, module: &str) -> Vec<syn::Item> {
    let name = ident(&item.name);
    let mut attributes = docs::comment(&item.docs);
    attributes.push(ast::derive(quote!(Clone)));
    attributes.push(ast::non_exhaustive());
    let listed = union.members.iter().map(|member| {
        let deleted = if member.deleted { ", deleted" } else { "" };
        let comment = docs::line(&format!("`{}`{deleted}", member.tag));
        let ty = ty::syntax(&member.ty, module);
        ast::variant(vec![comment], ident(&member.name), Some(ty))
    });
    let unlisted = ast::variant(
        vec![docs::line(
            "An object that this version of the crate does not know, kept as data.",
        )],
        ident("Unknown"),
        Some(ast::path_type(&["Json"])),
    );
    let root = union.root.as_ref().map(|root| {
        let root = text(root);
        quote!(as #root)
    });
    let table = union.members.iter().map(|member| {
        let (variant, tag) = (ident(&member.name), text(&member.tag));
        let deleted = member.deleted.then(|| quote!(deleted));
        quote!(#variant = #tag #deleted)
    });
    let table = quote!(#name #root { #(#table),* });
    vec![
        ast::enum_item(attributes, name, listed.chain([unlisted])),
        ast::macro_item("union", table),
    ]
}
