//! Errors of decoding, with the path where they occurred.

use std::borrow::Cow;
use std::fmt;

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

/// The start of the message of a packed error. The length of the printed steps, the steps and the problem follow.
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
    /// Any other problem, such as the message of an implementation of `Deserialize`.
    Other(Cow<'static, str>),
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
            found: shortened(found.into()),
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
        Self::other("required, but missing").at_name(field)
    }

    pub(crate) fn unknown(field: &str) -> Self {
        Self::other("unknown parameter").at_name(field.to_owned())
    }

    pub(crate) fn too_deep(limit: u32) -> Self {
        Self::other(format!("nested more than {limit} levels deep"))
    }

    pub(crate) fn too_large() -> Self {
        Self::other("takes too much memory for the length of the text")
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
        let (steps, problem) = (self.steps(), self.problem());
        E::custom(format!("{PACKED}{}:{steps}{problem}", steps.len()))
    }

    /// Creates an error of a message, or restores one that was packed.
    #[cold]
    pub(super) fn custom(message: String) -> Self {
        Self::unpacked(&message).unwrap_or_else(|| Self::other(message))
    }

    fn unpacked(message: &str) -> Option<Self> {
        let (length, packed) = message.strip_prefix(PACKED)?.split_once(':')?;
        let (steps, problem) = packed.split_at_checked(length.parse().ok()?)?;
        Some(Self::other(problem.to_owned()).at(steps))
    }

    /// Adds printed steps to the start of the path. Names and what follows are one step.
    fn at(self, steps: &str) -> Self {
        if let Some(name) = steps.strip_prefix('.') {
            return self.at_name(name.to_owned());
        }
        let index = steps.strip_prefix('[').and_then(|it| it.split_once(']'));
        match index {
            Some((index, rest)) => self.at(rest).at_index(index.parse().unwrap_or_default()),
            None => self,
        }
    }

    fn other(problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Problem::Other(problem.into()))
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
        let steps = self.steps();
        steps.strip_prefix('.').unwrap_or(&steps).to_owned()
    }

    /// The path after a root: `.sources.data[2].last4`.
    fn steps(&self) -> String {
        let steps = self.0.steps.iter().rev();
        let parts = steps.map(|step| match step {
            Step::Name(name) => format!(".{name}"),
            Step::Index(index) => format!("[{index}]"),
        });
        parts.collect()
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
            Problem::Other(problem) => problem.clone().into_owned(),
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

/// The start of what was found, such as a number with a million digits.
fn shortened(found: Cow<'static, str>) -> Cow<'static, str> {
    const MAX_CHARACTERS: usize = 100;
    let end = found.char_indices().nth(MAX_CHARACTERS).map(|(end, _)| end);
    match end.and_then(|end| found.get(..end)) {
        Some(start) => format!("{start}…").into(),
        None => found,
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line, whatever the keys of a map contain.
        let path = self.path().replace(char::is_control, " ");
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
