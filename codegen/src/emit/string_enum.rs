//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{EnumValue, Item};

use super::{braces, docs, ident, row};

/// ```text
/// string_enum! {
///     /// Values of the API field `tax_exempt`.
///     TaxExempt {
///         Exempt = "exempt",
///         …
///     }
/// }
/// ```
///
/// The macro defines the enum, so that a new value is one new row.
pub(super) fn tokens(item: &Item, values: &[EnumValue]) -> TokenStream {
    let (name, comment) = (ident(&item.path.name), docs::comment(&item.docs));
    let rows = braces(values.iter().map(|it| row(&it.name, &it.wire)));
    quote!(string_enum! { #comment #name #rows })
}
