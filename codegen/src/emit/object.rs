//! Structs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

use crate::ir::{Field, Item, Object, Role};

use super::{ast, docs, ident, text, ty};

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
///     Customer = "customer" { address = "address", … }
/// }
/// ```
pub(super) fn items(item: &Item, object: &Object, module: &str) -> Vec<syn::Item> {
    let fields = object.fields.iter().map(|it| field(it, module));
    vec![
        ast::struct_item(attributes(item, object), ident(&item.name), fields),
        ast::macro_item("object", table(item, object)),
    ]
}

fn attributes(item: &Item, object: &Object) -> Vec<Attribute> {
    let must_use = match object.role {
        Role::Operation(_) => Some("a request does nothing until it is sent"),
        Role::Parameters => Some("parameters do nothing until they are in a request"),
        Role::Response => None,
    };
    let optional = object.fields.iter().all(|field| !field.required);
    let traits = match optional && object.role != Role::Response {
        true => quote!(Clone, Default),
        false => quote!(Clone),
    };
    let mut attributes = docs::comment(&item.docs);
    attributes.push(ast::derive(traits));
    attributes.extend(must_use.map(ast::must_use));
    attributes.push(ast::non_exhaustive());
    attributes
}

fn field(field: &Field, module: &str) -> syn::Field {
    let ty = ty::syntax(&field.ty, module);
    let ty = match field.required {
        true => ty,
        false => ast::generic_type("Option", [ty]),
    };
    ast::field(docs::comment(&field.docs), ident(&field.name), ty)
}

/// The table of fields.
fn table(item: &Item, object: &Object) -> TokenStream {
    let name = ident(&item.name);
    let tag = object.tag.as_ref().map(|tag| {
        let tag = text(tag);
        quote!(= #tag)
    });
    let deleted = object.deleted.then(|| quote!(deleted));
    let deny_unknown_fields = (object.role != Role::Response).then(|| quote!(deny_unknown_fields));
    let fields = object.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.name), text(&field.wire));
        quote!(#name = #wire)
    });
    quote! { #name #tag #deleted #deny_unknown_fields { #(#fields),* } }
}
