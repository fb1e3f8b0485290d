//! The path of a request.

use crate::runtime::model::{Decode, text_of_field};

use super::ParameterError;
use super::percent::append_segment;

/// Returns whether `template` contains the parameter `name`.
pub(super) fn names(template: &str, name: &str) -> bool {
    parameters(template).any(|parameter| parameter == name)
}

fn parameters(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Replaces every parameter of `template` with its value in `object`, each as one segment.
///
/// An empty value, `.` and `..` are errors, because normalization of the URL would turn them into another path.
pub(super) fn expand(
    template: &'static str,
    object: &dyn Decode,
) -> Result<String, ParameterError> {
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        path.push_str(before);
        let value = text_of_field(object, name).unwrap_or_default();
        match value.as_str() {
            "" => return Err(ParameterError::new(name, "is empty: expected an id")),
            "." | ".." => {
                let problem = format!("is `{value}`: expected an id");
                return Err(ParameterError::new(name, &problem));
            }
            _ => append_segment(&value, &mut path),
        }
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}
