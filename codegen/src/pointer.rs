//! Places in a document, as JSON pointers (RFC 6901).

use std::borrow::Cow;
use std::fmt;

/// A JSON pointer: the place in a document that an error is about.
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
        self.keys([key])
    }

    /// Several members, one inside the other.
    #[must_use]
    pub fn keys<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Self {
        // Room for a few short keys: pointers are made for every place, and most of them are never printed.
        let mut text = String::with_capacity(self.0.len() + 32);
        text.push_str(&self.0);
        for key in keys {
            text.push('/');
            push_escaped(key, &mut text);
        }
        Self(text)
    }

    /// The element `index` of the array that this points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// Calls `work` with the pointer to the member or element `key` of what this points to.
    ///
    /// The pointer grows and shrinks in place: a walk over a document passes many places and reports few.
    pub(crate) fn inside<T>(&mut self, key: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.0.len();
        self.0.push('/');
        push_escaped(key, &mut self.0);
        let made = work(self);
        self.0.truncate(length);
        made
    }

    /// The pointer to what is around this place, and the key or index of this place in it; `None` for the whole document.
    pub(crate) fn split_last(&self) -> Option<(Self, String)> {
        let (around, _) = self.0.rsplit_once('/')?;
        Some((Self(around.to_owned()), self.parts().last()?.into_owned()))
    }

    /// The keys and indices from the outside to the inside.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0
            .split('/')
            .skip(1)
            .map(|part| match part.contains('~') {
                true => part.replace("~1", "/").replace("~0", "~").into(),
                false => part.into(),
            })
    }

    /// The pointer without the leading `#`, as [`serde_json::Value::pointer`] takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn push_escaped(key: &str, text: &mut String) {
    // Nearly every key.
    if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return text.push_str(key);
    }
    let mut rest = key;
    while let Some(at) = rest.find(['~', '/']) {
        let (plain, special) = rest.split_at(at);
        text.push_str(plain);
        text.push_str(if special.starts_with('~') { "~0" } else { "~1" });
        rest = special.get(1..).unwrap_or_default();
    }
    text.push_str(rest);
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
        let parts: Vec<_> = pointer.parts().collect();
        assert_eq!(parts, ["paths", "/v1/a~b", "parameters", "2"]);
        assert_eq!(Pointer::root().parts().count(), 0);
    }

    #[test]
    fn is_inside_of_another() {
        let mut pointer = Pointer::root().key("paths");
        let inner = pointer.inside("/v1", |inner| inner.clone());
        assert_eq!(inner, Pointer::parse("/paths/~1v1"));
        assert_eq!(inner.split_last(), Some((pointer, "/v1".to_owned())));
        assert_eq!(Pointer::root().split_last(), None);
    }
}
