//! Errors of decoding, with the path where they occurred.

use std::borrow::Cow;
use std::fmt;

use super::decoder::Decoder;
use super::escape::write_string;

/// An error of decoding JSON into a type.
///
/// [`path`](Self::path) locates the error, and [`problem`](Self::problem) describes what was expected and what was
/// found. The message has both. It never contains a string of the response, which may be personal data:
///
/// ```
/// let error = serde_json::from_str::<stripe_customers::Customer>(
///     r#"{"id": "cus_1", "object": "customer", "address": {"city": 7}}"#,
/// )
/// .unwrap_err();
/// assert_eq!(error.to_string(), "customer.address.city: expected a string, found 7");
/// ```
#[derive(Clone)]
pub struct DecodeError(Box<Details>);

#[derive(Clone)]
struct Details {
    /// The path, from the innermost step to the outermost.
    steps: Vec<Step>,
    problem: Problem,
}

/// The start of the message of a packed error.
const PACKED: &str = "$stripe::private::Error";

/// A step into a value.
#[derive(Clone)]
pub(crate) enum Step {
    /// To a member of an object.
    Name(Cow<'static, str>),
    /// To an element of an array.
    Index(usize),
}

#[derive(Clone)]
enum Problem {
    Syntax {
        offset: usize,
        expected: &'static str,
        found: Cow<'static, str>,
    },
    Unexpected {
        expected: Cow<'static, str>,
        found: Cow<'static, str>,
    },
    Missing,
    Unknown,
    /// The message of an implementation of `Deserialize`.
    Custom(String),
    TooDeep(u32),
    TooLarge,
    /// The object is the deleted counterpart of the type. Not an error where a union has both.
    Deleted,
}

impl DecodeError {
    pub(crate) fn unexpected(
        expected: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Problem::Unexpected {
            expected: expected.into(),
            found: found.into(),
        })
    }

    pub(crate) fn syntax(
        offset: usize,
        expected: &'static str,
        found: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Problem::Syntax {
            offset,
            expected,
            found: found.into(),
        })
    }

    pub(crate) fn missing(field: &'static str) -> Self {
        Self::new(Problem::Missing).at_name(field)
    }

    pub(crate) fn unknown(field: &str) -> Self {
        Self::new(Problem::Unknown).at_name(field.to_owned())
    }

    pub(crate) fn too_deep(limit: u32) -> Self {
        Self::new(Problem::TooDeep(limit))
    }

    pub(crate) fn too_large() -> Self {
        Self::new(Problem::TooLarge)
    }

    pub(crate) fn deleted() -> Self {
        Self::new(Problem::Deleted)
    }

    pub(crate) fn is_deleted(&self) -> bool {
        matches!(self.0.problem, Problem::Deleted) && self.0.steps.is_empty()
    }

    /// Returns whether the text is not JSON.
    #[cfg(any(feature = "http", feature = "webhook"))]
    pub(crate) fn is_syntax(&self) -> bool {
        matches!(self.0.problem, Problem::Syntax { .. })
    }

    /// Returns whether the value is another object than the type: its `object` is missing or has another value.
    #[cfg(feature = "http")]
    pub(crate) fn is_other_object(&self) -> bool {
        matches!(&*self.0.steps, [Step::Name(member), Step::Name(_)] if member == "object")
    }

    #[cold]
    fn new(problem: Problem) -> Self {
        Self(Box::new(Details {
            steps: Vec::new(),
            problem,
        }))
    }

    /// Adds the field or type `name` to the start of the path.
    #[cold]
    pub(crate) fn at_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.0.steps.push(Step::Name(name.into()));
        self
    }

    /// Adds the array element `index` to the start of the path.
    #[cold]
    pub(crate) fn at_index(mut self, index: usize) -> Self {
        self.0.steps.push(Step::Index(index));
        self
    }

    /// Converts into an error of the deserializer of this crate, which takes a message. It restores the error with
    /// [`custom`](Self::custom).
    #[cold]
    pub(crate) fn packed<E: serde_core::de::Error>(&self) -> E {
        let mut message = format!("{PACKED}[");
        write_string(&self.problem(), &mut message);
        for step in &self.0.steps {
            message.push(',');
            match step {
                Step::Name(name) => write_string(name, &mut message),
                Step::Index(index) => message.push_str(&index.to_string()),
            }
        }
        message.push(']');
        E::custom(message)
    }

    /// Creates an error of a message, or restores one that was packed.
    #[cold]
    pub(super) fn custom(message: String) -> Self {
        match message.strip_prefix(PACKED).map(Self::unpacked) {
            Some(Ok(error)) => error,
            _ => Self::new(Problem::Custom(message)),
        }
    }

    fn unpacked(packed: &str) -> Result<Self, Self> {
        let mut decoder = Decoder::new(packed, || "");
        decoder.begin_array()?;
        decoder.next_element(true)?;
        let mut error = Self::new(Problem::Custom(decoder.string()?.into_owned()));
        while decoder.next_element(false)? {
            error = match decoder.peek()? {
                b'"' => error.at_name(decoder.string()?.into_owned()),
                _ => {
                    let index = decoder.short_integer().unwrap_or_default();
                    error.at_index(index.try_into().unwrap_or_default())
                }
            };
        }
        Ok(error)
    }

    /// Adds `root` and `steps`, the outermost first, to the start of the path.
    #[cold]
    pub(crate) fn inside(mut self, steps: Vec<Step>, root: &'static str) -> Self {
        self.0.steps.extend(steps.into_iter().rev());
        self.at_name(root)
    }

    /// Returns the path of the error in the response: `customer.sources.data[2].last4`.
    ///
    /// It starts with the name of the requested type, so it is never empty. For a text that is not JSON, it ends where
    /// the text stops being JSON: `customer.email` for a response that was cut off there, `customer` for an HTML page.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Name(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        path
    }

    /// Describes what was expected at [`path`](Self::path), and what was found.
    #[must_use]
    pub fn problem(&self) -> String {
        match &self.0.problem {
            Problem::Syntax {
                offset,
                expected,
                found,
            } => format!("not JSON: expected {expected} at byte {offset}, found {found}"),
            Problem::Unexpected { expected, found } => {
                format!("expected {expected}, found {found}")
            }
            Problem::Missing => "required, but missing".to_owned(),
            Problem::Unknown => "unknown parameter".to_owned(),
            Problem::Custom(message) => message.clone(),
            Problem::TooDeep(limit) => format!("nested more than {limit} levels deep"),
            Problem::TooLarge => "takes too much memory for the length of the text".to_owned(),
            Problem::Deleted => "expected an object, found a deleted object".to_owned(),
        }
    }

    /// Describes where what was expected, without what was found, which may be secret.
    #[cfg(feature = "webhook")]
    pub(crate) fn without_content(&self) -> String {
        match &self.0.problem {
            Problem::Syntax {
                offset, expected, ..
            } => format!("expected {expected} at byte {offset}"),
            Problem::Unexpected { expected, .. } => format!("{}: expected {expected}", self.path()),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        f.write_str(&self.problem())
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({:?})", self.to_string())
    }
}

impl std::error::Error for DecodeError {}
