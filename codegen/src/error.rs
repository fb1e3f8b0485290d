//! Errors in the inputs of the generator, for the person who fixes them.

use std::fmt;

use crate::pointer::Pointer;

/// The input of the generator that an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// The OpenAPI document.
    Document,
    /// The overlay that is applied to the document.
    Overlay,
    /// The configuration of the generator.
    Config,
    /// Source text that the generator made: a defect of the generator.
    Output,
}

impl Input {
    /// The name of the input in a message, where no file name is known.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Overlay => "overlay",
            Self::Config => "configuration",
            Self::Output => "generated code",
        }
    }
}

/// One error: where, what was expected and found, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The input that the error is about.
    pub input: Input,
    /// The place in it.
    pub pointer: Pointer,
    /// The place in its text, in bytes from the start, if the text cannot be read.
    pub offset: Option<usize>,
    /// What was expected and what was found.
    pub problem: String,
    /// What to do next, where there is better advice than "fix the input".
    pub help: Option<String>,
    /// Whether the entry that the error is about has no effect on the document, so that removing it loses nothing.
    pub obsolete: bool,
}

impl Error {
    /// An error in the document.
    #[must_use]
    pub fn document(pointer: &Pointer, problem: impl Into<String>) -> Self {
        Self::new(Input::Document, pointer, problem)
    }

    /// An error in any input.
    #[must_use]
    pub fn new(input: Input, pointer: &Pointer, problem: impl Into<String>) -> Self {
        Self {
            input,
            pointer: pointer.clone(),
            offset: None,
            problem: problem.into(),
            help: None,
            obsolete: false,
        }
    }

    /// The same error, with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same error, about an entry that has no effect.
    #[must_use]
    pub(crate) fn obsolete(mut self) -> Self {
        self.obsolete = true;
        self
    }

    /// The error as text, with `file` as the name of the input.
    #[must_use]
    pub fn in_file(&self, file: &str) -> String {
        let text = format!("{file}{}: {}", self.pointer, self.problem);
        match &self.help {
            Some(help) => format!("{text}\n  help: {help}"),
            None => text,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_file(self.input.name()))
    }
}

impl std::error::Error for Error {}

/// All errors, in the order of the document; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// `value` if there are no errors, else the errors.
    ///
    /// # Errors
    ///
    /// Those in `errors`, if there are any.
    pub fn or<T>(errors: Vec<Error>, value: T) -> Result<T, Self> {
        if errors.is_empty() {
            Ok(value)
        } else {
            Err(Self(errors))
        }
    }

    /// The same errors in another order, each once: all operations of a path report what is wrong with its parameters.
    #[must_use]
    pub(crate) fn sorted_by_key<K: Ord>(mut self, key: impl FnMut(&Error) -> K) -> Self {
        self.0.sort_by_cached_key(key);
        self.0.dedup();
        self
    }

    /// Every error, changed.
    #[must_use]
    pub(crate) fn map(self, change: impl FnMut(Error) -> Error) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// The errors, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.0.iter()
    }
}

impl From<Error> for Errors {
    fn from(error: Error) -> Self {
        Self(vec![error])
    }
}

impl<'a> IntoIterator for &'a Errors {
    type Item = &'a Error;
    type IntoIter = std::slice::Iter<'a, Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<_> = self.iter().map(Error::to_string).collect();
        f.write_str(&texts.join("\n"))
    }
}

impl std::error::Error for Errors {}
