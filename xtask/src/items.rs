//! Removes items of lists from YAML files that people edit: whole lines, and nothing around them.

use std::collections::BTreeSet;
use std::ops::Range;

use granit_parser::Event;

use crate::locate::Events;

/// `text` without these items of the list under the key `list` at the top. A list without items stays as `[]`.
///
/// An item has lines of its own, from its `-` to its last character; comments before and after it stay. `None` if the list
/// is in another form, such as `[a, b]`.
pub(crate) fn without(text: &str, list: &str, removed: &BTreeSet<usize>) -> Option<String> {
    let (key, items) = find(text, list)?;
    let mut out = String::with_capacity(text.len());
    let mut rest = 0;
    for (index, item) in items.iter().enumerate() {
        let lines = lines(text, item)?;
        if removed.contains(&index) {
            out.push_str(text.get(rest..lines.start)?);
            rest = lines.end;
        }
    }
    out.push_str(text.get(rest..)?);
    if (0..items.len()).all(|index| removed.contains(&index)) {
        let colon = key.end + text.get(key.end..)?.find(':')?;
        out.insert_str(colon + 1, " []");
    }
    Some(out)
}

/// The list under the key `list` of the mapping at the top: the range of the key, and that of each item from its first to its last
/// character, without its `-`.
fn find(text: &str, list: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let mut events = Events::new(text);
    if !matches!(events.next()?.0, Event::MappingStart(..)) {
        return None;
    }
    while let Some((name, key)) = events.key()? {
        if name != list {
            events.skip()?;
            continue;
        }
        if !matches!(events.next()?.0, Event::SequenceStart(..)) {
            return None;
        }
        let mut items = Vec::new();
        while !events.ends(&Event::SequenceEnd)? {
            let Range { start, end } = events.skip()?;
            let length = text.get(start..end)?.trim_end().len();
            items.push(start..start + length);
        }
        return Some((key, items));
    }
    None
}

/// The lines of an item, if it has them for itself.
fn lines(text: &str, item: &Range<usize>) -> Option<Range<usize>> {
    let (before, after) = (text.get(..item.start)?, text.get(item.end..)?);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let dash = before.get(start..)?.trim();
    let end = after
        .find('\n')
        .map_or(text.len(), |newline| item.end + newline + 1);
    let ends_there = |rest: &str| rest.trim().is_empty() || rest.trim_start().starts_with('#');
    (dash == "-" && ends_there(text.get(item.end..end)?)).then_some(start..end)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::without;

    const TEXT: &str = "\
# The head.
actions: # all of them

  # About the first.
  - target: a # first
    # Inside.
    update:
      description: >-
        Text.
        # Text, too.

  # About the second.
  - {target: b,
     update: {description: B}} # second

    # Deeper.
  - update:
      - 1
    target: 'c'

# The end.
other: [1]
";

    #[track_caller]
    fn is_without(removed: &[usize], expected: &str) {
        let removed = removed.iter().copied().collect();
        assert_eq!(without(TEXT, "actions", &removed).unwrap(), expected);
    }

    #[test]
    fn keeps_what_is_around() {
        is_without(&[], TEXT);
        let first = TEXT.find("  - target: a").unwrap();
        let second = TEXT.find("\n  # About the second").unwrap();
        is_without(&[0], &[&TEXT[..first], &TEXT[second..]].concat());
        let item = TEXT.find("  - {target: b").unwrap();
        let after = TEXT.find("\n    # Deeper").unwrap();
        is_without(&[1], &[&TEXT[..item], &TEXT[after..]].concat());
        let all = "# The head.\nactions: [] # all of them\n\n  # About the first.\n\n  # About the second.\n\n    # Deeper.\n\n# The end.\nother: [1]\n";
        is_without(&[0, 1, 2], all);
    }

    #[test]
    fn leaves_other_forms_to_people() {
        let first = [0].into_iter().collect();
        for text in [
            "actions: [{a: 1}, {b: 2}]",
            "actions: {a: 1}",
            "{}",
            "- - a",
            "{\"actions\": [1]}",
        ] {
            assert_eq!(without(text, "actions", &first), None, "{text}");
        }
        assert_eq!(
            without("a:\n- - 1\n", "a", &first).as_deref(),
            Some("a: []\n")
        );
    }
}
