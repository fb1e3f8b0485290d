//! A place in a document, as a JSON pointer (RFC 6901).

use std::fmt;

/// A JSON pointer: the place in a document that an error speaks of.
///
/// Printed as a URI fragment would hold it, without percent-encoding: `#/paths/~1v1~1customers/post`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The pointer that `text` spells: `/components/schemas/customer`, with or without a leading `#`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.strip_prefix('#').unwrap_or(text).to_owned())
    }

    /// The member `key` of the object that this points to.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + 1 + key.len());
        text.push_str(&self.0);
        text.push('/');
        for c in key.chars() {
            match c {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                c => text.push(c),
            }
        }
        Self(text)
    }

    /// Several members, one inside the other.
    #[must_use]
    pub fn keys<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Self {
        keys.into_iter()
            .fold(self.clone(), |pointer, key| pointer.key(key))
    }

    /// The element `index` of the array that this points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The pointer without the leading `#`, as [`serde_json::Value::pointer`] takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn escapes_what_rfc_6901_reserves() {
        let pointer = Pointer::root()
            .keys(["paths", "/v1/a~b", "parameters"])
            .index(2);
        assert_eq!(pointer.to_string(), "#/paths/~1v1~1a~0b/parameters/2");
        assert_eq!(Pointer::parse("#/a/b"), Pointer::root().keys(["a", "b"]));
    }
}
