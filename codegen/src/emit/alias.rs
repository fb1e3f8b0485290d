//! Further names of types.

use std::fmt::Write;

use crate::ir::{Docs, Item, Type};

use super::{docs, ty};

/// The longest line that is not broken up.
const WIDTH: usize = 89;

/// ```text
/// /// The values of the API field `state`; the same type as [`OldState`].
/// pub type State = OldState;
/// ```
pub(super) fn text(item: &Item, of: &Type, module: &str) -> String {
    let of = ty::text(of, module);
    let link = match of.strip_prefix("crate::") {
        // The name of the crate would say nothing.
        Some(path) => format!("[`{path}`]({of})"),
        None => format!("[`{of}`]"),
    };
    let mut says = Docs::clone(&item.docs);
    says.facts.push(format!("the same type as {link}"));
    let mut out = String::new();
    docs::write(&docs::markdown(&says), "", &mut out);
    let begin = format!("pub type {} =", item.name);
    let space = match begin.len() + of.len() < WIDTH {
        true => " ",
        false => "\n    ",
    };
    // Writing to a `String` does not fail.
    let _ = writeln!(out, "{begin}{space}{of};");
    out
}
