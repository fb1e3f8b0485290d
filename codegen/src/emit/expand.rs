//! The fields that can be expanded.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Expand, Item, Kind, Type};

use super::{braces, ident, text, ty};

/// Whether fields of the type can be expanded, or the type is one of several.
pub(super) fn is_needed(item: &Item) -> bool {
    let is_one_of_several = matches!(&item.kind, Kind::Union(union) if union.root.is_none()
        && union.members.iter().any(|member| !member.tag.deleted));
    is_one_of_several || !item.expandable.is_empty()
}

/// ```text
/// expandable! {
///     Customer {
///         default_source = "default_source" -> PaymentSource,
///         subscriptions = "subscriptions" -> List<crate::Subscription>,
///     }
/// }
///
/// expandable! {
///     PaymentSource of [
///         crate::Card,
///         crate::Source,
///     ] {
///         customer = "customer" -> Customer,
///     }
/// }
/// ```
pub(super) fn fields(item: &Item, module: &str) -> TokenStream {
    let name = ident(&item.path.name);
    let members = match &item.kind {
        Kind::Union(union) if union.root.is_none() => {
            let live = union.members.iter().filter(|member| !member.tag.deleted);
            let members = live.map(|member| match &member.ty {
                Type::Boxed(inner) => ty::written(inner, module),
                other => ty::written(other, module),
            });
            Some(quote!(of [#(#members,)*]))
        }
        _ => None,
    };
    let rows = braces(item.expandable.iter().map(|field| {
        let (name, wire) = (ident(&field.name), text(&field.wire));
        let target = ty::written(&field.target, module);
        quote!(#name = #wire -> #target,)
    }));
    quote!(expandable! { #name #members #rows })
}

/// ```text
/// expandable! {
///     from Customer {
///         default_source -> PaymentSource,
///         subscriptions -> List<crate::Subscription>,
///     }
/// }
/// ```
pub(super) fn from(expand: &Expand, module: &str) -> TokenStream {
    let root = ty::written(&expand.root, module);
    let rows = braces(expand.fields.iter().map(|field| {
        let (name, target) = (ident(&field.name), ty::written(&field.target, module));
        quote!(#name -> #target,)
    }));
    quote!(expandable! { from #root #rows })
}
