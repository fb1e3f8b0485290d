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
use quote::{ToTokens, quote};

use crate::ir::{Item, Kind, Model, Module, Object, Role, Type};

/// A file before it is printed.
pub struct Source<'m> {
    /// The path of the file below the output folder.
    pub path: String,
    /// The contents of the file, printed with blank lines between the pieces. Each is made when it is printed.
    pub pieces: Box<dyn Iterator<Item = Piece> + 'm>,
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
pub fn root(model: &Model) -> Source<'_> {
    index::source(model)
}

/// The file of a module.
#[must_use]
pub fn module(module: &Module) -> Source<'_> {
    let name = module.name.as_str();
    let top = [docs::inner(&module.docs)].into_iter();
    let top = top.chain(uses::declarations(module)).map(Piece::Items);
    let items = module.items.iter().flat_map(|it| item(it, name));
    let expand = module.expand.as_ref();
    let expand = expand.map(|it| Piece::Table(expand::from(it, name)));
    let conversions = module.copies.iter();
    let conversions = conversions.map(|it| Piece::Items(copies::conversion(it, name)));
    let copies =
        (!module.copies.is_empty()).then(|| Piece::Table(copies::table(&module.copies, name)));
    Source {
        path: format!("{name}.rs"),
        pieces: Box::new(
            top.chain(items)
                .chain(expand)
                .chain(conversions)
                .chain(copies),
        ),
    }
}

/// The type as it is written in `module`.
pub(crate) fn type_text(ty: &Type, module: &str) -> String {
    table::line(ty::written(ty, module).to_token_stream())
}

fn item(item: &Item, module: &str) -> Vec<Piece> {
    let (definition, table) = match &item.kind {
        Kind::StringEnum(values) => {
            return vec![Piece::Table(string_enum::tokens(item, values))];
        }
        Kind::Union(union) => union::tokens(item, union, module),
        Kind::Choice(choice) => choice::tokens(item, choice, module),
        Kind::Object(object) => object::tokens(item, object, module),
        Kind::Alias(of) => return vec![Piece::Items(alias::tokens(item, of, module))],
    };
    let mut pieces = vec![Piece::Items(definition), Piece::Table(table)];
    if expand::is_needed(item) {
        pieces.push(Piece::Table(expand::fields(item, module)));
    }
    if let Kind::Object(object) = &item.kind {
        methods(item, object, module, &mut pieces);
    }
    pieces
}

fn methods(item: &Item, object: &Object, module: &str, pieces: &mut Vec<Piece>) {
    if let Some(operation) = item.kind.operation() {
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

/// A row of a table: the name in Rust and the name on the wire.
fn row(name: &str, wire: &str) -> TokenStream {
    let (name, wire) = (ident(name), text(wire));
    quote!(#name = #wire,)
}
