//! A report as text or Markdown.

use std::fmt::{self, Write};

use super::{Action, Change, Class, Part, Report, Subject};

const CLASSES: [Class; 3] = [Class::Breaking, Class::Additive, Class::Docs];

/// The report as text: one line for every change.
#[must_use]
pub fn text(report: &Report) -> String {
    let sections = sections(report).map(|section| section.to_string());
    head(report) + &sections.collect::<String>()
}

/// What the report as text begins with: which versions were compared, what the changes mean together, and the notes.
#[must_use]
pub fn head(report: &Report) -> String {
    let mut out = format!("{}\n{}\n", title(report), summary(report));
    for note in &report.notes {
        line(&mut out, &format!("note: {note}"));
    }
    out
}

/// The rest of the report as text, the worst class first; there is none of a class without changes.
pub fn sections(report: &Report) -> impl Iterator<Item = Section> {
    by_class(report).map(|(class, changes)| Section {
        class,
        headline: format!("{} ({})", class.name(), changes.len()),
        lines: changes.into_iter().map(placed).collect(),
    })
}

/// The changes of one class, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the changes mean for Rust.
    pub class: Class,
    /// The class in words, and how many changes there are.
    pub headline: String,
    /// A line for every change.
    pub lines: Vec<String>,
}

/// With an empty line before it.
impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{}", self.headline)?;
        self.lines.iter().try_for_each(|it| writeln!(f, "  {it}"))
    }
}

/// What has changed, and where.
fn placed(change: &Change) -> String {
    let place = format!("{} at {}", change.api, change.pointer);
    let place = place.trim_start_matches(" at ");
    format!("{} [{place}]", sentence(change))
}

/// The report in Markdown: a section for every class.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut out = format!("## {}\n\n{}\n", title(report), summary(report));
    for note in &report.notes {
        line(&mut out, &format!("\n{note}"));
    }
    lists(report, &mut out, "###", |change| {
        let api = if change.api.is_empty() {
            String::new()
        } else {
            format!("`{}` at ", change.api)
        };
        format!("{} ({api}`{}`)", sentence(change), change.pointer)
    });
    out
}

/// The part of an entry of the changelog that the report gives: for whoever reads it there is no document to point into.
#[must_use]
pub fn entry(report: &Report) -> String {
    let mut out = String::new();
    if report.changes.is_empty() {
        out.push_str("\nNothing changed in what this crate is made from.\n");
    }
    lists(report, &mut out, "####", |change| {
        match (&change.rust, change.api.as_str()) {
            (None, _) | (_, "") => sentence(change),
            (Some(_), api) => format!("{} (`{api}`)", sentence(change)),
        }
    });
    out
}

/// Adds the changes of each class as a list in Markdown, under a headline of this level.
fn lists(report: &Report, out: &mut String, level: &str, item: impl Fn(&Change) -> String) {
    for (class, changes) in by_class(report) {
        let headline = match class {
            Class::Breaking => "Breaking",
            Class::Additive => "Added",
            Class::Docs => "Only in the documentation",
        };
        line(out, &format!("\n{level} {headline}\n"));
        for change in changes {
            line(out, &format!("- {}", item(change)));
        }
    }
}

/// Which versions were compared.
fn title(report: &Report) -> String {
    let operations = match report.operations {
        1 => "1 operation".to_owned(),
        many => format!("{many} operations"),
    };
    format!(
        "Stripe API {} → {}, {operations}",
        report.old_version, report.new_version
    )
}

/// What the changes mean, in one line.
fn summary(report: &Report) -> String {
    let counts = CLASSES.map(|class| format!("{} {}", report.count(class), class.name()));
    let callers = report.changes.iter();
    let callers = callers.filter(|change| change.for_callers == Class::Breaking);
    let callers = match callers.count() {
        0 => String::new(),
        count => format!("; {count} breaking for callers of the API"),
    };
    let must = match (report.part(), report.part_from_1_0()) {
        (Part::None, _) => "the version of the crate stays".to_owned(),
        (part, later) if part == later => {
            format!("the {} version of the crate must move", part.name())
        }
        (part, later) => format!(
            "the {} version of the crate must move (from 1.0 on: the {} version)",
            part.name(),
            later.name()
        ),
    };
    format!("{} for Rust{callers}: {must}", counts.join(", "))
}

/// The changes of each class that has any, the worst class first.
fn by_class(report: &Report) -> impl Iterator<Item = (Class, Vec<&Change>)> {
    let all = CLASSES.into_iter().map(|class| {
        let changes = report.changes.iter();
        let changes = changes.filter(|change| change.for_rust == class);
        (class, changes.collect::<Vec<_>>())
    });
    all.filter(|(_, changes)| !changes.is_empty())
}

/// What has changed, in one line.
pub(super) fn sentence(change: &Change) -> String {
    let name = format!("`{}`", change.rust.as_ref().unwrap_or(&change.api));
    let subject = change.subject.name();
    let was = change.was.as_deref().unwrap_or("nothing");
    let now = change.now.as_deref().unwrap_or("nothing");
    let mut out = match (change.action, change.subject) {
        (Action::Added, _) => with_type(format!("{subject} {name} added"), change.now.as_deref()),
        (Action::Removed, _) => {
            with_type(format!("{subject} {name} removed"), change.was.as_deref())
        }
        (Action::Changed, Subject::TypeName) => format!("{subject}: {was} → {now}"),
        (
            Action::Changed,
            Subject::Required | Subject::Nullable | Subject::Expandable | Subject::Deprecated,
        ) => {
            format!("{name}: {was} → {now}")
        }
        (Action::Changed, _) => format!("{subject} {name}: {was} → {now}"),
    };
    if change.for_callers != change.for_rust {
        let _ = write!(
            out,
            "; for callers of the API: {}",
            change.for_callers.for_callers()
        );
    }
    if let Some(guess) = &change.guess {
        let _ = write!(out, "; a guess: {guess}");
    }
    out
}

fn with_type(text: String, ty: Option<&str>) -> String {
    match ty {
        Some(ty) => format!("{text}: {ty}"),
        None => text,
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
