//! A report as JSON for other programs.

use serde_json::{Value, json};

use super::change::{Change, Class};
use super::render::sentence;
use super::report::Report;

/// The report as JSON. The format is stable: keys may be added, but are not removed.
#[must_use]
pub fn json(report: &Report) -> String {
    let changes: Vec<_> = report.changes.iter().map(change).collect();
    let report = json!({
        "old_version": report.old_version,
        "new_version": report.new_version,
        "operations": report.operations,
        "version_part": report.part(),
        "version_part_from_1_0": report.part_from_1_0(),
        "breaking": report.count(Class::Breaking),
        "additive": report.count(Class::Additive),
        "docs": report.count(Class::Docs),
        "notes": report.notes,
        "changes": changes,
    });
    format!("{report:#}\n")
}

fn change(change: &Change) -> Value {
    // The code marks are for Markdown only.
    let plain = |text: &Option<String>| text.as_ref().map(|text| text.replace('`', ""));
    json!({
        "action": change.kind,
        "subject": change.subject,
        "pointer": change.pointer.to_string(),
        "api": change.api,
        "rust": change.rust,
        "was": plain(&change.was),
        "now": plain(&change.now),
        "for_rust": change.for_rust,
        "for_callers": change.for_callers,
        "guess": change.guess,
        "text": sentence(change),
    })
}
