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
    let (unreleased, released) = match entries.as_slice() {
        [first, others @ ..] if first.is_unreleased => (Some(first), others.first()),
        all => (None, all.first()),
    };
    let next = released.map(|it| next(it.version, report));
    let version = match (unreleased, next) {
        // These changes may require a higher version than the earlier ones.
        (Some(known), Some(next)) if numbers(&next) > numbers(known.version) => next,
        (Some(known), _) => known.version.to_owned(),
        (None, Some(next)) => next,
        (None, None) => "0.1.0".to_owned(),
    };
    let replaced = match (unreleased, released) {
        (Some(known), _) => known.range.clone(),
        (None, Some(last)) => last.range.start..last.range.start,
        (None, None) => text.len()..text.len(),
    };
    let get = |range: Range<usize>| text.get(range).unwrap_or_default();
    let parts = [
        get(0..replaced.start),
        &format!(
            "{HEADLINE}{version}{UNRELEASED}{API}{})",
            report.new_version
        ),
        get(replaced.clone()).split_once('\n').map_or("", |it| it.1),
        &section(report),
        get(replaced.end..text.len()),
    ];
    let parts = parts.map(str::trim).into_iter().filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
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
    let is_it = |it: &Entry<'_>| version.is_none_or(|v| v == it.version || v == it.api_version);
    let entry = entries(text).into_iter().find(is_it)?;
    Some(format!("{}\n", text.get(entry.range)?.trim_end()))
}

/// The headlines of all entries.
pub(crate) fn headings(text: &str) -> Vec<&str> {
    entries(text).iter().map(|entry| entry.headline).collect()
}

/// An entry, and the parts of its headline.
struct Entry<'t> {
    range: Range<usize>,
    headline: &'t str,
    version: &'t str,
    api_version: &'t str,
    is_unreleased: bool,
}

fn entries(text: &str) -> Vec<Entry<'_>> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    let headlines = lines.filter_map(|(at, line)| Some((at, line.strip_prefix(HEADLINE)?)));
    let mut entries: Vec<Entry<'_>> = vec![];
    for (start, headline) in headlines {
        if let Some(last) = entries.last_mut() {
            last.range.end = start;
        }
        let headline = headline.trim_end();
        let (version, api_version) = headline.split_once(API).unwrap_or((headline, ""));
        entries.push(Entry {
            range: start..text.len(),
            headline,
            version: version.split([',', ' ']).next().unwrap_or_default(),
            api_version: api_version.trim_end_matches(')'),
            is_unreleased: version.ends_with(UNRELEASED),
        });
    }
    entries
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
