//! The path of a value in a text.

use super::{Decoder, Step};

/// Returns the steps from the root of `text` to the value that starts at `offset`, the outermost first.
///
/// Values do not store their path; it is computed from the text when an error needs it.
pub(super) fn locate(text: &str, offset: usize) -> Vec<Step> {
    let mut decoder = Decoder::new(text, || "");
    std::iter::from_fn(|| decoder.step_towards(offset)).collect()
}

impl Decoder<'_> {
    /// Moves from an object or array to the value in it that contains the byte at `offset`.
    fn step_towards(&mut self, offset: usize) -> Option<Step> {
        match self.peek().ok()? {
            _ if self.at >= offset => None,
            b'{' => self.member_with(offset),
            b'[' => self.element_with(offset),
            _ => None,
        }
    }

    fn member_with(&mut self, offset: usize) -> Option<Step> {
        self.begin_object().ok()?;
        while let Some(key) = self.next_key().ok()? {
            if self.skip_unless(offset)? {
                return Some(Step::Name(key.into_owned().into()));
            }
        }
        None
    }

    fn element_with(&mut self, offset: usize) -> Option<Step> {
        self.begin_array().ok()?;
        let mut index = 0;
        while self.next_element().ok()? {
            if self.skip_unless(offset)? {
                return Some(Step::Index(index));
            }
            index += 1;
        }
        None
    }

    /// Skips the next value unless it contains the byte at `offset`. Returns whether it does.
    fn skip_unless(&mut self, offset: usize) -> Option<bool> {
        self.peek().ok()?;
        let (at, depth) = (self.at, self.depth);
        self.skip().ok()?;
        let inside = offset < self.at;
        if inside {
            self.back_to(at, depth);
        }
        Some(inside)
    }
}

#[cfg(test)]
mod tests {
    use crate::runtime::json::DecodeError;

    use super::locate;

    #[test]
    fn every_kind_of_value_is_located() {
        let text = r#" {"a": 1, "b": [{}, {"c\n": {"d": "x"}}], "e": {"f": [[2, 3]]}} "#;
        for (value, path) in [
            ("{\"a\"", "value"),
            ("1,", "value.a"),
            ("[{}", "value.b"),
            ("{}, ", "value.b[0]"),
            ("\"x\"", "value.b[1].c\n.d"),
            ("3]", "value.e.f[0][1]"),
        ] {
            let steps = locate(text, text.find(value).unwrap());
            let error = DecodeError::missing("x").inside(steps, "value");
            assert_eq!(error.path(), format!("{path}.x"), "{value}");
        }
    }

    #[test]
    fn the_search_ends_where_the_text_is_not_json() {
        assert!(locate(r#"{"a": {"b" 1}}"#, 11).len() < 2);
        assert!(locate("", 3).is_empty());
    }
}
