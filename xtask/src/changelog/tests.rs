#![allow(clippy::unwrap_used)]

use stripe_codegen::Pointer;
use stripe_codegen::changes::{Change, ChangeKind, Class, Report, Subject};

use super::{entry, headings, with};

const INTRODUCTION: &str = "# Changelog\n\nEach entry names both versions.\n";

fn report(for_rust: Option<Class>) -> Report {
    let change = |for_rust| Change {
        kind: ChangeKind::Added,
        subject: Subject::Field,
        pointer: Pointer::root(),
        api: "thing.a".to_owned(),
        rust: Some("Thing::a".to_owned()),
        was: None,
        now: None,
        for_rust,
        for_callers: for_rust,
        guess: None,
    };
    Report {
        old_version: "A".to_owned(),
        new_version: "B".to_owned(),
        operations: 1,
        notes: vec![],
        changes: for_rust.into_iter().map(change).collect(),
    }
}

#[test]
fn an_unreleased_entry_gets_the_changes() {
    let text = format!("{INTRODUCTION}\n## 0.1.0, unreleased (Stripe API A)\n\n- All of it.\n");
    assert_eq!(
        with(&text, &report(Some(Class::Breaking))),
        format!(
            "{INTRODUCTION}\n## 0.1.0, unreleased (Stripe API B)\n\n- All of it.\n\n\
             ### From Stripe API A to B\n\n#### Breaking\n\n- field `Thing::a` added (`thing.a`)\n"
        )
    );
}

#[test]
fn a_released_entry_is_followed_by_another() {
    let text = format!("{INTRODUCTION}\n## 0.1.4 (Stripe API A)\n\n- All of it.\n");
    for (class, version) in [
        (Some(Class::Breaking), "0.2.0"),
        (Some(Class::Additive), "0.1.5"),
        (Some(Class::Docs), "0.1.5"),
        (None, "0.1.5"),
    ] {
        let text = with(&text, &report(class));
        assert_eq!(
            headings(&text),
            [
                &format!("{version}, unreleased (Stripe API B)"),
                "0.1.4 (Stripe API A)"
            ]
        );
        assert!(text.starts_with(INTRODUCTION), "{text}");
        assert!(
            text.ends_with("\n\n## 0.1.4 (Stripe API A)\n\n- All of it.\n"),
            "{text}"
        );
    }
}

#[test]
fn the_version_suits_all_unreleased_changes() {
    let released = "## 1.3.4 (Stripe API 0)\n\n- All of it.\n";
    let text = format!("# Changelog\n\n## 1.3.5, unreleased (Stripe API A)\n\n- A.\n\n{released}");
    for (class, version) in [
        (Class::Breaking, "2.0.0"),
        (Class::Additive, "1.4.0"),
        (Class::Docs, "1.3.5"),
    ] {
        let text = with(&text, &report(Some(class)));
        let first = format!("{version}, unreleased (Stripe API B)");
        assert_eq!(headings(&text), [&first, "1.3.4 (Stripe API 0)"]);
    }
}

#[test]
fn a_missing_changelog_is_created() {
    assert_eq!(
        with("", &report(None)),
        "# Changelog\n\n## 0.1.0, unreleased (Stripe API B)\n\n### From Stripe API A to B\n\n\
         No change affects this crate.\n"
    );
}

#[test]
fn an_entry_is_found_by_either_version() {
    let text =
        "# C\n\n## 0.2.0, unreleased (Stripe API B)\n\nTwo.\n\n## 0.1.0 (Stripe API A)\n\nOne.\n";
    let two = "## 0.2.0, unreleased (Stripe API B)\n\nTwo.\n";
    let one = "## 0.1.0 (Stripe API A)\n\nOne.\n";
    for (version, expected) in [
        (None, Some(two)),
        (Some("0.2.0"), Some(two)),
        (Some("0.1.0"), Some(one)),
        (Some("A"), Some(one)),
        (Some("0.3.0"), None),
    ] {
        assert_eq!(entry(text, version).as_deref(), expected, "{version:?}");
    }
    assert_eq!(entry("# Changelog\n", None), None);
}
