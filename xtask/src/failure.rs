//! Failures of commands, as messages to the user.

use std::fmt::Display;

use crate::named_path::NamedPath;
use crate::style::{self, styled};

/// All errors, at least one, and what was written nevertheless.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    /// Each states where it is, what was expected, what was found, and what to do next. With colours.
    errors: Vec<String>,
    /// What was written, if the command writes files.
    outcome: Option<String>,
    /// What goes to standard output nevertheless.
    pub(crate) output: String,
}

/// Both values, or the errors of both.
pub(crate) fn both<A, B>(a: Result<A, Failure>, b: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(Failure::all(a.err().into_iter().chain(b.err()))),
    }
}

impl Failure {
    /// One thing is wrong.
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self {
            errors: vec![problem.into()],
            ..Self::default()
        }
    }

    /// One thing is wrong at `place`: what was expected and found there.
    pub(crate) fn at(place: &NamedPath, problem: impl Display) -> Self {
        Self::new(format!("{place}: {problem}"))
    }

    /// One failure with the errors of several.
    pub(crate) fn all(failures: impl IntoIterator<Item = Self>) -> Self {
        Self {
            errors: failures.into_iter().flat_map(|it| it.errors).collect(),
            ..Self::default()
        }
    }

    /// Adds what to do next, if that is known.
    pub(crate) fn help<'h>(mut self, help: impl Into<Option<&'h str>>) -> Self {
        if let Some(help) = help.into() {
            let help = format!("\n  {}: {help}", styled(style::HELP, "help"));
            self.errors.iter_mut().for_each(|error| *error += &help);
        }
        self
    }

    /// Adds that every file is as it was.
    pub(crate) fn nothing_written(self) -> Self {
        self.outcome("nothing was written")
    }

    /// Adds what was written, unless the failure already has it.
    pub(crate) fn outcome(mut self, outcome: impl Into<String>) -> Self {
        self.outcome.get_or_insert_with(|| outcome.into());
        self
    }

    /// The errors without colours.
    #[cfg(test)]
    pub(crate) fn plain(&self) -> String {
        let messages: Vec<_> = self.messages().map(String::as_str).collect();
        anstream::adapter::strip_str(&messages.join("\n")).to_string()
    }

    /// The errors, followed by what was written.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &String> {
        self.errors.iter().chain(&self.outcome)
    }
}
