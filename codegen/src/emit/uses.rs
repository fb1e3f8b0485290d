//! The `use` declarations of a module: what its types need of the runtime.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Kind, Module, Role};

use super::{expand, ident, ty};

/// The `use` declarations: those of the standard library, then those of the crate.
pub(super) fn declarations(module: &Module) -> Vec<TokenStream> {
    let mut types = Vec::new();
    let mut macros = BTreeSet::new();
    let mut operations = false;
    let mut expandable = false;
    for item in &module.items {
        item.kind.types().for_each(|ty| ty::uses(ty, &mut types));
        macros.extend(match &item.kind {
            Kind::StringEnum(_) => Some("string_enum"),
            Kind::Union(_) => Some("union"),
            Kind::Choice(_) => Some("choice"),
            Kind::Object(_) => Some("object"),
            Kind::Alias(_) => None,
        });
        if let Kind::Union(_) = &item.kind {
            types.push("Json");
        }
        for field in item.kind.expandable() {
            ty::uses(&field.target, &mut types);
        }
        expandable |= expand::fields(item, &module.name).is_some();
        if let Kind::Object(object) = &item.kind {
            operations |= matches!(object.role, Role::Operation(_));
        }
    }
    for field in module.expand.iter().flat_map(|expand| &expand.fields) {
        ty::uses(&field.target, &mut types);
    }
    if let Some(expand) = &module.expand {
        ty::uses(&expand.root, &mut types);
    }
    let mut types: BTreeSet<_> = types.into_iter().collect();
    let map = types.remove("BTreeMap").then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let (macros, types): (Vec<_>, Vec<_>) = (
        macros.into_iter().map(ident).collect(),
        types.into_iter().map(ident).collect(),
    );
    let runtime = (!types.is_empty()).then(|| quote!(use crate::runtime::types::{#(#types),*};));
    let operation = operations.then(|| {
        quote!(
            use crate::runtime::wire::operation;
        )
    });
    let expand = match (module.expand.is_some(), expandable) {
        (true, true) => Some(quote!(
            use crate::runtime::expand::{expand_from, expandable};
        )),
        (true, false) => Some(quote!(
            use crate::runtime::expand::expand_from;
        )),
        (false, true) => Some(quote!(
            use crate::runtime::expand::expandable;
        )),
        (false, false) => None,
    };
    let model = quote!(#expand use crate::runtime::model::{#(#macros),*}; #runtime #operation);
    map.into_iter().chain([model]).collect()
}
