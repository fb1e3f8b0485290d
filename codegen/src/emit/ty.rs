//! Types are printed here, in one match, and nowhere else.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Path, Type};

use super::ident;

/// The type as it is written in `module`.
pub(super) fn tokens(ty: &Type, module: &str) -> TokenStream {
    let of = |inner: &Type| tokens(inner, module);
    match ty {
        Type::String => quote!(String),
        Type::Boolean => quote!(bool),
        Type::Integer => quote!(i64),
        Type::Number => quote!(f64),
        Type::Timestamp => quote!(Timestamp),
        Type::Json => quote!(Json),
        Type::Metadata => quote!(Metadata),
        Type::Named(path) => named(path, module),
        Type::Array(inner) => wrapped(quote!(Vec), of(inner)),
        Type::Map(inner) => {
            let inner = of(inner);
            quote!(BTreeMap<String, #inner>)
        }
        Type::List(inner) => wrapped(quote!(List), of(inner)),
        Type::Expandable(inner) => wrapped(quote!(Expandable), of(inner)),
        Type::OnDemand(inner) => wrapped(quote!(OnDemand), of(inner)),
        Type::AnyOf(a, b) => {
            let (a, b) = (of(a), of(b));
            quote!(AnyOf<#a, #b>)
        }
        Type::Clearable(inner) => wrapped(quote!(Clearable), of(inner)),
        Type::Boxed(inner) => wrapped(quote!(Box), of(inner)),
    }
}

fn wrapped(wrapper: TokenStream, inner: TokenStream) -> TokenStream {
    quote!(#wrapper<#inner>)
}

/// `InvoiceSettings` in its own module, `crate::Card` or `crate::shared::Address` elsewhere.
fn named(path: &Path, module: &str) -> TokenStream {
    let name = ident(&path.name);
    if path.module == module {
        quote!(#name)
    } else if path.top_level {
        quote!(crate::#name)
    } else {
        let home = ident(&path.module);
        quote!(crate::#home::#name)
    }
}

/// What is used of the runtime to write the type.
pub(super) fn uses(ty: &Type, out: &mut Vec<&'static str>) {
    let (name, inner): (_, &[&Type]) = match ty {
        Type::Timestamp => ("Timestamp", &[]),
        Type::Json => ("Json", &[]),
        Type::Metadata => ("Metadata", &[]),
        Type::Array(inner) | Type::Boxed(inner) => return uses(inner, out),
        Type::Map(inner) => ("BTreeMap", &[inner]),
        Type::List(inner) => ("List", &[inner]),
        Type::Expandable(inner) => ("Expandable", &[inner]),
        Type::OnDemand(inner) => ("OnDemand", &[inner]),
        Type::AnyOf(a, b) => ("AnyOf", &[a, b]),
        Type::Clearable(inner) => ("Clearable", &[inner]),
        Type::String | Type::Boolean | Type::Integer | Type::Number | Type::Named(_) => return,
    };
    out.push(name);
    for ty in inner {
        uses(ty, out);
    }
}
