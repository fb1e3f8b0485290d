//! The `expand` call that a request lacks.

use crate::runtime::json::Step;

/// The maximum number of steps in a path to expand.
pub(crate) const MAX_STEPS: usize = 4;

/// Returns the `expand` call that makes Stripe send the field at the end of `steps` as an object. `root` is the name of
/// the response.
///
/// `None` if the type of the response is unknown, or if the field is too deep in it.
pub(super) fn suggestion(root: &str, steps: &[Step]) -> Option<String> {
    let names: Vec<_> = steps.iter().filter_map(name).collect();
    let (first, others) = names.split_first()?;
    if names.len() > MAX_STEPS {
        return None;
    }
    // The paths of a resource start in its module. Other responses are pages, whose paths start in the module of the operation.
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
