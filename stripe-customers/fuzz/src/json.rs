//! JSON, parsed by an independent library.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A JSON value. Objects have all members, including those with the same name.
#[derive(Debug)]
pub enum Json {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    Text(String),
    Other,
}

impl Json {
    /// Parses JSON. Unpaired surrogates and numbers out of range are errors.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// Returns the members of an object with this name.
    pub fn members<'j>(&'j self, name: &'j str) -> impl Iterator<Item = &'j Json> {
        let members = match self {
            Self::Object(members) => members.as_slice(),
            _ => &[],
        };
        let named = members.iter().filter(move |(key, _)| key == name);
        named.map(|(_, value)| value)
    }

    /// Returns whether `path`, in the format of errors, is that of a value in this one, or of a missing member of an object in it.
    ///
    /// Names of members may contain dots and brackets, so all ways to parse the path are tried.
    pub fn has(&self, path: &str) -> bool {
        if path.is_empty() {
            return true;
        }
        match self {
            Self::Object(members) => path.strip_prefix('.').is_some_and(|path| {
                let inside = members.iter().any(|(name, value)| {
                    path.strip_prefix(name.as_str())
                        .is_some_and(|rest| value.has(rest))
                });
                inside || !path.contains(['.', '['])
            }),
            Self::Array(elements) => path.strip_prefix('[').is_some_and(|path| {
                let Some((index, rest)) = path.split_once(']') else {
                    return false;
                };
                let element = index
                    .parse()
                    .ok()
                    .and_then(|index: usize| elements.get(index));
                element.is_some_and(|element| element.has(rest))
            }),
            Self::Text(_) | Self::Other => false,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Json, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element()? {
            elements.push(element);
        }
        Ok(Json::Array(elements))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }
}

/// Returns whether `bytes` match the grammar of JSON.
pub fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
}
