//! Enums of values of different kinds.

use quote::quote;

use crate::ir::{Choice, ChoiceMember, Item};

use super::{ast, docs, ident, text, ty};

/// ```text
/// /// In the API field `trial_end`.
/// #[derive(Clone)]
/// #[non_exhaustive]
/// pub enum TrialEnd {
///     /// `now`
///     Now,
///     /// Any other value.
///     Timestamp(Timestamp),
/// }
///
/// choice! {
///     TrialEnd { Now = "now", Timestamp }
/// }
/// ```
pub(super) fn items(item: &Item, choice: &Choice, module: &str) -> Vec<syn::Item> {
    let name = ident(&item.name);
    let mut attributes = docs::comment(&item.docs);
    attributes.push(ast::derive(quote!(Clone)));
    attributes.push(ast::non_exhaustive());
    let variants = choice.members.iter().map(|member| match member {
        ChoiceMember::Value(value) => {
            let comment = docs::line(&format!("`{}`", value.wire));
            ast::variant(vec![comment], ident(&value.name), None)
        }
        ChoiceMember::Data { name, ty } => {
            let comment = docs::line("Any value of this type.");
            ast::variant(vec![comment], ident(name), Some(ty::syntax(ty, module)))
        }
    });
    let table = choice.members.iter().map(|member| match member {
        ChoiceMember::Value(value) => {
            let (variant, wire) = (ident(&value.name), text(&value.wire));
            quote!(#variant = #wire)
        }
        ChoiceMember::Data { name, ty } => {
            let (variant, ty) = (ident(name), ty::syntax(ty, module));
            quote!(#variant(#ty))
        }
    });
    let table = quote!(#name { #(#table),* });
    vec![
        ast::enum_item(attributes, name, variants),
        ast::macro_item("choice", table),
    ]
}
