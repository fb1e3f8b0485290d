//! Checks of parameters, whose errors are found before anything is sent.

use crate::runtime::model::{Decode, ValueRef, text_of_field};

use super::params::nested;
use super::{Method, ParameterError};

/// Checks the parameters of a request that reads. `query` is their encoding after `?`, and `path` is the path of the operation.
pub(super) fn query(
    path: &str,
    query: &str,
    parameters: &dyn Decode,
) -> Result<(), ParameterError> {
    let is_set = |name| {
        let mut names = query
            .split(['?', '&'])
            .filter_map(|pair| pair.split_once('='));
        names.any(|(key, _)| key == name)
    };
    if is_set("starting_after") && is_set("ending_before") {
        let problem = "and `ending_before` are both set: expected one of them";
        return Err(error("starting_after", problem));
    }
    if path.ends_with("/search") {
        let text = text_of_field(parameters, "query").unwrap_or_default();
        if let Some(at) = unclosed_quote(&text) {
            let problem = format!(
                "does not close its quotes: expected another quote after character {at}; `search` quotes values"
            );
            return Err(error("query", &problem));
        }
    }
    Ok(())
}

/// Checks that no text is empty, and no key of a map. A request that writes would clear the value: [`ValueRef::Clear`] states the
/// intention.
pub(super) fn texts(method: Method, parameters: &dyn Decode) -> Result<(), ParameterError> {
    let mut found = None;
    parameters.visit(&mut |value: ValueRef<'_>| found = empty_text("", value));
    let Some(name) = found else {
        return Ok(());
    };
    Err(match (name.strip_suffix("[]"), method) {
        (Some(map), _) => error(map, "has an empty key: expected text"),
        (None, Method::Get | Method::Delete) => {
            error(&name, "is empty: expected text, or leave it unset")
        }
        (None, _) => error(
            &name,
            "is empty: expected text, because Stripe clears a value for which it gets an empty text; leave it unset, or clear it \
             with `Clearable::Clear` or `Metadata::remove`",
        ),
    })
}

/// The name of the first empty text in the value with this name. That of an empty key ends with `[]`.
fn empty_text(name: &str, value: ValueRef<'_>) -> Option<String> {
    if let ValueRef::String(text) | ValueRef::Text(text) = value {
        return text.is_empty().then(|| name.to_owned());
    }
    let mut found = None;
    value.each(&mut |part, value| {
        if found.is_none() {
            let name = nested(name, part);
            found = match part {
                "" => Some(name),
                _ => empty_text(&name, value),
            };
        }
    });
    found
}

fn error(name: &str, problem: &str) -> ParameterError {
    ParameterError(format!("`{name}` {problem}"))
}

/// The position of the quote that a query in Stripe's search query language does not close, counted from 1 in characters.
///
/// A value is in double or single quotes. A backslash inside it escapes a quote.
fn unclosed_quote(query: &str) -> Option<usize> {
    let mut open = None;
    let mut characters = query.chars().enumerate();
    while let Some((index, c)) = characters.next() {
        match (open, c) {
            (None, '"' | '\'') => open = Some((c, index + 1)),
            (Some(_), '\\') => drop(characters.next()),
            (Some((quote, _)), _) if c == quote => open = None,
            _ => {}
        }
    }
    open.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::unclosed_quote;

    #[test]
    fn a_quote_that_is_not_closed_is_found() {
        for (query, at) in [
            ("", None),
            ("created>1", None),
            (r#"name:"a" AND email:'b"c'"#, None),
            (r#"name:"a\"b" metadata["k"]:"v""#, None),
            (r#"name:"a\\""#, None),
            (r#"name:"a"#, Some(6)),
            (r#"name:"a\""#, Some(6)),
            (r#"name:"a\"#, Some(6)),
            (r#"é:"a" OR name:O'Brien"#, Some(16)),
        ] {
            assert_eq!(unclosed_quote(query), at, "{query}");
        }
    }
}
