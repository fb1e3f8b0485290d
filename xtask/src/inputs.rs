//! What the generator works on: read, and named when something is wrong with it.

use std::fs;
use std::io::ErrorKind;

use stripe_codegen::{Error, Errors, Input};

use crate::excerpt::Excerpt;
use crate::failure::{Failure, Message};
use crate::locate::locate;
use crate::place::Place;

/// What to do about a file of the project that is not there.
pub(crate) const RESTORE: &str = "restore it from version control";

/// The text of the file at `place`; `help` says what to do if there is none.
pub(crate) fn read(place: &Place, help: &str) -> Result<String, Failure> {
    let bytes = fs::read(place.path()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::at(place, "expected a file, found nothing", Some(help)),
        ErrorKind::IsADirectory => Failure::at(place, "expected a file, found a folder", None),
        _ => Failure::at(place, &format!("cannot be read: {error}"), None),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem = format!("expected text in UTF-8, found another encoding at byte {at}");
        Failure::at(place, &problem, None)
    })
}

/// A text, and where it is from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) place: &'a Place,
    pub(crate) text: &'a str,
}

/// The generator's inputs, for messages about them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) document: Source<'a>,
    pub(crate) overlay: Source<'a>,
    pub(crate) config: Source<'a>,
    /// Whether the operations are those of the option `--operations`, and not those of the configuration.
    pub(crate) has_option: bool,
}

impl Sources<'_> {
    /// The failure that `errors` mean, each with the place where it is.
    pub(crate) fn failure(&self, errors: &Errors) -> Failure {
        let mut messages: Vec<(usize, Message)> = vec![];
        for input in [
            Input::Document,
            Input::Overlay,
            Input::Config,
            Input::Output,
        ] {
            let theirs = errors.iter().enumerate();
            let theirs: Vec<_> = theirs.filter(|(_, error)| error.input == input).collect();
            messages.extend(self.messages(input, &theirs));
        }
        messages.sort_by_key(|(index, _)| *index);
        Failure::all(messages.into_iter().map(|(_, message)| message).collect())
    }

    /// What to say of `errors`, all of them in `input`.
    fn messages(&self, input: Input, errors: &[(usize, &Error)]) -> Vec<(usize, Message)> {
        let source = match input {
            Input::Document => Some(self.document),
            Input::Overlay => Some(self.overlay),
            Input::Config => Some(self.config),
            Input::Output => None,
        };
        let name = source.map_or_else(
            || input.name().to_owned(),
            |source| source.place.to_string(),
        );
        let text = source.map_or("", |source| source.text);
        let pointers = errors.iter().map(|(_, error)| error.pointer.as_str());
        let pointers: Vec<_> = pointers.filter(|pointer| !pointer.is_empty()).collect();
        let places = match pointers.is_empty() {
            // Perhaps it can't even be read.
            true => Default::default(),
            false => locate(text, pointers),
        };
        let message = |&(index, error): &(usize, &Error)| {
            if self.has_option && is_of_operation(error) {
                return (index, of_option(error));
            }
            let meant = match error.offset {
                Some(offset) => Some(offset..offset + 1),
                None => places.get(error.pointer.as_str()).cloned(),
            };
            let message = Message {
                problem: format!("{name}{}: {}", error.pointer, error.problem),
                excerpt: meant.and_then(|meant| Excerpt::new(name.clone(), text, meant)),
                help: error.help.clone(),
            };
            (index, message)
        };
        errors.iter().map(message).collect()
    }
}

/// Whether an error is about one of the operations that are to be generated.
fn is_of_operation(error: &Error) -> bool {
    error.input == Input::Config && error.pointer.as_str().starts_with("/operations/")
}

/// What to say of an operation that the user has typed: its place is an index into that.
fn of_option(error: &Error) -> Message {
    Message {
        help: error.help.clone(),
        ..format!("--operations: {}", error.problem).into()
    }
}
