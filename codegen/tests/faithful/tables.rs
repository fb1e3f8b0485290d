//! The tables in the macros of the generated code.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Ident, LitStr, Macro, Token, Type, braced, bracketed, parenthesized};

/// One table: `Customer = "customer" deleted { id = "id", … }`.
pub struct Table {
    pub name: String,
    /// The text after `=`.
    pub tag: Option<String>,
    /// `deny_unknown_fields` or `deleted`.
    pub mark: Option<String>,
    pub entries: Vec<Entry>,
}

/// A row of a table: `id = "id" deleted -> Type`, or `Text(String)` of a choice.
pub struct Entry {
    pub name: String,
    pub wire: String,
    pub deleted: bool,
    /// The type of a variant of a choice.
    pub value: Option<Type>,
}

/// The tables of a macro: of objects, enumerations, unions or expandable fields.
pub fn of_macro(item: &Macro) -> Vec<Table> {
    let all = |input: ParseStream<'_>| {
        let mut tables = Vec::new();
        while !input.is_empty() {
            tables.push(input.parse()?);
        }
        Ok(tables)
    };
    all.parse2(item.tokens.clone()).unwrap()
}

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut table = Self {
            name: {
                input.call(Attribute::parse_outer)?;
                input.call(Ident::parse_any)?.to_string()
            },
            tag: None,
            mark: None,
            entries: Vec::new(),
        };
        if input.parse::<Option<Token![=]>>()?.is_some() {
            table.tag = Some(input.parse::<LitStr>()?.value());
        }
        // The root of a union, and the members of one whose fields can be expanded.
        if input.parse::<Option<Token![as]>>()?.is_some() {
            input.parse::<LitStr>()?;
        }
        while input.peek(Ident::peek_any) {
            table.mark = Some(input.call(Ident::parse_any)?.to_string());
        }
        if input.peek(syn::token::Bracket) {
            let members;
            bracketed!(members in input);
            members.parse_terminated(Type::parse, Token![,])?;
        }
        let content;
        braced!(content in input);
        let entries = content.parse_terminated(Entry::parse, Token![,])?;
        table.entries = entries.into_iter().collect();
        Ok(table)
    }
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?.to_string();
        if input.peek(syn::token::Paren) {
            let value;
            parenthesized!(value in input);
            return Ok(Self {
                name,
                wire: String::new(),
                deleted: false,
                value: Some(value.parse()?),
            });
        }
        input.parse::<Token![=]>()?;
        let wire = input.parse::<LitStr>()?.value();
        let deleted = input.peek(Ident);
        if deleted {
            input.parse::<Ident>()?;
        }
        if input.parse::<Option<Token![->]>>()?.is_some() {
            input.parse::<Type>()?;
        }
        Ok(Self {
            name,
            wire,
            deleted,
            value: None,
        })
    }
}
