//! Requests: what they are on the wire, and the methods that set their parameters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Body, Docs, Field, Item, Method, Object, Operation, Type};

use super::{ast, docs, ident, text, ty};

/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
/// operation! {
///     CreateFile: Post "/v1/files" multipart @ "https://files.stripe.com" -> crate::File
/// }
/// ```
///
/// As text: of a type in a macro the printer does not know that it is one.
pub(super) fn facts(item: &Item, operation: &Operation, module: &str) -> String {
    let method = match operation.method {
        Method::Get => "Get",
        Method::Post => "Post",
        Method::Delete => "Delete",
    };
    let (name, path) = (&item.name, text(&operation.path));
    let output = ast::print_type(ty::syntax(&operation.output, module));
    let body = match operation.body {
        Body::Empty if operation.method == Method::Post => " empty",
        Body::Empty | Body::Form => "",
        Body::Json => " json",
        Body::Multipart => " multipart",
    };
    let server = operation.server.as_deref();
    let server = server.map(|server| format!(" @ {}", text(server)));
    let server = server.unwrap_or_default();
    format!("operation! {{\n    {name}: {method} {path}{body}{server} -> {output}\n}}\n")
}

/// ```text
/// impl Shipping {
///     /// With what is required: `address`, `name`.
///     pub fn new(address: Address, name: impl Into<String>) -> Self { … }
///
///     /// The phone number…
///     pub fn phone(mut self, phone: impl Into<String>) -> Self { … }
/// }
/// ```
pub(super) fn builder(item: &Item, object: &Object, module: &str) -> TokenStream {
    let name = ident(&item.name);
    let new = constructor(object, module);
    let setters = object
        .fields
        .iter()
        .filter(|field| !field.required)
        .map(|field| setter(field, module));
    quote! { impl #name { #new #(#setters)* } }
}

fn constructor(object: &Object, module: &str) -> TokenStream {
    let required: Vec<_> = object
        .fields
        .iter()
        .filter(|field| field.required)
        .collect();
    if required.is_empty() {
        let comment = docs::lines("No parameters: what is not set is not sent.");
        return quote! {
            #(#comment)*
            pub fn new() -> Self { Self::default() }
        };
    }
    let names: Vec<_> = required
        .iter()
        .map(|field| format!("`{}`", field.name))
        .collect();
    let comment = docs::lines(&format!("With what Stripe requires: {}.", names.join(", ")));
    let arguments = required.iter().map(|field| {
        let (name, argument) = (ident(&field.name), Argument::of(&field.ty, module).ty);
        quote!(#name: #argument)
    });
    let fields = object.fields.iter().map(|field| {
        let name = ident(&field.name);
        if !field.required {
            return quote!(#name: None);
        }
        match Argument::of(&field.ty, module).convert {
            Some(convert) => quote!(#name: #name #convert),
            None => quote!(#name),
        }
    });
    quote! {
        #(#comment)*
        pub fn new(#(#arguments),*) -> Self { Self { #(#fields),* } }
    }
}

fn setter(field: &Field, module: &str) -> TokenStream {
    let name = ident(&field.name);
    let Argument { ty, convert } = Argument::of(&field.ty, module);
    let comment = docs::lines(&brief(field));
    let value = match convert {
        Some(convert) => quote!(#name #convert),
        None => quote!(#name),
    };
    quote! {
        #(#comment)*
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

/// The first paragraph of the docs of a field, and how it is cleared. All of them stand at the field.
fn brief(field: &Field) -> String {
    let Docs { prose, facts, .. } = &field.docs;
    let first = prose
        .as_deref()
        .and_then(|prose| prose.split("\n\n").next());
    let mut brief = first.map_or_else(|| format!("{}.", facts.join("; ")), str::to_owned);
    if matches!(field.ty, Type::Clearable(_)) {
        brief.push_str("\n\n[`Clearable::Clear`] clears it.");
    }
    brief
}

/// How a parameter is passed: as whatever converts into it, where the standard library has a word for that.
struct Argument {
    ty: TokenStream,
    convert: Option<TokenStream>,
}

impl Argument {
    fn of(ty: &Type, module: &str) -> Self {
        let own = ty::syntax(ty, module).into_token_stream();
        match ty {
            Type::String
            | Type::Timestamp
            | Type::Metadata
            | Type::Range
            | Type::Choice(_)
            | Type::Clearable(_) => Self {
                ty: quote!(impl Into<#own>),
                convert: Some(quote!(.into())),
            },
            Type::Array(item) => {
                let item = Self::of(item, module);
                let (ty, map) = (item.ty, item.convert.map(|_| quote!(.map(Into::into))));
                Self {
                    ty: quote!(impl IntoIterator<Item = #ty>),
                    convert: Some(quote!(.into_iter()#map.collect())),
                }
            }
            _ => Self {
                ty: own,
                convert: None,
            },
        }
    }
}
