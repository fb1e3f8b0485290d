//! The `expand` that a request should have had.

use crate::runtime::json::Step;

use super::path::STEPS;

/// The call of `expand` after which a field is there whole that `steps` lead to, in an answer that is called `root`.
///
/// `None` if there is no such call: nothing is known of the answer, or the field is too deep in it.
pub(crate) fn suggestion(root: &str, steps: &[Step]) -> Option<String> {
    let names: Vec<_> = steps.iter().filter_map(name).collect();
    let (first, others) = names.split_first()?;
    if names.len() > STEPS {
        return None;
    }
    // The name of a resource. An answer that is none is a page, whose paths begin in the module of the operation.
    let is_resource = root.starts_with(|c: char| c.is_ascii_lowercase()) && root != "value";
    if !is_resource || root == "list" || root == "search_result" {
        return Some(format!("expand[]={}", names.join(".")));
    }
    let mut call = format!(".expand({}::expand::{first}()", root.replace('.', "_"));
    for name in others {
        call.push_str(&format!(".{name}()"));
    }
    call.push(')');
    Some(call)
}

fn name(step: &Step) -> Option<&str> {
    match step {
        Step::Name(name) => Some(name),
        Step::Index(_) => None,
    }
}
