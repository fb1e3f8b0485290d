//! Structs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Field, Item, Object, Role};

use super::{braces, docs, ident, operation, row, text, ty};

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
///     Customer = "customer" {
///         address = "address",
///         …
///     }
/// }
/// ```
pub(super) fn tokens(item: &Item, object: &Object, module: &str) -> (TokenStream, TokenStream) {
    let (name, attributes) = (ident(&item.path.name), attributes(item, object));
    let fields = braces(object.fields.iter().map(|it| field(it, module)));
    let definition = quote!(#attributes pub struct #name #fields);
    (definition, table(item, object))
}

fn attributes(item: &Item, object: &Object) -> TokenStream {
    let must_use = match object.role {
        Role::Operation(_) => Some("a request does nothing until it is sent"),
        Role::Parameters => Some("parameters do nothing until they are in a request"),
        Role::Response => None,
    };
    let must_use = must_use.map(|reason| quote!(#[must_use = #reason]));
    let optional = object.fields.iter().all(|field| !field.required);
    let default = (optional && object.role != Role::Response).then(|| quote!(, Default));
    let comment = docs::comment(&item.docs);
    let operation = item.kind.operation();
    let example = operation.map(|_| operation::example(item, object));
    quote! {
        #comment
        #example
        #[derive(Clone #default)]
        #must_use
        #[non_exhaustive]
    }
}

fn field(field: &Field, module: &str) -> TokenStream {
    let comment = docs::lines(&docs::of_field(field));
    let (name, ty) = (ident(&field.name), ty::written(&field.ty, module));
    match field.required {
        true => quote!(#comment pub #name: #ty,),
        false => quote!(#comment pub #name: Option<#ty>,),
    }
}

/// The table of fields.
fn table(item: &Item, object: &Object) -> TokenStream {
    let name = ident(&item.path.name);
    let tag = object.tag.object.as_deref().map(text);
    let tag = tag.map(|tag| quote!(= #tag));
    let deleted = object.tag.deleted.then(|| quote!(deleted));
    let deny_unknown_fields = (object.role != Role::Response).then(|| quote!(deny_unknown_fields));
    let rows = braces(object.fields.iter().map(|it| row(&it.name, &it.wire)));
    quote!(object! { #name #tag #deleted #deny_unknown_fields #rows })
}
