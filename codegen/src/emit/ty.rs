//! Types are written here and nowhere else.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::ir::{PageKind, Path, Type};

use super::ident;

/// The names that need no `use` declaration.
const PRELUDE: [&str; 6] = ["String", "bool", "i64", "f64", "Vec", "Box"];

/// A type as it is written in a module.
pub(super) struct Written<'a> {
    ty: &'a Type,
    module: &'a str,
}

/// The type as it is written in `module`.
pub(super) const fn written<'a>(ty: &'a Type, module: &'a str) -> Written<'a> {
    Written { ty, module }
}

impl ToTokens for Written<'_> {
    fn to_tokens(&self, out: &mut TokenStream) {
        if let Type::Named(path) | Type::Choice(path) = self.ty {
            return out.extend(place(path, self.module));
        }
        let (names, arguments) = parts(self.ty);
        let mut names = names.iter().map(|name| ident(name));
        out.extend(names.next().map(TokenTree::from));
        // `Vec<Expansion<…>>` has one more name.
        let inner: Vec<_> = names.collect();
        let arguments: Vec<_> = arguments
            .iter()
            .map(|it| written(it, self.module))
            .collect();
        match (inner.as_slice(), arguments.as_slice()) {
            ([], []) => {}
            ([], arguments) => out.extend(quote!(<#(#arguments),*>)),
            (inner, arguments) => out.extend(quote!(<#(#inner)* <#(#arguments),*>>)),
        }
    }
}

/// Appends what a module has to import to write the type.
pub(super) fn uses(ty: &Type, out: &mut Vec<&'static str>) {
    let (names, arguments) = parts(ty);
    out.extend(names.iter().filter(|name| !PRELUDE.contains(name)));
    for ty in arguments {
        uses(ty, out);
    }
}

/// The names of a type from the outside in, and the arguments of the innermost. A type of the model has neither.
fn parts(ty: &Type) -> (&'static [&'static str], Vec<&Type>) {
    match ty {
        Type::Named(_) | Type::Choice(_) => (&[], vec![]),
        Type::String => (&["String"], vec![]),
        Type::Boolean => (&["bool"], vec![]),
        Type::Integer => (&["i64"], vec![]),
        Type::Number => (&["f64"], vec![]),
        Type::Timestamp => (&["Timestamp"], vec![]),
        Type::Json => (&["Json"], vec![]),
        Type::Metadata => (&["Metadata"], vec![]),
        Type::Range => (&["Range"], vec![]),
        Type::File => (&["FileUpload"], vec![]),
        Type::Binary => (&["Binary"], vec![]),
        Type::Array(inner) => (&["Vec"], vec![inner]),
        Type::Map(inner) => (&["BTreeMap"], vec![&Type::String, inner]),
        Type::Page(PageKind::List, inner) => (&["List"], vec![inner]),
        Type::Page(PageKind::Search, inner) => (&["SearchPage"], vec![inner]),
        Type::Page(PageKind::V2List, inner) => (&["V2List"], vec![inner]),
        Type::Id(inner) => (&["Id"], vec![inner]),
        Type::Expandable { object, id } if object == id => (&["Expandable"], vec![object]),
        Type::Expandable { object, id } => (&["Expandable"], vec![object, id]),
        Type::Expansions(root) => (&["Vec", "Expansion"], vec![root]),
        Type::Lazy(inner) => (&["Lazy"], vec![inner]),
        Type::AnyOf(a, b) => (&["AnyOf"], vec![a, b]),
        Type::Clearable(inner) => (&["Clearable"], vec![inner]),
        Type::Boxed(inner) => (&["Box"], vec![inner]),
    }
}

/// `InvoiceSettings` in its own module, `crate::Card` or `crate::shared::Address` elsewhere.
pub(super) fn place(path: &Path, module: &str) -> TokenStream {
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
