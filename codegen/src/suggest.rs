//! "Did you mean …?"

use crate::error::Error;

/// `error` about the unknown `name`, with the known name that is nearest to it, if one is near enough to be meant.
pub(crate) fn suggest<'a>(
    error: Error,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Error {
    match nearest(name, known) {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => error,
    }
}

/// The candidate that is nearest to `name`, if it is near enough for a typing error.
fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = name.chars().count().div_ceil(4);
    candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The number of characters to insert, remove or replace to turn `a` into `b` (Levenshtein), one row of the table at a
/// time.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (to, above) in b.chars().zip(row.iter().skip(1)) {
            let replaced = diagonal + usize::from(from != to);
            left = replaced.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_edits() {
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("PostCustomer", "PostCustomers", 1),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn suggests_only_what_is_near() {
        let names = ["PostCustomers", "GetCustomers", "PostCharges"];
        assert_eq!(nearest("PostCustomer", names), Some("PostCustomers"));
        assert_eq!(nearest("GetBalance", names), None);
    }
}
