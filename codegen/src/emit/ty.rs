//! Types are printed here, in one match, and nowhere else.

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
        Type::Named(path) | Type::Choice(path) => named(path, module),
        Type::Array(inner) => generic_type("Vec", [of(inner)]),
        Type::Map(inner) => generic_type("BTreeMap", [path_type(&["String"]), of(inner)]),
        Type::List(inner) => generic_type("List", [of(inner)]),
        Type::Expandable(inner) => generic_type("Expandable", [of(inner)]),
        Type::OnDemand(inner) => generic_type("OnDemand", [of(inner)]),
        Type::AnyOf(a, b) => generic_type("AnyOf", [of(a), of(b)]),
        Type::Clearable(inner) => generic_type("Clearable", [of(inner)]),
        Type::Boxed(inner) => generic_type("Box", [of(inner)]),
    }
}

/// `InvoiceSettings` in its own module, `crate::Card` or `crate::shared::Address` elsewhere.
fn named(path: &Path, module: &str) -> Syntax {
    if path.module == module {
        path_type(&[&path.name])
    } else if path.top_level {
        path_type(&["crate", &path.name])
    } else {
        path_type(&["crate", &path.module, &path.name])
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
        Type::Expandable(inner) => ("Expandable", &[inner]),
        Type::OnDemand(inner) => ("OnDemand", &[inner]),
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
