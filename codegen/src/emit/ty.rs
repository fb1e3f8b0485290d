//! Types are printed here and nowhere else: one match for syntax, one for text.

use syn::Type as Syntax;

use crate::ir::{Path, Type};

use super::ast::{generic_type, path_type};

/// The type as it is written in `module`.
pub(super) fn syntax(ty: &Type, module: &str) -> Syntax {
    let of = |inner: &Type| syntax(inner, module);
    match ty {
        Type::String => path_type(&["String"]),
        Type::Boolean => path_type(&["bool"]),
        Type::Integer => path_type(&["i64"]),
        Type::Number => path_type(&["f64"]),
        Type::Timestamp => path_type(&["Timestamp"]),
        Type::Json => path_type(&["Json"]),
        Type::Metadata => path_type(&["Metadata"]),
        Type::Range => path_type(&["Range"]),
        Type::File => path_type(&["FileUpload"]),
        Type::Binary => path_type(&["Binary"]),
        Type::Named(path) | Type::Choice(path) => path_type(&segments(path, module)),
        Type::Array(inner) => generic_type("Vec", [of(inner)]),
        Type::Map(inner) => generic_type("BTreeMap", [path_type(&["String"]), of(inner)]),
        Type::List(inner) => generic_type("List", [of(inner)]),
        Type::Id(inner) => generic_type("Id", [of(inner)]),
        Type::Expandable { object, id } if object == id => generic_type("Expandable", [of(object)]),
        Type::Expandable { object, id } => generic_type("Expandable", [of(object), of(id)]),
        Type::Expansions(root) => generic_type("Vec", [generic_type("Expansion", [of(root)])]),
        Type::Lazy(inner) => generic_type("Lazy", [of(inner)]),
        Type::AnyOf(a, b) => generic_type("AnyOf", [of(a), of(b)]),
        Type::Clearable(inner) => generic_type("Clearable", [of(inner)]),
        Type::Boxed(inner) => generic_type("Box", [of(inner)]),
    }
}

/// The same as text.
pub(super) fn text(ty: &Type, module: &str) -> String {
    let of = |inner: &Type| text(inner, module);
    match ty {
        Type::String => "String".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Timestamp => "Timestamp".to_owned(),
        Type::Json => "Json".to_owned(),
        Type::Metadata => "Metadata".to_owned(),
        Type::Range => "Range".to_owned(),
        Type::File => "FileUpload".to_owned(),
        Type::Binary => "Binary".to_owned(),
        Type::Named(path) | Type::Choice(path) => segments(path, module).join("::"),
        Type::Array(inner) => format!("Vec<{}>", of(inner)),
        Type::Map(inner) => format!("BTreeMap<String, {}>", of(inner)),
        Type::List(inner) => format!("List<{}>", of(inner)),
        Type::Id(inner) => format!("Id<{}>", of(inner)),
        Type::Expandable { object, id } if object == id => format!("Expandable<{}>", of(object)),
        Type::Expandable { object, id } => format!("Expandable<{}, {}>", of(object), of(id)),
        Type::Expansions(root) => format!("Vec<Expansion<{}>>", of(root)),
        Type::Lazy(inner) => format!("Lazy<{}>", of(inner)),
        Type::AnyOf(a, b) => format!("AnyOf<{}, {}>", of(a), of(b)),
        Type::Clearable(inner) => format!("Clearable<{}>", of(inner)),
        Type::Boxed(inner) => format!("Box<{}>", of(inner)),
    }
}

/// `InvoiceSettings` in its own module, `crate::Card` or `crate::shared::Address` elsewhere.
fn segments<'p>(path: &'p Path, module: &str) -> Vec<&'p str> {
    if path.module == module {
        vec![&path.name]
    } else if path.top_level {
        vec!["crate", &path.name]
    } else {
        vec!["crate", &path.module, &path.name]
    }
}

/// What is used of the runtime to write the type.
pub(super) fn uses(ty: &Type, out: &mut Vec<&'static str>) {
    let (name, inner): (_, &[&Type]) = match ty {
        Type::Timestamp => ("Timestamp", &[]),
        Type::Json => ("Json", &[]),
        Type::Metadata => ("Metadata", &[]),
        Type::Range => ("Range", &[]),
        Type::File => ("FileUpload", &[]),
        Type::Binary => ("Binary", &[]),
        Type::Array(inner) | Type::Boxed(inner) => return uses(inner, out),
        Type::Map(inner) => ("BTreeMap", &[inner]),
        Type::List(inner) => ("List", &[inner]),
        Type::Id(inner) => ("Id", &[inner]),
        Type::Expandable { object, id } => ("Expandable", &[object, id]),
        Type::Expansions(root) => ("Expansion", &[root]),
        Type::Lazy(inner) => ("Lazy", &[inner]),
        Type::AnyOf(a, b) => ("AnyOf", &[a, b]),
        Type::Clearable(inner) => ("Clearable", &[inner]),
        Type::String
        | Type::Boolean
        | Type::Integer
        | Type::Number
        | Type::Named(_)
        | Type::Choice(_) => return,
    };
    out.push(name);
    for ty in inner {
        uses(ty, out);
    }
}
