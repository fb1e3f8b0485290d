//! Checks of a query, whose errors are found before anything is sent.

use crate::runtime::model::{Decode, text_of_field};

use super::ParameterError;

/// Checks the parameters of a request that reads. `query` is their encoding, and `path` is the path of the operation.
pub(super) fn query(
    path: &str,
    query: &str,
    parameters: &dyn Decode,
) -> Result<(), ParameterError> {
    let is_set = |name| {
        let mut names = query.split('&').filter_map(|pair| pair.split_once('='));
        names.any(|(key, _)| key == name)
    };
    if is_set("starting_after") && is_set("ending_before") {
        let problem = "and `ending_before` are both set: expected one of them";
        return Err(ParameterError::new("starting_after", problem));
    }
    if path.ends_with("/search") {
        let text = text_of_field(parameters, "query").unwrap_or_default();
        if let Some(at) = unclosed_quote(&text) {
            let problem = format!(
                "does not close its quotes: expected another quote after character {at}; `search` quotes values"
            );
            return Err(ParameterError::new("query", &problem));
        }
    }
    Ok(())
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
