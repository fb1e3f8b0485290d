//! Conversions of responses into parameters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Content, Conversion, CopiedField, Copy, Docs, Path, Type};

use crate::names::snake;

use super::{braces, docs, ident, text, ty};

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
    let (from, to) = types(copy);
    let (from, to) = (ty::written(&from, module), ty::written(&to, module));
    let content = content(copy, module);
    let comment = copy
        .left_out
        .as_ref()
        .map(|(names, reason)| comment(names, reason));
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
                let name = ident(name);
                let value = match copied {
                    Some(copied) => field(copied, copy, module),
                    None => quote!(None),
                };
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
        let (from, to) = types(copy);
        let (from, to) = (ty::written(&from, module), ty::written(&to, module));
        let how = ident(if copy.is_fallible() {
            "try_from"
        } else {
            "from"
        });
        quote!(#to #how #from,)
    }));
    quote!(copies! #rows)
}

fn types(copy: &Copy) -> (Type, Type) {
    (Type::Named(copy.from.clone()), Type::Named(copy.to.clone()))
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
        (true, _) => Read::place(quote!(read.#name)),
        (false, true) => {
            let object = text(&snake(&copy.from.name));
            let missing = quote!(crate::DecodeError::missing(#wire).at_name(#object));
            Read::reference(quote!(filled(&read.#name).ok_or_else(|| #missing)?))
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
    let value = value(conversion, &Read::reference(quote!(it)), module);
    quote!(#read.as_ref().and_then(|it| #value.ok()))
}

/// The function that converts a reference.
fn function(conversion: &Conversion, module: &str) -> TokenStream {
    match conversion {
        Conversion::Into => quote!(Into::into),
        // A type that converts also converts into a parameter that can be cleared.
        Conversion::Set(inner) if **inner == Conversion::Into => quote!(Into::into),
        conversion => {
            let value = value(conversion, &Read::reference(quote!(it)), module);
            quote!(|it| #value)
        }
    }
}

/// A value that is read.
struct Read {
    /// The value, or a reference to it.
    place: TokenStream,
    /// A reference to it.
    reference: TokenStream,
    /// The value, if it is `Copy`.
    copied: TokenStream,
}

impl Read {
    fn place(place: TokenStream) -> Self {
        Self {
            reference: quote!(&#place),
            copied: place.clone(),
            place,
        }
    }

    fn reference(reference: TokenStream) -> Self {
        Self {
            place: reference.clone(),
            copied: quote!(*#reference),
            reference,
        }
    }
}

/// The converted value, or the `Result` of a conversion that may fail.
fn value(conversion: &Conversion, read: &Read, module: &str) -> TokenStream {
    let Read {
        place,
        reference,
        copied,
    } = read;
    let convert = |to: &Path, name: &str| {
        let (to, name) = (Type::Named(to.clone()), ident(name));
        let to = ty::written(&to, module);
        quote!(#to::#name(#reference))
    };
    match conversion {
        Conversion::Copied => quote!(#copied),
        Conversion::Clone => quote!(#place.clone()),
        Conversion::Into => quote!(Into::into(#reference)),
        Conversion::Without(to, fields) => {
            let all = convert(to, "from");
            let (to, fields) = (Type::Named(to.clone()), fields.iter().map(|it| ident(it)));
            let to = ty::written(&to, module);
            quote!(#to { #(#fields: None,)* ..#all })
        }
        Conversion::TryInto(to) => convert(to, "try_from"),
        Conversion::Text => quote!(#place.as_str().into()),
        Conversion::Id => quote!(#place.id().into()),
        Conversion::Each(each) => {
            let each = function(each, module);
            quote!(#place.iter().map(#each).collect())
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
