//! Finds the locations that JSON pointers name in the text of a document, JSON or YAML.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Span, StrInput, options};

/// The byte ranges in `text` of the values that `pointers` name. Of an object or array, it is the range of its key; of a missing
/// value, that of the nearest enclosing value that exists.
///
/// One pass finds all of them, since a document can have thousands of errors. The recursion is safe: the generator has
/// parsed the text, with a limit to its depth.
pub(crate) fn locate<'p>(
    text: &str,
    pointers: impl IntoIterator<Item = &'p str>,
) -> BTreeMap<&'p str, Range<usize>> {
    let pointers: Vec<_> = pointers.into_iter().collect();
    let mut found: BTreeMap<&str, Option<Range<usize>>> = pointers
        .iter()
        .flat_map(|pointer| and_around(pointer))
        .map(|pointer| (pointer, None))
        .collect();
    Walk {
        events: Events::new(text),
        pointer: String::new(),
        found: &mut found,
    }
    .node(None);
    pointers
        .into_iter()
        .filter_map(|pointer| {
            let mut around = and_around(pointer);
            Some((pointer, around.find_map(|place| found.get(place)?.clone())?))
        })
        .collect()
}

/// A pointer and the pointers to the enclosing values, innermost first, without the whole document.
fn and_around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |inner| {
        inner.rsplit_once('/').map(|(outer, _)| outer)
    })
    .filter(|pointer| !pointer.is_empty())
}

/// A walk through a document, with the pointer to the current value.
struct Walk<'t, 'f, 'p> {
    events: Events<'t>,
    pointer: String,
    found: &'f mut BTreeMap<&'p str, Option<Range<usize>>>,
}

impl Walk<'_, '_, '_> {
    /// Walks through the next node, which has `key`; `None` where the text ends or is not YAML.
    fn node(&mut self, key: Option<&Range<usize>>) -> Option<()> {
        let (event, span) = self.events.next()?;
        match event {
            Event::MappingStart(..) => {
                self.found_at(key.cloned().or_else(|| start(&span)));
                while let Some((name, key)) = self.events.key()? {
                    self.child(&escaped(&name), Some(&key))?;
                }
            }
            Event::SequenceStart(..) => {
                self.found_at(key.cloned().or_else(|| start(&span)));
                let mut index = 0;
                while !self.events.ends(&Event::SequenceEnd)? {
                    self.child(&index.to_string(), None)?;
                    index += 1;
                }
            }
            _ => {
                let value = span.byte_range().filter(|range| !range.is_empty());
                self.found_at(value.or_else(|| key.cloned()));
            }
        }
        Some(())
    }

    fn child(&mut self, name: &str, key: Option<&Range<usize>>) -> Option<()> {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(name);
        self.node(key)?;
        self.pointer.truncate(length);
        Some(())
    }

    fn found_at(&mut self, range: Option<Range<usize>>) {
        if let Some(place) = self.found.get_mut(self.pointer.as_str()) {
            *place = range;
        }
    }
}

/// The first character.
fn start(span: &Span) -> Option<Range<usize>> {
    let start = span.start.byte_offset()?;
    Some(start..start + 1)
}

/// A key, escaped for a pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The events of a YAML parser. JSON is YAML too.
pub(crate) struct Events<'t>(Parser<'t, StrInput<'t>>);

impl<'t> Events<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let without_comments: Options = options! { emit_comments: false };
        Self(Parser::new_from_str_with_options(text, without_comments))
    }

    /// The next event of a node; `None` where the text ends or is not YAML.
    pub(crate) fn next(&mut self) -> Option<(Event<'t>, Span)> {
        loop {
            match self.0.next_event()?.ok()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                node => return Some(node),
            }
        }
    }

    /// The next key and its range; `Some(None)` at the end of the mapping.
    pub(crate) fn key(&mut self) -> Option<Option<(String, Range<usize>)>> {
        match self.next()? {
            (Event::MappingEnd, _) => Some(None),
            (event, span) => {
                let name = event.scalar().map(|(name, _)| name.to_owned());
                Some(Some((name?, span.byte_range()?)))
            }
        }
    }

    /// Whether the next event is `end`, which is consumed.
    pub(crate) fn ends(&mut self, end: &Event<'_>) -> Option<bool> {
        let (event, _) = self.0.peek()?.ok()?;
        let ends = event == end;
        if ends {
            self.0.next_event()?.ok()?;
        }
        Some(ends)
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test")]
mod tests {
    use super::locate;

    #[track_caller]
    fn finds(text: &str, pointer: &str, expected: Option<(usize, &str)>) {
        let places = locate(text, [pointer, "/not/there"]);
        let found = places.get(pointer).map(|range| {
            let line = text[..range.start].matches('\n').count() + 1;
            (line, &text[range.clone()])
        });
        assert_eq!(found, expected, "{pointer} in {text}");
    }

    #[test]
    fn finds_values_in_json() {
        let text = "{\n  \"a/b\": {\n    \"ä\": [1, {\"c~\": \"x\"}],\n    \"n\": null\n  }\n}\n";
        finds(text, "/a~1b/ä/0", Some((3, "1")));
        finds(text, "/a~1b/ä/1/c~0", Some((3, "\"x\"")));
        finds(text, "/a~1b/n", Some((4, "null")));
    }

    #[test]
    fn finds_the_key_of_what_is_long() {
        let text = "{\n  \"a\": {\n    \"b\": [1, {\"c\": 2}]\n  }\n}\n";
        finds(text, "/a", Some((2, "\"a\"")));
        finds(text, "/a/b", Some((3, "\"b\"")));
        finds(text, "/a/b/1", Some((3, "{")));
    }

    #[test]
    fn finds_what_is_around_what_is_missing() {
        let text = "{\"a\": {\"b\": [1]}}";
        finds(text, "/a/b/7/c", Some((1, "\"b\"")));
        finds(text, "/x", None);
        finds(text, "", None);
    }

    #[test]
    fn finds_values_in_yaml() {
        let text =
            "# first\nactions:\n  # second\n  - target: $.a\n    update: {b: *c}\n  - other:\n";
        finds(text, "/actions", Some((2, "actions")));
        finds(text, "/actions/0/target", Some((4, "$.a")));
        finds(text, "/actions/0", Some((4, "t")));
        let text = "a: &x {b: 1}\nc: *x\nd: [~, 2]\n";
        finds(text, "/c/b", Some((2, "*x")));
        finds(text, "/d/1", Some((3, "2")));
    }

    #[test]
    fn stops_where_the_text_does() {
        finds("a: 1\nb: [\n", "/a", Some((1, "1")));
        finds("a: [1\nb: 2", "/b", None);
        finds("", "/b", None);
    }
}
