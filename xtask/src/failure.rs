//! Failures of commands, as messages to the user.

use std::fmt;

use crate::named_path::NamedPath;
use crate::style::{self, styled};

/// All errors, at least one, and what was written nevertheless.
#[derive(Debug)]
pub(crate) struct Failure {
    messages: Vec<Message>,
    /// What was written, if the command writes files.
    outcome: Option<Box<Message>>,
}

/// One error.
#[derive(Debug)]
pub(crate) struct Message {
    /// Where the error is, what was expected, and what was found.
    pub(crate) problem: String,
    /// The lines of the file around the error, with colours.
    pub(crate) excerpt: Option<String>,
    /// What to do next.
    pub(crate) help: Option<String>,
}

impl From<String> for Message {
    fn from(problem: String) -> Self {
        Self {
            problem,
            excerpt: None,
            help: None,
        }
    }
}

/// With colours.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        if let Some(excerpt) = &self.excerpt {
            write!(f, "\n{excerpt}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  {}: {help}", styled(style::HELP, "help"))?;
        }
        Ok(())
    }
}

/// Both values, or the errors of both.
pub(crate) fn both<A, B>(a: Result<A, Failure>, b: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => {
            let failures = [a.err(), b.err()];
            Err(Failure::join(failures.into_iter().flatten().collect()))
        }
    }
}

impl Failure {
    /// One thing is wrong.
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self::all(vec![problem.into().into()])
    }

    /// A failure with several errors.
    pub(crate) fn all(messages: Vec<Message>) -> Self {
        Self {
            messages,
            outcome: None,
        }
    }

    /// One failure with the errors of several.
    pub(crate) fn join(failures: Vec<Self>) -> Self {
        Self::all(
            failures
                .into_iter()
                .flat_map(|failure| failure.messages)
                .collect(),
        )
    }

    /// A failure with one error at `place`: what was expected and found there, and what to do next.
    pub(crate) fn at(place: &NamedPath, problem: &str, help: Option<&str>) -> Self {
        Self::all(vec![Message {
            help: help.map(str::to_owned),
            ..format!("{place}: {problem}").into()
        }])
    }

    /// Adds what to do next to the errors without it.
    pub(crate) fn help(mut self, help: &str) -> Self {
        for message in &mut self.messages {
            message.help.get_or_insert_with(|| help.to_owned());
        }
        self
    }

    /// Adds that every file is as it was.
    pub(crate) fn nothing_written(self) -> Self {
        self.outcome("nothing was written")
    }

    /// Adds what was written, unless the failure already has it.
    pub(crate) fn outcome(mut self, outcome: impl Into<String>) -> Self {
        self.outcome
            .get_or_insert_with(|| Box::new(outcome.into().into()));
        self
    }

    /// The errors without colours.
    #[cfg(test)]
    pub(crate) fn plain(&self) -> String {
        let messages: Vec<_> = self.messages().map(Message::to_string).collect();
        anstream::adapter::strip_str(&messages.join("\n")).to_string()
    }

    /// The errors, followed by what was written.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter().chain(self.outcome.as_deref())
    }
}
