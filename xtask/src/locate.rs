//! Finds the locations that JSON pointers name in the text of a document, JSON or YAML.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Span, StrInput, options};

/// A pointer, and the part of it that leads on from the current value.
type Wanted<'p> = (&'p str, &'p str);

/// The byte ranges in `text` of the values that `pointers` name. Of an object or array, it is the range of its key; of a missing
/// value, that of the nearest enclosing value that exists.
///
/// One pass finds all of them, since a document can have thousands of errors. The recursion is safe: the generator has
/// parsed the text, with a limit to its depth.
pub(crate) fn locate<'p>(
    text: &str,
    pointers: impl IntoIterator<Item = &'p str>,
) -> BTreeMap<&'p str, Range<usize>> {
    let wanted: Vec<_> = pointers.into_iter().map(|it| (it, it)).collect();
    let mut found = BTreeMap::new();
    node(&mut Events::new(text), None, &wanted, &mut found);
    found
}

/// Passes the next node, which has `key`, and finds what is `wanted` in it; `None` where the text ends or is not YAML.
fn node<'p>(
    events: &mut Events<'_>,
    key: Option<Range<usize>>,
    wanted: &[Wanted<'p>],
    found: &mut BTreeMap<&'p str, Range<usize>>,
) -> Option<()> {
    if wanted.is_empty() {
        events.skip()?;
        return Some(());
    }
    let (event, span) = events.next()?;
    let range = match event {
        Event::MappingStart(..) | Event::SequenceStart(..) => key.or_else(|| start(&span)),
        _ => span.byte_range().filter(|it| !it.is_empty()).or(key),
    };
    // What is found inside replaces it. The whole document is not a place.
    let inside = wanted.iter().filter(|(pointer, rest)| pointer != rest);
    found.extend(inside.filter_map(|(pointer, _)| Some((*pointer, range.clone()?))));
    match event {
        Event::MappingStart(..) => {
            while let Some((name, key)) = events.key()? {
                let name = name.replace('~', "~0").replace('/', "~1");
                node(events, Some(key), &below(wanted, &name), found)?;
            }
        }
        Event::SequenceStart(..) => {
            let mut index = 0;
            while !events.ends(&Event::SequenceEnd)? {
                node(events, None, &below(wanted, &index.to_string()), found)?;
                index += 1;
            }
        }
        _ => {}
    }
    Some(())
}

/// What is `wanted` at or below the member `name`, which is escaped.
fn below<'p>(wanted: &[Wanted<'p>], name: &str) -> Vec<Wanted<'p>> {
    let below = wanted.iter().filter_map(|(pointer, rest)| {
        let rest = rest.strip_prefix('/')?.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with('/')).then_some((*pointer, rest))
    });
    below.collect()
}

/// The first character.
fn start(span: &Span) -> Option<Range<usize>> {
    let start = span.start.byte_offset()?;
    Some(start..start + 1)
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

    /// Passes the next node, and returns its range. That of a block may end with empty lines.
    pub(crate) fn skip(&mut self) -> Option<Range<usize>> {
        let mut range: Option<Range<usize>> = None;
        let mut depth = 0_usize;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
                Event::MappingEnd | Event::SequenceEnd => depth -= 1,
                _ => {}
            }
            let here = span.byte_range()?;
            let known = range.get_or_insert(here.clone());
            if !here.is_empty() {
                known.end = here.end;
            }
            if depth == 0 {
                return range;
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
