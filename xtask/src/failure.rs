//! Why a command failed, for the person who reads it.

use stripe_codegen::{Errors, Input};

use crate::place::Place;

/// Everything that is wrong, and what that means for the files; at least one message.
#[derive(Debug)]
pub(crate) struct Failure {
    messages: Vec<String>,
    /// What was written nevertheless, if the command writes at all.
    outcome: Option<String>,
}

impl Failure {
    /// One thing is wrong.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::all(vec![message.into()])
    }

    /// Several things are wrong.
    pub(crate) fn all(messages: Vec<String>) -> Self {
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
    pub(crate) fn at(place: &Place, problem: &str, help: Option<&str>) -> Self {
        Self::new(match help {
            Some(help) => format!("{place}: {problem}\n  help: {help}"),
            None => format!("{place}: {problem}"),
        })
    }

    /// The same failure, which left every file as it was.
    pub(crate) fn nothing_written(self) -> Self {
        self.outcome("nothing was written")
    }

    /// The same failure, with what it means for the files, unless that is already said.
    pub(crate) fn outcome(mut self, outcome: impl Into<String>) -> Self {
        self.outcome.get_or_insert_with(|| outcome.into());
        self
    }

    /// The lines to print, each an error of its own.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.messages
            .iter()
            .chain(&self.outcome)
            .map(String::as_str)
    }
}

/// The names of the generator's inputs in messages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names<'a> {
    pub(crate) document: &'a Place,
    pub(crate) overlay: &'a Place,
    pub(crate) config: &'a Place,
}

impl Names<'_> {
    /// The failure that `errors` mean.
    pub(crate) fn failure(&self, errors: &Errors) -> Failure {
        let messages = errors.iter().map(|error| match error.input {
            Input::Document => error.in_file(&self.document.to_string()),
            Input::Overlay => error.in_file(&self.overlay.to_string()),
            Input::Config => error.in_file(&self.config.to_string()),
            Input::Output => error.in_file(error.input.name()),
        });
        Failure::all(messages.collect())
    }
}
