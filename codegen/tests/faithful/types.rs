//! The types of fields, taken apart.

use syn::{GenericArgument, PathArguments, Type};

/// The last name of a type.
pub fn name(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().unwrap().ident.to_string(),
        _ => "not a path".to_owned(),
    }
}

/// The parameters of a type of this name.
pub fn arguments<'t>(ty: &'t Type, outer: &str) -> Option<Vec<&'t Type>> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if last.ident == outer => {
            let types = arguments.args.iter().filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            Some(types.collect())
        }
        _ => None,
    }
}

/// The one parameter of a type of this name.
pub fn argument<'t>(ty: &'t Type, outer: &str) -> Option<&'t Type> {
    arguments(ty, outer)?.into_iter().next()
}
