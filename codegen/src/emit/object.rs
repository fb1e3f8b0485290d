//! Structs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Field, Item, Object, Role};

use super::{docs, ident, text, ty};

/// ```text
/// /// A customer…
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub struct Customer {
///     /// The address…
///     pub address: Option<crate::shared::Address>,
/// }
///
/// object! {
///     Customer = "customer" { address, … }
/// }
/// ```
pub(super) fn items(item: &Item, object: &Object, module: &str) -> Vec<TokenStream> {
    let name = ident(&item.name);
    let comment = docs::comment(&item.docs);
    let attributes = attributes(object);
    let fields = object.fields.iter().map(|it| field(it, module));
    vec![
        quote! {
            #comment
            #attributes
            #[non_exhaustive]
            pub struct #name { #(#fields)* }
        },
        table(item, object),
    ]
}

fn attributes(object: &Object) -> TokenStream {
    let optional = object.fields.iter().all(|field| !field.required);
    let derive = match object.role {
        Role::Response => quote!(#[derive(Clone)]),
        Role::Parameters | Role::Operation(_) if optional => quote!(#[derive(Clone, Default)]),
        Role::Parameters | Role::Operation(_) => quote!(#[derive(Clone)]),
    };
    match object.role {
        Role::Operation(_) => {
            quote!(#derive #[must_use = "a request does nothing until it is sent"])
        }
        Role::Parameters => {
            quote!(#derive #[must_use = "parameters do nothing until they are in a request"])
        }
        Role::Response => derive,
    }
}

fn field(field: &Field, module: &str) -> TokenStream {
    let name = ident(&field.name);
    let comment = docs::comment(&field.docs);
    let ty = ty::tokens(&field.ty, module);
    let ty = match field.required {
        true => ty,
        false => quote!(Option<#ty>),
    };
    quote! { #comment pub #name: #ty, }
}

/// The table of fields.
fn table(item: &Item, object: &Object) -> TokenStream {
    let name = ident(&item.name);
    let tag = object.tag.as_ref().map(|tag| {
        let tag = text(tag);
        quote!(= #tag)
    });
    let deleted = object.deleted.then(|| quote!(deleted));
    let closed = (object.role != Role::Response).then(|| quote!(closed));
    let fields = object.fields.iter().map(|field| {
        let name = ident(&field.name);
        let wire = (field.name != field.wire).then(|| {
            let wire = text(&field.wire);
            quote!(as #wire)
        });
        quote!(#name #wire)
    });
    quote! { object! { #name #tag #deleted #closed { #(#fields),* } } }
}
