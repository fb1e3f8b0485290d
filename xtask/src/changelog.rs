//! The text of the changelog.
//!
//! Every entry has a headline `## 0.2.0, unreleased (Stripe API 2026-01-28.clover)`; a release puts its date in place of `unreleased`.
//! The changes of an update go into the unreleased entry, or into a new one, under a headline of their own.

use std::ops::Range;

use stripe_codegen::changes::{self, Part, Report};

const HEADLINE: &str = "## ";
const UNRELEASED: &str = ", unreleased";
const API: &str = " (Stripe API ";

/// The start of a new changelog.
const START: &str = "# Changelog\n";

/// The changelog with the changes of `report`.
pub(crate) fn with(text: &str, report: &Report) -> String {
    let text = if text.is_empty() { START } else { text };
    let entries = entries(text);
    let mut versions = entries.iter().map(|entry| headline(text, entry));
    let (head, first) = match (entries.first(), versions.next()) {
        (Some(entry), Some(first)) if first.is_unreleased => (entry.clone(), Some(first)),
        (Some(entry), first) => (entry.start..entry.start, first),
        (None, _) => (text.len()..text.len(), None),
    };
    let version = match first {
        // These changes may require a higher version than the earlier ones.
        Some(first) if first.is_unreleased => {
            let released = versions.next();
            let next = released.map(|it| next(it.version, report));
            let further = next.filter(|next| numbers(next) > numbers(first.version));
            further.unwrap_or_else(|| first.version.to_owned())
        }
        Some(first) => next(first.version, report),
        None => "0.1.0".to_owned(),
    };
    let body = text.get(head.clone()).unwrap_or_default();
    let body = body.split_once('\n').map_or("", |(_, body)| body).trim();
    let (before, after) = (text.get(..head.start), text.get(head.end..));
    let mut out = format!("{}\n\n", before.unwrap_or_default().trim_end());
    out.push_str(&format!(
        "{HEADLINE}{version}{UNRELEASED}{API}{})\n\n",
        report.new_version
    ));
    if !body.is_empty() {
        out.push_str(body);
        out.push_str("\n\n");
    }
    out.push_str(&section(report));
    match after.unwrap_or_default().trim() {
        "" => {}
        after => out.push_str(&format!("\n{after}\n")),
    }
    out
}

/// The section about an update.
fn section(report: &Report) -> String {
    format!(
        "### From Stripe API {} to {}\n{}",
        report.old_version,
        report.new_version,
        changes::entry(report)
    )
}

/// The entry of a version of the crate or of Stripe's API, or the first entry.
pub(crate) fn entry(text: &str, version: Option<&str>) -> Option<String> {
    let is_it = |range: &Range<usize>| {
        let headline = headline(text, range);
        version.is_none_or(|it| it == headline.version || it == headline.api_version)
    };
    let range = entries(text).into_iter().find(is_it)?;
    Some(format!("{}\n", text.get(range)?.trim_end()))
}

/// The headlines of all entries.
pub(crate) fn headings(text: &str) -> Vec<&str> {
    let lines = text.lines();
    lines
        .filter_map(|line| line.strip_prefix(HEADLINE))
        .collect()
}

/// The ranges of the entries.
fn entries(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(HEADLINE) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

/// The parts of the headline of an entry.
struct Headline<'t> {
    version: &'t str,
    api_version: &'t str,
    is_unreleased: bool,
}

fn headline<'t>(text: &'t str, entry: &Range<usize>) -> Headline<'t> {
    let line = text
        .get(entry.clone())
        .and_then(|entry| entry.lines().next());
    let line = line
        .and_then(|line| line.strip_prefix(HEADLINE))
        .unwrap_or_default();
    let (version, api_version) = line.split_once(API).unwrap_or((line, ""));
    let words = version.split([',', ' ']);
    Headline {
        version: words.into_iter().next().unwrap_or_default(),
        api_version: api_version.trim_end_matches(')'),
        is_unreleased: version.ends_with(UNRELEASED),
    }
}

/// The version that follows `version` after these changes.
fn next(version: &str, report: &Report) -> String {
    let [major, minor, patch] = numbers(version);
    let part = match major {
        0 => report.part(),
        _ => report.part_from_1_0(),
    };
    match part {
        Part::Major => format!("{}.0.0", major + 1),
        Part::Minor => format!("{major}.{}.0", minor + 1),
        Part::Patch | Part::None => format!("{major}.{minor}.{}", patch + 1),
    }
}

fn numbers(version: &str) -> [u64; 3] {
    let mut numbers = version
        .split('.')
        .map(|part| part.parse().unwrap_or_default());
    [(); 3].map(|()| numbers.next().unwrap_or_default())
}

#[cfg(test)]
mod tests;
