//! What the keys of an object mean, which decides what in it is prose and what is a reference.

use serde_json::Value;

use crate::document::is_extension;

/// How the members of an object, or the elements of an array, are to be read.
///
/// `description` is prose as a keyword of a schema, the name of a field below `properties`, and
/// data below `default`: only the way down from the root tells which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The keys are keywords of OpenAPI.
    Keywords,
    /// The keys are the kinds of components.
    Components,
    /// The keys are names; each value is an object of keywords.
    Names,
    /// The keys are paths, statuses or expressions, with extensions between them.
    Patterned,
    /// The keys are names of callbacks; each value is [`Role::Patterned`].
    Callbacks,
    /// The keys are names of links; each value is a [`Role::Link`].
    Links,
    /// A link: nearly all of it is data for another request.
    Link,
    /// The mapping of a discriminator: each value is a reference, written as a plain string.
    Mapping,
    /// The value of a vendor extension: kept as it is, its references followed.
    Extension,
    /// A value of the API, such as a default: kept as it is, no reference in it.
    Data,
}

impl Role {
    /// The role of the member `key` with `value`, inside an object of this role.
    pub(super) fn member(self, key: &str, value: &Value) -> Self {
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

    /// The role of the value of a keyword.
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

    /// Whether the member `key` of an object of this role is prose.
    pub(super) fn is_prose(self, key: &str) -> bool {
        matches!(self, Self::Keywords | Self::Link) && matches!(key, "description" | "summary")
    }

    /// Whether the member `key` of an object of this role is a reference, if it is a string.
    pub(super) fn is_reference(self, key: &str) -> bool {
        match self {
            Self::Keywords | Self::Link | Self::Extension => key == "$ref",
            Self::Mapping => true,
            _ => false,
        }
    }
}
