//! The path of a request.

use std::fmt;

use super::percent::append_segment;

/// The error for a parameter that cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterError(pub(super) String);

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ParameterError {}

/// Returns whether `template` contains the parameter `name`.
pub(super) fn names(template: &str, name: &str) -> bool {
    let mut windows = template.as_bytes().windows(name.len() + 2);
    windows.any(|window| matches!(window, [b'{', inner @ .., b'}'] if inner == name.as_bytes()))
}

/// Returns the names of the parameters of `template`.
pub(super) fn parameters(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Replaces every parameter of `template` with its value, each as one segment.
///
/// An empty value, `.` and `..` are errors, because normalization of the URL would turn them into another path.
pub(super) fn expand(
    template: &str,
    value_of: &dyn Fn(&str) -> Option<String>,
) -> Result<String, ParameterError> {
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        path.push_str(before);
        let value = value_of(name).unwrap_or_default();
        if matches!(value.as_str(), "" | "." | "..") {
            return Err(ParameterError(match value.is_empty() {
                true => format!("`{name}` is empty: expected an id"),
                false => format!("`{name}` is `{value}`: expected an id"),
            }));
        }
        append_segment(&value, &mut path);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}
