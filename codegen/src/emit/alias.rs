//! Further names of types.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{Docs, Item, Type};

use super::{docs, ident, table, ty};

/// ```text
/// /// Values of the API field `state`; the same type as [`OldState`].
/// pub type State = OldState;
/// ```
pub(super) fn tokens(item: &Item, of: &Type, module: &str) -> TokenStream {
    let (name, of) = (ident(&item.path.name), ty::written(of, module));
    let path = table::line(of.to_token_stream());
    let link = match path.strip_prefix("crate::") {
        Some(shown) => format!("[`{shown}`]({path})"),
        None => format!("[`{path}`]"),
    };
    let mut docs = Docs::clone(&item.docs);
    docs.facts.push(format!("the same type as {link}"));
    let comment = docs::comment(&docs);
    quote!(#comment pub type #name = #of;)
}
