//! A report as text or Markdown.

use std::fmt::Write;

use super::change::{Change, ChangeKind, Class, Subject};
use super::report::{Part, Report};

const CLASSES: [Class; 3] = [Class::Breaking, Class::Additive, Class::Docs];

/// The report as text: the compared versions, a summary, the notes, and one line per change.
#[must_use]
pub fn text(report: &Report) -> String {
    styled_text(report, |_, headline| headline)
}

/// [`text`] with the headline of every class in the given style.
pub fn styled_text(report: &Report, style: impl Fn(Class, String) -> String) -> String {
    let mut out = format!("{}\n{}\n", title(report), summary(report));
    for note in &report.notes {
        let _ = writeln!(out, "note: {note}");
    }
    for (class, changes) in by_class(report) {
        let headline = format!("{} ({})", class.name(), changes.len());
        let _ = writeln!(out, "\n{}", style(class, headline));
        for change in changes {
            let location = format!("{} at {}", change.api, change.pointer);
            let location = location.trim_start_matches(" at ");
            let _ = writeln!(out, "  {} [{location}]", sentence(change));
        }
    }
    out
}

/// The report in Markdown, with a section for every class that has changes.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut out = format!("## {}\n\n{}\n", title(report), summary(report));
    for note in &report.notes {
        let _ = write!(out, "\n{note}\n");
    }
    lists(report, &mut out, "###", |change| {
        let api = match change.api.as_str() {
            "" => String::new(),
            api => format!("`{api}` at "),
        };
        format!("{} ({api}`{}`)", sentence(change), change.pointer)
    });
    out
}

/// The report as the body of a changelog entry in Markdown, without pointers into the documents.
#[must_use]
pub fn entry(report: &Report) -> String {
    let mut out = String::new();
    if report.changes.is_empty() {
        out.push_str("\nNo change affects this crate.\n");
    }
    lists(report, &mut out, "####", |change| {
        match (&change.rust, change.api.as_str()) {
            (None, _) | (_, "") => sentence(change),
            (Some(_), api) => format!("{} (`{api}`)", sentence(change)),
        }
    });
    out
}

/// Writes a Markdown list for every class that has changes, each under a heading of this level.
fn lists(report: &Report, out: &mut String, level: &str, item: impl Fn(&Change) -> String) {
    for (class, changes) in by_class(report) {
        let heading = match class {
            Class::Breaking => "Breaking",
            Class::Additive => "Added",
            Class::Docs => "Documentation",
        };
        let _ = write!(out, "\n{level} {heading}\n\n");
        for change in changes {
            let _ = writeln!(out, "- {}", item(change));
        }
    }
}

/// The compared versions and the number of operations.
fn title(report: &Report) -> String {
    let (old, new, count) = (&report.old_version, &report.new_version, report.operations);
    let noun = if count == 1 {
        "operation"
    } else {
        "operations"
    };
    format!("Stripe API {old} → {new}, {count} {noun}")
}

/// The number of changes in each class and the release that they require, in one line.
fn summary(report: &Report) -> String {
    let counts = CLASSES.map(|class| format!("{} {}", report.count(class), class.name()));
    let callers = report.changes.iter();
    let callers = callers.filter(|change| change.for_callers == Class::Breaking);
    let callers = match callers.count() {
        0 => String::new(),
        count => format!("; {count} breaking for API callers"),
    };
    let release = match (report.part(), report.part_from_1_0()) {
        (Part::None, _) => "requires no release".to_owned(),
        (part, later) if part == later => format!("requires a {} release", part.name()),
        (part, later) => format!(
            "requires a {} release (from 1.0 on, a {} release)",
            part.name(),
            later.name()
        ),
    };
    format!("{} for Rust{callers}: {release}", counts.join(", "))
}

/// The changes of each class that has any, the most severe class first.
fn by_class(report: &Report) -> impl Iterator<Item = (Class, Vec<&Change>)> {
    let all = CLASSES.into_iter().map(|class| {
        let changes = report.changes.iter();
        let changes = changes.filter(|change| change.for_rust == class);
        (class, changes.collect::<Vec<_>>())
    });
    all.filter(|(_, changes)| !changes.is_empty())
}

/// The change in one line.
pub(super) fn sentence(change: &Change) -> String {
    let name = format!("`{}`", change.rust.as_ref().unwrap_or(&change.api));
    let subject = change.subject.name();
    let typed = |ty: &Option<String>| ty.as_ref().map_or(String::new(), |ty| format!(": {ty}"));
    let states = || {
        let state = |state: &Option<String>| state.clone().unwrap_or_else(|| "nothing".to_owned());
        format!("{} → {}", state(&change.was), state(&change.now))
    };
    let mut out = match (change.kind, change.subject) {
        (ChangeKind::Added, _) => format!("{subject} {name} added{}", typed(&change.now)),
        (ChangeKind::Removed, _) => format!("{subject} {name} removed{}", typed(&change.was)),
        (_, Subject::TypeName) => format!("{subject}: {}", states()),
        (_, Subject::Required | Subject::Nullable | Subject::Expandable | Subject::Deprecated) => {
            format!("{name}: {}", states())
        }
        _ => format!("{subject} {name}: {}", states()),
    };
    if change.for_callers != change.for_rust {
        let _ = write!(
            out,
            "; for API callers: {}",
            change.for_callers.for_callers()
        );
    }
    if let Some(guess) = &change.guess {
        let _ = write!(out, "; likely {guess}");
    }
    out
}
