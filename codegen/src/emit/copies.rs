//! Conversions of responses into parameters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Content, Conversion, CopiedField, Copy, Docs};
use crate::names::snake;

use super::ty::place;
use super::{braces, docs, ident, text};

/// ```text
/// impl From<&crate::shared::Address> for Address {
///     #[inline]
///     fn from(read: &crate::shared::Address) -> Self {
///         Self {
///             city: filled(&read.city).cloned(),
///             …
///         }
///     }
/// }
/// ```
///
/// Of a conversion that may fail, the same with `TryFrom`.
pub(super) fn conversion(copy: &Copy, module: &str) -> TokenStream {
    let (from, to) = (place(&copy.from, module), place(&copy.to, module));
    let content = content(copy, module);
    let left_out = copy.left_out.as_ref();
    let comment = left_out.map(|(names, reason)| comment(names, reason));
    match copy.is_fallible() {
        true => quote! {
            #comment
            impl TryFrom<&#from> for #to {
                type Error = crate::DecodeError;

                #[inline]
                fn try_from(read: &#from) -> Result<Self, crate::DecodeError> {
                    #content
                }
            }
        },
        false => quote! {
            #comment
            impl From<&#from> for #to {
                #[inline]
                fn from(read: &#from) -> Self {
                    #content
                }
            }
        },
    }
}

/// The converted value, or a `Result` if the conversion may fail.
fn content(copy: &Copy, module: &str) -> TokenStream {
    match &copy.content {
        Content::Value(refused) if refused.is_empty() => quote!(read.as_str().into()),
        Content::Value(refused) => {
            let refused = refused.iter().map(|value| text(value));
            quote!(accepted(read.as_str(), &[#(#refused),*]))
        }
        Content::Fields(fields) => {
            let fields = braces(fields.iter().map(|(name, copied)| {
                let value = copied.as_ref().map(|it| field(it, copy, module));
                let (name, value) = (ident(name), value.unwrap_or(quote!(None)));
                quote!(#name: #value,)
            }));
            match copy.is_fallible() {
                true => quote!(Ok(Self #fields)),
                false => quote!(Self #fields),
            }
        }
    }
}

/// ```text
/// copies! {
///     Address from crate::shared::Address,
///     Shipping try_from crate::shared::Shipping,
/// }
/// ```
///
/// The conversions by value.
pub(super) fn table(copies: &[Copy], module: &str) -> TokenStream {
    let rows = braces(copies.iter().map(|copy| {
        let (from, to) = (place(&copy.from, module), place(&copy.to, module));
        match copy.is_fallible() {
            true => quote!(#to try_from #from,),
            false => quote!(#to from #from,),
        }
    }));
    quote!(copies! #rows)
}

fn comment(names: &[String], reason: &str) -> impl ToTokens {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let left_out = match names.as_slice() {
        [] => String::new(),
        names => format!("Not copied: {}. ", names.join(", ")),
    };
    let prose = format!("Copies the fields that the parameters have too.\n\n{left_out}{reason}");
    docs::comment(&Docs {
        prose: Some(prose),
        ..Docs::default()
    })
}

/// The value of a field of the target.
fn field(field: &CopiedField, copy: &Copy, module: &str) -> TokenStream {
    let (name, wire) = (ident(&field.from), text(&field.wire));
    let conversion = &field.conversion;
    let read = match (field.from_required, field.required) {
        (true, _) => Read::Place(quote!(read.#name)),
        (false, true) => {
            let object = text(&snake(&copy.from.name));
            let missing = quote!(crate::DecodeError::missing(#wire).at_name(#object));
            Read::Reference(quote!(filled(&read.#name).ok_or_else(|| #missing)?))
        }
        (false, false) => return optional(conversion, &quote!(read.#name), module),
    };
    let value = value(conversion, &read, module);
    match (field.required, conversion.is_fallible()) {
        (true, true) => quote!(#value.map_err(|error| error.at_name(#wire))?),
        (true, false) => value,
        (false, true) => quote!(#value.ok()),
        (false, false) => quote!(Some(#value)),
    }
}

/// The conversion of `read`, an `Option`, into an `Option`.
fn optional(conversion: &Conversion, read: &TokenStream, module: &str) -> TokenStream {
    match conversion {
        Conversion::Copied => return quote!(#read),
        Conversion::Clone => return quote!(filled(&#read).cloned()),
        Conversion::Set(inner) if matches!(**inner, Conversion::Copied | Conversion::Clone) => {
            let inner = optional(inner, read, module);
            return quote!(#inner.map(Clearable::Set));
        }
        _ => {}
    }
    if !conversion.is_fallible() {
        let each = function(conversion, module);
        return quote!(#read.as_ref().map(#each));
    }
    let value = value(conversion, &Read::Reference(quote!(it)), module);
    quote!(#read.as_ref().and_then(|it| #value.ok()))
}

/// The function that converts a reference.
fn function(conversion: &Conversion, module: &str) -> TokenStream {
    match conversion {
        Conversion::Into => quote!(Into::into),
        // A type that converts also converts into a parameter that can be cleared.
        Conversion::Set(inner) if **inner == Conversion::Into => quote!(Into::into),
        conversion => {
            let value = value(conversion, &Read::Reference(quote!(it)), module);
            quote!(|it| #value)
        }
    }
}

/// A value that is read.
enum Read {
    /// The place of the value.
    Place(TokenStream),
    /// A reference to it.
    Reference(TokenStream),
}

/// The converted value, or the `Result` of a conversion that may fail.
fn value(conversion: &Conversion, read: &Read, module: &str) -> TokenStream {
    // Methods of the value take it by reference, and numbers are copied.
    let (value_or_reference, reference, copied) = match read {
        Read::Place(place) => (place, quote!(&#place), place.clone()),
        Read::Reference(reference) => (reference, reference.clone(), quote!(*#reference)),
    };
    match conversion {
        Conversion::Copied => copied,
        Conversion::Clone => quote!(#value_or_reference.clone()),
        Conversion::Into => quote!(Into::into(#reference)),
        Conversion::Without(to, fields) => {
            let (to, fields) = (place(to, module), fields.iter().map(|it| ident(it)));
            quote!(#to { #(#fields: None,)* ..#to::from(#reference) })
        }
        Conversion::TryInto(to) => {
            let to = place(to, module);
            quote!(#to::try_from(#reference))
        }
        Conversion::Text => quote!(#value_or_reference.as_str().into()),
        Conversion::Id => quote!(#value_or_reference.id().into()),
        Conversion::Each(each) => {
            let each = function(each, module);
            quote!(#value_or_reference.iter().map(#each).collect())
        }
        Conversion::Page => quote!(whole_page(#reference)),
        Conversion::Set(inner) => {
            let value = value(inner, read, module);
            match inner.is_fallible() {
                true => quote!(#value.map(Clearable::Set)),
                false => quote!(Clearable::Set(#value)),
            }
        }
    }
}
