//! Why a command failed, for the person who reads it.

use std::fmt;

use crate::excerpt::Excerpt;
use crate::named_path::NamedPath;
use crate::style::{self, styled};

/// Everything that is wrong, and what that means for the files; at least one message.
#[derive(Debug)]
pub(crate) struct Failure {
    messages: Vec<Message>,
    /// What was written nevertheless, if the command writes at all.
    outcome: Option<Box<Message>>,
}

/// One thing that is wrong.
#[derive(Debug)]
pub(crate) struct Message {
    /// Where, what was expected, and what was found.
    pub(crate) problem: String,
    /// The place itself.
    pub(crate) excerpt: Option<Excerpt>,
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
            write!(f, "\n{}", excerpt.render())?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  {}: {help}", styled(style::HELP, "help"))?;
        }
        Ok(())
    }
}

/// Two values, or everything that is wrong with either.
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

    /// Several things are wrong.
    pub(crate) fn all(messages: Vec<Message>) -> Self {
        Self {
            messages,
            outcome: None,
        }
    }

    /// Everything that is wrong with several things.
    pub(crate) fn join(failures: Vec<Self>) -> Self {
        Self::all(
            failures
                .into_iter()
                .flat_map(|failure| failure.messages)
                .collect(),
        )
    }

    /// Something is wrong with `place`: what was expected and found there, and what to do next.
    pub(crate) fn at(place: &NamedPath, problem: &str, help: Option<&str>) -> Self {
        Self::all(vec![Message {
            help: help.map(str::to_owned),
            ..format!("{place}: {problem}").into()
        }])
    }

    /// The same failure, with what to do next.
    pub(crate) fn help(mut self, help: &str) -> Self {
        for message in &mut self.messages {
            message.help.get_or_insert_with(|| help.to_owned());
        }
        self
    }

    /// The same failure, which left every file as it was.
    pub(crate) fn nothing_written(self) -> Self {
        self.outcome("nothing was written")
    }

    /// The same failure, with what it means for the files, unless that is already said.
    pub(crate) fn outcome(mut self, outcome: impl Into<String>) -> Self {
        self.outcome
            .get_or_insert_with(|| Box::new(outcome.into().into()));
        self
    }

    /// All of it as it is in a pipe, without colours.
    #[cfg(test)]
    pub(crate) fn plain(&self) -> String {
        let messages: Vec<_> = self.messages().map(Message::to_string).collect();
        anstream::adapter::strip_str(&messages.join("\n")).to_string()
    }

    /// What is wrong, and then what it means for the files.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter().chain(self.outcome.as_deref())
    }
}
