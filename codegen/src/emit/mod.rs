//! From the model to tokens: one file per kind of item, one small function per item.

mod alias;
mod builder;
mod choice;
mod copies;
mod docs;
mod expand;
mod index;
mod object;
mod operation;
mod string_enum;
pub(crate) mod table;
mod ty;
mod union;
mod uses;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::ToTokens;

use crate::ir::{Item, Kind, Model, Module, Object, Role, Type};

/// A file before it is printed.
pub struct Source {
    /// The path of the file below the output folder.
    pub path: String,
    /// The contents of the file, printed with blank lines between the pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a file.
pub enum Piece {
    /// Items and inner attributes, printed by `prettyplease`.
    Items(TokenStream),
    /// The call of a macro, printed with one row for each of its elements.
    Table(TokenStream),
}

/// The root of the generated code.
#[must_use]
pub fn root(model: &Model) -> Source {
    index::source(model)
}

/// The file of a module.
#[must_use]
pub fn module(module: &Module) -> Source {
    let mut pieces = vec![Piece::Items(docs::inner(&module.docs))];
    pieces.extend(uses::declarations(module).into_iter().map(Piece::Items));
    for it in &module.items {
        item(it, &module.name, &mut pieces);
    }
    let expand = module.expand.as_ref();
    pieces.extend(expand.map(|it| Piece::Table(expand::from(it, &module.name))));
    if !module.copies.is_empty() {
        let conversions = module.copies.iter();
        pieces.extend(conversions.map(|it| Piece::Items(copies::conversion(it, &module.name))));
        pieces.push(Piece::Table(copies::table(&module.copies, &module.name)));
    }
    Source {
        path: format!("{}.rs", module.name),
        pieces,
    }
}

/// The type as it is written in `module`.
pub(crate) fn type_text(ty: &Type, module: &str) -> String {
    table::line(ty::written(ty, module).to_token_stream())
}

fn item(item: &Item, module: &str, pieces: &mut Vec<Piece>) {
    let (definition, table) = match &item.kind {
        Kind::StringEnum(values) => {
            return pieces.push(Piece::Table(string_enum::tokens(item, values)));
        }
        Kind::Union(union) => union::tokens(item, union, module),
        Kind::Choice(choice) => choice::tokens(item, choice, module),
        Kind::Object(object) => object::tokens(item, object, module),
        Kind::Alias(of) => return pieces.push(Piece::Items(alias::tokens(item, of, module))),
    };
    pieces.extend([Piece::Items(definition), Piece::Table(table)]);
    if expand::is_needed(item) {
        pieces.push(Piece::Table(expand::fields(item, module)));
    }
    if let Kind::Object(object) = &item.kind {
        methods(item, object, module, pieces);
    }
}

fn methods(item: &Item, object: &Object, module: &str, pieces: &mut Vec<Piece>) {
    if let Role::Operation(operation) = &object.role {
        pieces.push(Piece::Table(operation::tokens(item, operation, module)));
    }
    if object.role != Role::Response {
        pieces.push(Piece::Items(builder::tokens(item, object, module)));
    }
    pieces.extend(operation::shortcut(item, object, module).map(Piece::Items));
}

/// An identifier of the model.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A list in braces. The elements are moved into it, where `quote!` would copy every token of them.
fn braces(elements: impl Iterator<Item = TokenStream>) -> Group {
    Group::new(Delimiter::Brace, elements.collect())
}

/// A string of the document.
fn text(value: &str) -> Literal {
    Literal::string(value)
}
