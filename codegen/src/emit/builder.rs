//! The methods that make and set parameters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Field, Item, Object, Role, Type};

use super::{braces, docs, ident, ty};

/// ```text
/// impl Shipping {
///     /// Creates the parameters from the required fields.
///     pub fn new(address: Address, name: impl Into<String>) -> Self { … }
///
///     /// The phone number…
///     pub fn phone(mut self, phone: impl Into<String>) -> Self { … }
/// }
/// ```
pub(super) fn tokens(item: &Item, object: &Object, module: &str) -> TokenStream {
    let name = ident(&item.path.name);
    let optional = object.fields.iter().filter(|field| !field.required);
    let setters = optional.map(|field| setter(field, module));
    let methods = braces([constructor(object, module)].into_iter().chain(setters));
    quote!(impl #name #methods)
}

fn constructor(object: &Object, module: &str) -> TokenStream {
    let subject = match object.role {
        Role::Operation(_) => "request",
        Role::Parameters | Role::Response => "parameters",
    };
    let required = || object.fields.iter().filter(|field| field.required);
    if required().next().is_none() {
        let comment = docs::lines(&format!("Creates the {subject} with no field set."));
        return quote!(#comment pub fn new() -> Self { Self::default() });
    }
    let comment = docs::lines(&format!("Creates the {subject} from the required fields."));
    let arguments = required().map(|field| {
        let (name, ty) = (ident(&field.name), Argument::of(&field.ty, module).ty);
        quote!(#name: #ty)
    });
    let fields = braces(object.fields.iter().map(|it| initial(it, module)));
    quote!(#comment pub fn new(#(#arguments),*) -> Self { Self #fields })
}

/// A field in the value that the constructor makes.
fn initial(field: &Field, module: &str) -> TokenStream {
    let name = ident(&field.name);
    match (field.required, Argument::of(&field.ty, module).convert) {
        (false, _) => quote!(#name: None,),
        (true, Some(convert)) => quote!(#name: #name #convert,),
        (true, None) => quote!(#name,),
    }
}

fn setter(field: &Field, module: &str) -> TokenStream {
    let (name, comment) = (ident(&field.name), docs::lines(&brief(field)));
    if let Type::Expansions(root) = &field.ty {
        let root = ty::written(root, module);
        return quote! {
            #comment
            pub fn #name(mut self, path: impl Into<Expansion<#root>>) -> Self {
                self.#name.get_or_insert_default().push(path.into());
                self
            }
        };
    }
    let Argument { ty, convert } = Argument::of(&field.ty, module);
    quote! {
        #comment
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = Some(#name #convert);
            self
        }
    }
}

/// The first sentence about a field, how a caller clears or repeats it, and a link to the field if there is more to read.
fn brief(field: &Field) -> String {
    let whole = docs::of_field(field);
    let first = docs::first_sentence(&whole);
    let how = match field.ty {
        Type::Clearable(_) => "[`Clearable::Clear`] clears it.",
        Type::Expansions(_) => "Each call adds one path.",
        _ => "",
    };
    let link = match first.len() < whole.len() {
        true => format!("See [the field](field@Self::{}).", field.name),
        false => String::new(),
    };
    let mut sentences = vec![first, how, &link];
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// How a parameter is passed: as anything that converts into it, where the standard library has a trait for that.
struct Argument {
    ty: TokenStream,
    convert: Option<TokenStream>,
}

impl Argument {
    fn of(ty: &Type, module: &str) -> Self {
        let own = ty::written(ty, module);
        match ty {
            Type::String
            | Type::Id(_)
            | Type::Timestamp
            | Type::Metadata
            | Type::Range
            | Type::Choice(_)
            | Type::Clearable(_) => Self {
                ty: quote!(impl Into<#own>),
                convert: Some(quote!(.into())),
            },
            Type::Array(item) => {
                // No trait converts an iterator into a `Vec`.
                let Self { ty, convert } = match **item {
                    Type::Array(_) => Self::unchanged(item, module),
                    _ => Self::of(item, module),
                };
                let map = convert.map(|_| quote!(.map(Into::into)));
                Self {
                    ty: quote!(impl IntoIterator<Item = #ty>),
                    convert: Some(quote!(.into_iter() #map.collect())),
                }
            }
            _ => Self::unchanged(ty, module),
        }
    }

    fn unchanged(ty: &Type, module: &str) -> Self {
        Self {
            ty: ty::written(ty, module).into_token_stream(),
            convert: None,
        }
    }
}
