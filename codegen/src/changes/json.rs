//! A report as data for another program.

use serde::Serialize;

use super::render::sentence;
use super::{Action, Class, Part, Report, Subject};

/// The report as JSON, in a form that stays: keys are added, but not taken away.
///
/// # Errors
///
/// Never, as all keys are text.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    // What is code is marked as Markdown has it, which is of no use here.
    let plain = |text: &Option<String>| text.as_ref().map(|text| text.replace('`', ""));
    let changes = report.changes.iter().map(|change| JsonChange {
        action: change.action,
        subject: change.subject,
        pointer: change.pointer.to_string(),
        api: &change.api,
        rust: change.rust.as_deref(),
        was: plain(&change.was),
        now: plain(&change.now),
        for_rust: change.for_rust,
        for_callers: change.for_callers,
        guess: change.guess.as_deref(),
        text: sentence(change),
    });
    let report = JsonReport {
        old_version: &report.old_version,
        new_version: &report.new_version,
        operations: report.operations,
        version_part: report.part(),
        version_part_from_1_0: report.part_from_1_0(),
        breaking: report.count(Class::Breaking),
        additive: report.count(Class::Additive),
        docs: report.count(Class::Docs),
        notes: &report.notes,
        changes: changes.collect(),
    };
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}

#[derive(Serialize)]
struct JsonReport<'a> {
    old_version: &'a str,
    new_version: &'a str,
    operations: usize,
    version_part: Part,
    version_part_from_1_0: Part,
    breaking: usize,
    additive: usize,
    docs: usize,
    notes: &'a [String],
    changes: Vec<JsonChange<'a>>,
}

#[derive(Serialize)]
struct JsonChange<'a> {
    action: Action,
    subject: Subject,
    pointer: String,
    api: &'a str,
    rust: Option<&'a str>,
    was: Option<String>,
    now: Option<String>,
    for_rust: Class,
    for_callers: Class,
    guess: Option<&'a str>,
    text: String,
}
