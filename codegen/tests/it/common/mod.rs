//! Small documents, and the code that is generated from them.

pub(crate) mod complete;
pub(crate) mod crates;
pub(crate) mod random;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use stripe_codegen::changes::{ChangeKind, Report};
use stripe_codegen::{Config, Document, Errors, Generated, Input, generate, parse};

pub(crate) use complete::{all_operations, completed};

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The document that `yaml` holds, with [what it leaves out](completed).
pub(crate) fn document(yaml: &str) -> Value {
    let document = parse(Input::Document, yaml).unwrap_or_else(|errors| panic!("{errors}\n{yaml}"));
    completed(document)
}

/// The code that is generated from `document`.
pub(crate) fn generated(document: Value, config: &Config) -> Result<Generated, Errors> {
    generate(&Document::new(document)?, config)
}

/// Checks that one report adds what the other removes.
#[track_caller]
pub(crate) fn assert_symmetric(there: &Report, back: &Report) {
    let alone = |report: &Report, kind| -> BTreeSet<_> {
        let changes = report.changes.iter().filter(|change| change.kind == kind);
        changes
            .map(|change| (change.subject, change.pointer.clone(), change.rust.clone()))
            .collect()
    };
    assert_eq!(
        alone(there, ChangeKind::Added),
        alone(back, ChangeKind::Removed)
    );
    assert_eq!(
        alone(there, ChangeKind::Removed),
        alone(back, ChangeKind::Added)
    );
}

/// Checks that the pointer of every change leads somewhere.
#[track_caller]
pub(crate) fn assert_placed(report: &Report, old: &Value, new: &Value) {
    for change in &report.changes {
        let document = match change.kind {
            ChangeKind::Removed => old,
            ChangeKind::Added | ChangeKind::Changed => new,
        };
        let found = document.pointer(change.pointer.as_str());
        assert!(found.is_some(), "{change:?}");
    }
}
