//! Finds the places that JSON pointers name in the text of a document, JSON or YAML.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Span, StrInput, options};

/// Where in `text` the values are that `pointers` name, in bytes; of an object or array that is not one of a
/// line, the key that it has. What is not there, such as a key that is missing, is where it would be.
///
/// All are found in one pass, since a document can have thousands of errors. The text is one that the generator has
/// read, so it is not nested too deeply to be walked through.
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

/// A pointer and those to what is around it, from the inside to the outside, without the whole document.
fn and_around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |inner| {
        inner.rsplit_once('/').map(|(outer, _)| outer)
    })
    .filter(|pointer| !pointer.is_empty())
}

/// The way through a document, with the pointer to where it is.
struct Walk<'t, 'f, 'p> {
    events: Events<'t>,
    pointer: String,
    found: &'f mut BTreeMap<&'p str, Option<Range<usize>>>,
}

impl Walk<'_, '_, '_> {
    /// Goes through the node that comes next, which has `key`; `None` at the end of what can be read.
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

/// A key as a pointer has it.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The events of a YAML parser that matter; JSON is YAML too.
struct Events<'t>(Parser<'t, StrInput<'t>>);

impl<'t> Events<'t> {
    fn new(text: &'t str) -> Self {
        let without_comments: Options = options! { emit_comments: false };
        Self(Parser::new_from_str_with_options(text, without_comments))
    }

    /// The next event of a node; `None` at the end, and where the text is no longer YAML.
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        loop {
            match self.0.next_event()?.ok()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                node => return Some(node),
            }
        }
    }

    /// The key that comes next, and where it is; `Some(None)` at the end of the mapping.
    fn key(&mut self) -> Option<Option<(String, Range<usize>)>> {
        match self.next()? {
            (Event::MappingEnd, _) => Some(None),
            (event, span) => {
                let name = event.scalar().map(|(name, _)| name.to_owned());
                Some(Some((name?, span.byte_range()?)))
            }
        }
    }

    /// Whether `end` comes next; then it is taken.
    fn ends(&mut self, end: &Event<'_>) -> Option<bool> {
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
