//! Names of one scope that a rule gives the same identifier: they are spelled out.

use std::collections::BTreeMap;
use std::iter::successors;

use super::camel;
use super::tables::{PUNCTUATION, SIGNS};

/// The identifiers of `names`, which stand in one scope, by the rule `style`.
///
/// Where the rule gives two names the same identifier, or one name none, signs become words (`+0` is `Plus0`); where that
/// is not enough, all punctuation and other characters do, `_` last; then capitals are kept; then each of them is a word;
/// then all characters but small letters and digits are code points. [`Names`](super::Names) refuses identifiers that are still the same.
/// One that is `taken` by something else gets the suffix.
pub fn distinct(
    names: &[&str],
    style: fn(&str) -> String,
    taken: &[&str],
    suffix: &str,
) -> Vec<String> {
    let mut out: Vec<_> = names.iter().map(|name| style(name)).collect();
    let steps: [&dyn Fn(&str) -> String; 6] = [
        &|name| style(&spelled(name, sign)),
        &|name| style(&spelled(name, word)),
        &|name| style(&spelled(name, word_or_underscore)),
        &|name| with_capitals(name, style),
        &|name| style(&with_upper(name)),
        &|name| style(&spelled(name, code_point)),
    ];
    for step in steps {
        let are_good = are_good(&out, names);
        if are_good.iter().all(|is_good| *is_good) {
            break;
        }
        for ((out, name), is_good) in out.iter_mut().zip(names).zip(are_good) {
            if !is_good {
                *out = step(name);
            }
        }
    }
    let is_taken = |name: &String| taken.contains(&name.as_str());
    while let Some(name) = out.iter().find(|it| is_taken(it)).cloned() {
        // `UnknownValue` may be a value too.
        let suffixed = |name: &String| Some(format!("{name}{suffix}"));
        let mut names = successors(suffixed(&name), suffixed);
        let free = names.find(|it| !out.contains(it) && !is_taken(it));
        let free = free.unwrap_or_default();
        for it in out.iter_mut().filter(|it| **it == name) {
            it.clone_from(&free);
        }
    }
    out
}

/// For each of the identifiers `out`, whether it is one, and that of no other of `names`. The same name twice stays so.
fn are_good(out: &[String], names: &[&str]) -> Vec<bool> {
    let mut first: BTreeMap<&str, (&str, bool)> = BTreeMap::new();
    for (out, name) in out.iter().zip(names) {
        let (first, is_alone) = first.entry(out).or_insert((name, true));
        *is_alone &= first == name;
    }
    let is_alone = |out: &String| first.get(out.as_str()).is_some_and(|it| it.1);
    let is_good = |out: &String| !out.is_empty() && is_alone(out);
    out.iter().map(is_good).collect()
}

/// `value` with some characters as words, those that `word` has.
fn spelled(value: &str, word: impl Fn(char) -> Option<String>) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match word(c) {
            Some(word) => out.extend([" ", &word, " "]),
            None => out.push(c),
        }
    }
    out
}

/// The word for a sign.
fn sign(c: char) -> Option<String> {
    let (_, word) = SIGNS.iter().find(|(sign, _)| *sign == c)?;
    Some((*word).to_owned())
}

/// The word for a sign or punctuation, and the code point of a control character or one outside ASCII: `u2265` for `≥`.
fn word(c: char) -> Option<String> {
    let mut all = SIGNS.iter().chain(PUNCTUATION);
    match all.find(|(sign, _)| *sign == c) {
        Some((_, word)) => Some((*word).to_owned()),
        None if c.is_ascii() && !c.is_ascii_control() => None,
        None => code_point(c),
    }
}

/// The same, and `underscore` for `_`.
fn word_or_underscore(c: char) -> Option<String> {
    if c == '_' {
        Some("underscore".to_owned())
    } else {
        word(c)
    }
}

/// The code point of all characters but small letters and digits.
fn code_point(c: char) -> Option<String> {
    let is_kept = c.is_ascii_lowercase() || c.is_ascii_digit();
    (!is_kept).then(|| format!("u{:x}", u32::from(c)))
}

/// `Id` as `upper id`.
fn with_upper(name: &str) -> String {
    let letter = |c: char| match c.is_ascii_uppercase() {
        true => format!(" upper {}", c.to_ascii_lowercase()),
        false => spelled(c.encode_utf8(&mut [0; 4]), word_or_underscore),
    };
    name.chars().map(letter).collect()
}

/// Keeps the capitals of a name whose rule would make them small: `US` beside `us`.
fn with_capitals(name: &str, style: fn(&str) -> String) -> String {
    let spelled = spelled(name, word_or_underscore);
    // A field has no capitals.
    match style("A") == "A" {
        true => camel(&spelled, |c| c),
        false => style(&spelled),
    }
}
