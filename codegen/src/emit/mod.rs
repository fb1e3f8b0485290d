//! From the model to syntax: one file per kind of item, one small function per item.

mod alias;
mod ast;
mod builder;
mod choice;
mod docs;
mod expand;
mod index;
mod object;
mod operation;
mod string_enum;
mod ty;
mod union;
mod uses;

use proc_macro2::{Ident, Literal, Span, TokenStream};

use crate::ir::{Item, Kind, Model, Module, Object, Role, Type};

/// A file before it is printed.
pub struct Source {
    /// The path of the file below the output folder.
    pub path: String,
    /// What stands at the top of it, in Markdown.
    pub docs: String,
    /// What it is made of, with blank lines between the pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a file.
pub enum Piece {
    /// An item.
    Item(Box<syn::Item>),
    /// Items that have yet to be parsed.
    Tokens(TokenStream),
    /// Text as it is to stand there.
    Text(String),
}

/// The root of the generated code.
#[must_use]
pub fn root(model: &Model) -> Source {
    index::source(model)
}

/// The file of a module.
#[must_use]
pub fn module(module: &Module) -> Source {
    let declarations = uses::declarations(module).into_iter().map(Piece::Tokens);
    let items = module.items.iter().flat_map(|it| item(it, &module.name));
    let beginnings = module.expand.as_ref();
    let beginnings = beginnings.map(|it| Piece::Text(expand::beginnings(it, &module.name)));
    Source {
        path: format!("{}.rs", module.name),
        docs: module.docs.clone(),
        pieces: declarations.chain(items).chain(beginnings).collect(),
    }
}

/// The type as it is written in `module`.
pub(crate) fn type_text(ty: &Type, module: &str) -> String {
    ty::text(ty, module)
}

fn item(item: &Item, module: &str) -> Vec<Piece> {
    let (items, methods) = match &item.kind {
        Kind::StringEnum(string_enum) => (string_enum::items(item, string_enum), Vec::new()),
        Kind::Union(union) => (union::items(item, union, module), Vec::new()),
        Kind::Choice(choice) => (choice::items(item, choice, module), Vec::new()),
        Kind::Object(object) => (
            object::items(item, object, module),
            methods(item, object, module),
        ),
        Kind::Alias(of) => return vec![Piece::Text(alias::text(item, of, module))],
    };
    let items = items.into_iter().map(|item| Piece::Item(Box::new(item)));
    let expandable = expand::fields(item, module).map(Piece::Text);
    items.chain(expandable).chain(methods).collect()
}

fn methods(item: &Item, object: &Object, module: &str) -> Vec<Piece> {
    let builder = || Piece::Text(builder::methods(item, object, module));
    match &object.role {
        Role::Response => Vec::new(),
        Role::Parameters => vec![builder()],
        Role::Operation(operation) => vec![
            Piece::Text(operation::facts(item, operation, module)),
            builder(),
        ],
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
