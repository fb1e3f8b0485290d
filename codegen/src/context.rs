//! The meaning of the keys of an object, which decides what is prose and what is a reference.

use serde_json::Value;

/// Whether `key` is the name of a vendor extension, where names and extensions stand side by side.
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

/// The name of an operation that needs no `operationId`: `GET /v1/things`.
pub(crate) fn title(method: &str, path: &str) -> String {
    format!("{} {path}", method.to_ascii_uppercase())
}

/// Whether the key `key` of a path item holds an operation, of any method.
pub(crate) fn is_method(key: &str) -> bool {
    const METHODS: [&str; 8] = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ];
    METHODS.contains(&key)
}

/// How to read the members of an object, or the elements of an array.
///
/// `description` is prose as a keyword of a schema, the name of a field below `properties`, and
/// data below `default`: only the path from the root decides which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Context {
    /// The keys are keywords of OpenAPI.
    Keywords,
    /// The keys are the kinds of components.
    Components,
    /// The keys are names; each value is an object of keywords.
    Names,
    /// The keys are paths, statuses or expressions, with extensions between them.
    Patterned,
    /// The keys are names of callbacks; each value is [`Context::Patterned`].
    Callbacks,
    /// The keys are names of links; each value is a [`Context::Link`].
    Links,
    /// A link: most of it is data for another request.
    Link,
    /// The mapping of a discriminator: each value is a reference, written as a plain string.
    Mapping,
    /// The value of a vendor extension: kept as it is, its references followed.
    Extension,
    /// A value of the API, such as a default: kept as it is, without references.
    Data,
}

impl Context {
    /// The context of the member `key`, which is `value`, of an object in this context.
    pub(crate) fn member(self, key: &str, value: &Value) -> Self {
        match self {
            Self::Keywords => Self::keyword(key, value),
            Self::Components | Self::Patterned | Self::Link if is_extension(key) => Self::Extension,
            Self::Components => match key {
                "callbacks" => Self::Callbacks,
                "links" => Self::Links,
                _ => Self::Names,
            },
            Self::Names | Self::Patterned => Self::Keywords,
            Self::Callbacks => Self::Patterned,
            Self::Links => Self::Link,
            Self::Link if key == "server" => Self::Keywords,
            Self::Link | Self::Data => Self::Data,
            Self::Mapping => Self::Mapping,
            Self::Extension => Self::Extension,
        }
    }

    /// The context of the value of a keyword.
    fn keyword(key: &str, value: &Value) -> Self {
        match key {
            _ if is_extension(key) => Self::Extension,
            "components" => Self::Components,
            "paths" | "responses" => Self::Patterned,
            "properties" | "patternProperties" | "content" | "encoding" | "headers"
            | "variables" => Self::Names,
            "examples" if value.is_object() => Self::Names,
            "callbacks" => Self::Callbacks,
            "links" => Self::Links,
            "mapping" => Self::Mapping,
            "default" | "enum" | "example" | "examples" | "required" | "value" | "security"
            | "scopes" => Self::Data,
            _ => Self::Keywords,
        }
    }

    /// Whether the member `key` of an object in this context is prose.
    pub(crate) fn is_prose(self, key: &str) -> bool {
        matches!(self, Self::Keywords | Self::Link) && matches!(key, "description" | "summary")
    }

    /// Whether the member `key` of an object in this context is a reference, if it is a string.
    pub(crate) fn is_reference(self, key: &str) -> bool {
        match self {
            Self::Keywords | Self::Link | Self::Extension => key == "$ref",
            Self::Mapping => true,
            _ => false,
        }
    }
}
