//! From the model to tokens: one file per kind of item, one small function per item.

mod docs;
mod index;
mod object;
mod operation;
mod string_enum;
mod ty;
mod union;
mod uses;

use proc_macro2::{Ident, Literal, Span, TokenStream};

use crate::ir::{Item, Kind, Model, Module, Role};

/// The tokens of a file.
pub struct Source {
    /// The path of the file below the output folder.
    pub path: String,
    /// What stands at the top of it, in Markdown.
    pub docs: String,
    /// Its items, with blank lines between them.
    pub items: Vec<TokenStream>,
}

/// The root of the generated code.
#[must_use]
pub fn root(model: &Model) -> Source {
    index::source(model)
}

/// The file of a module.
#[must_use]
pub fn module(module: &Module) -> Source {
    let items = module.items.iter().flat_map(|it| item(it, &module.name));
    Source {
        path: format!("{}.rs", module.name),
        docs: module.docs.clone(),
        items: uses::declarations(module)
            .into_iter()
            .chain(items)
            .collect(),
    }
}

fn item(item: &Item, module: &str) -> Vec<TokenStream> {
    match &item.kind {
        Kind::StringEnum(values) => string_enum::items(item, values),
        Kind::Union(union) => union::items(item, union, module),
        Kind::Object(object) => {
            let mut items = object::items(item, object, module);
            match &object.role {
                Role::Response => {}
                Role::Parameters => items.push(operation::builder(item, object, module)),
                Role::Operation(operation) => {
                    items.push(operation::facts(item, operation, module));
                    items.push(operation::builder(item, object, module));
                    items.push(operation::send(item, operation, module));
                }
            }
            items
        }
    }
}

/// An identifier of the model.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A string of the document.
fn text(value: &str) -> Literal {
    Literal::string(value)
}
