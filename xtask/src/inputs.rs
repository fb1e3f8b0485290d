//! What the generator works on: read, and named when something is wrong with it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::Range;

use stripe_codegen::pointer::Pointer;
use stripe_codegen::{Error, Errors, Input};
use toml::Table;

use crate::excerpt::Excerpt;
use crate::failure::{Failure, Message};
use crate::locate::locate;
use crate::named_path::{NamedPath, NamedText};

/// What to do about a file of the project that is not there.
pub(crate) const RESTORE: &str = "restore it from version control";

/// The text of the file at `place`; `help` says what to do if there is none.
pub(crate) fn read(place: &NamedPath, help: &str) -> Result<String, Failure> {
    let bytes = fs::read(place.path()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::at(place, "expected a file, found nothing", Some(help)),
        ErrorKind::IsADirectory => Failure::at(place, "expected a file, found a folder", None),
        _ => unreadable(place, &error),
    })?;
    text(place, bytes)
}

/// The failure to read a file or a folder for a reason that the system gives.
pub(crate) fn unreadable(place: &NamedPath, error: &io::Error) -> Failure {
    Failure::at(place, &format!("cannot be read: {error}"), None)
}

/// The TOML in the file at `place`, which belongs to the project.
pub(crate) fn read_toml(place: &NamedPath) -> Result<Table, Failure> {
    read(place, RESTORE)?
        .parse()
        .map_err(|error: toml::de::Error| Failure::at(place, &error.to_string(), None))
}

/// The text that `bytes` are, which were found at `place`.
pub(crate) fn text(place: &NamedPath, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem = format!("expected text in UTF-8, found another encoding at byte {at}");
        Failure::at(place, &problem, None)
    })
}

/// The generator's inputs, for messages about them; those that a command does not look at are not there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) document: NamedText<'a>,
    pub(crate) overlay: Option<NamedText<'a>>,
    pub(crate) config: Option<NamedText<'a>>,
    /// Whether the operations are those of the option `--operations`, and not those of the configuration.
    pub(crate) has_option: bool,
}

impl<'a> Sources<'a> {
    /// The failure that `errors` mean, each with the place where it is.
    pub(crate) fn failure(&self, errors: &Errors) -> Failure {
        // An error without a pointer may be that the text can't even be read.
        let mut pointers: BTreeMap<Input, Vec<&str>> = BTreeMap::new();
        for error in errors.iter().filter(|it| it.pointer != Pointer::root()) {
            let theirs = pointers.entry(error.input).or_default();
            theirs.push(error.pointer.as_str());
        }
        let places: BTreeMap<_, _> = pointers
            .into_iter()
            .map(|(input, pointers)| (input, locate(self.text(input), pointers)))
            .collect();
        let message = |error: &Error| {
            let place = places
                .get(&error.input)
                .and_then(|places| places.get(error.pointer.as_str()));
            self.message(error, place.cloned())
        };
        Failure::all(errors.iter().map(message).collect())
    }

    /// What to say of `error`, which is at `place` in the text of its input.
    fn message(&self, error: &Error, place: Option<Range<usize>>) -> Message {
        if self.has_option && is_of_operation(error) {
            return of_option(error);
        }
        let name = match self.source(error.input) {
            Some(source) => source.place.to_string(),
            None => error.input.name().to_owned(),
        };
        let meant = error.offset.map(|offset| offset..offset + 1).or(place);
        Message {
            problem: format!("{name}{}: {}", error.pointer, error.problem),
            excerpt: meant.and_then(|meant| Excerpt::new(name, self.text(error.input), meant)),
            help: error.help.clone(),
        }
    }

    fn source(&self, input: Input) -> Option<NamedText<'a>> {
        match input {
            Input::Document => Some(self.document),
            Input::Overlay => self.overlay,
            Input::Config => self.config,
            Input::Output => None,
        }
    }

    fn text(&self, input: Input) -> &'a str {
        self.source(input).map_or("", |source| source.text)
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
