//! The ends of the large values of a text, recorded while they are validated.
//!
//! A list or an expanded object is skipped while the response is decoded. When it is decoded itself, the lists and expanded
//! objects inside it are skipped again. If their ends are known, that takes no time, however deep they are nested.

/// The minimum length of a value that is recorded. Skipping fewer bytes is as fast as finding the end.
const MINIMUM: usize = 256;

/// The number of levels of a skipped value that are recorded. It limits the memory to half of that of the text.
const LEVELS: usize = 8;

/// The start and the end of an object or array, in bytes.
pub(super) type Span = (usize, usize);

/// Returns the end of the value at `start`. `spans` are in the order of their starts.
pub(super) fn end_of(spans: &[Span], start: usize) -> Option<usize> {
    let index = spans.binary_search_by_key(&start, |span| span.0).ok()?;
    Some(spans.get(index)?.1)
}

/// Records the spans of a value while it is skipped.
///
/// The methods are not inlined, so that the registers of the loop that skips values remain free.
pub(super) struct Recorder<'a> {
    /// `None` if nothing is recorded: the text was read before, or a later value of it was skipped before this one.
    spans: Option<&'a mut Vec<Span>>,
    /// The indexes of the spans of the open objects and arrays, the outermost first.
    open: [usize; LEVELS],
}

impl<'a> Recorder<'a> {
    pub(super) fn new(spans: Option<&'a mut Vec<Span>>) -> Self {
        Self {
            spans,
            open: [0; LEVELS],
        }
    }

    /// Starts an object or array inside `depth` others.
    #[inline(never)]
    pub(super) fn open(&mut self, depth: usize, start: usize) {
        if let (Some(spans), Some(open)) = (&mut self.spans, self.open.get_mut(depth)) {
            *open = spans.len();
            spans.push((start, start));
        }
    }

    /// Ends the innermost object or array, which is inside `depth` others.
    #[inline(never)]
    pub(super) fn close(&mut self, depth: usize, end: usize) {
        if let (Some(spans), Some(&open)) = (&mut self.spans, self.open.get(depth)) {
            match spans.get_mut(open) {
                Some(span) if end - span.0 >= MINIMUM => span.1 = end,
                // The values inside are not longer.
                _ => spans.truncate(open),
            }
        }
    }

    /// Removes all spans, some of which are open after an error.
    pub(super) fn clear(&mut self) {
        if let Some(spans) = &mut self.spans {
            spans.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Decoder, Kept};
    use super::{LEVELS, MINIMUM, Span};

    fn keep(text: &str) -> Kept {
        let mut decoder = Decoder::new(text, || "value");
        let kept = decoder.keep().unwrap();
        decoder.end().unwrap();
        kept
    }

    fn spans(kept: &Kept) -> Vec<Span> {
        kept.decoder().spans.into_owned()
    }

    #[test]
    fn the_ends_of_large_values_are_known() {
        let long = "x".repeat(MINIMUM);
        let inner = format!(r#"{{"b": ["{long}"], "c": {{}}}}"#);
        let text = format!(r#"[{{"a": {inner}}}, [], ["{long}"], "{long}"] "#);
        let kept = keep(&text);
        let ends: Vec<_> = spans(&kept)
            .into_iter()
            .map(|(start, end)| text[start..end].to_owned())
            .collect();
        assert_eq!(
            ends,
            [
                text.trim().to_owned(),
                format!(r#"{{"a": {inner}}}"#),
                inner.clone(),
                format!(r#"["{long}"]"#),
                format!(r#"["{long}"]"#),
            ]
        );
    }

    /// A decoder that knows the ends returns the same values.
    #[test]
    fn a_value_is_the_same_the_second_time() {
        let long = "x".repeat(MINIMUM);
        let text =
            format!(r#"[{{"id": "a", "b": ["{long}"]}}, {{"b": ["{long}"], "id": "c"}}, 1]"#);
        let kept = keep(&text);
        let mut decoder = kept.decoder();
        decoder.begin_array().unwrap();
        for id in ["a", "c"] {
            assert!(decoder.next_element().unwrap());
            assert_eq!(decoder.member_of_object("id").unwrap(), id);
        }
        assert!(decoder.next_element().unwrap());
        assert_eq!(decoder.raw().unwrap(), "1");
        assert!(!decoder.next_element().unwrap());
        assert_eq!(decoder.depth, 0);
        decoder.end().unwrap();
    }

    /// Their number is limited, whatever the nesting.
    #[test]
    fn deep_values_have_no_entries() {
        let (open, close) = ("[".repeat(100), "]".repeat(100));
        let text = format!(r#"{open}"{}"{close}"#, "x".repeat(MINIMUM));
        assert_eq!(spans(&keep(&text)).len(), LEVELS);
    }

    #[test]
    fn an_error_and_a_second_look_leave_no_wrong_entries() {
        let long = "x".repeat(MINIMUM);
        let text = format!(r#"{{"a": {{"b": ["{long}"]}}, "object": "c", "d": ["{long}"]}}"#);
        let mut decoder = Decoder::new(&text, || "value");
        assert_eq!(decoder.look_ahead("object").unwrap().unwrap(), "c");
        let failed = decoder.take_or_skip(|decoder| decoder.boolean());
        assert!(failed.is_err());
        decoder.end().unwrap();
        for &(start, end) in &*decoder.spans {
            let mut other = Decoder::new(&text, || "value");
            other.at = start;
            other.skip().unwrap();
            assert_eq!(other.at, end);
        }
        assert!(decoder.spans.is_sorted_by_key(|span| span.0));

        let mut decoder = Decoder::new(r#"{"a": [["b" 1]]}"#, || "value");
        assert!(decoder.skip().is_err());
        assert!(decoder.spans.is_empty());
    }
}
