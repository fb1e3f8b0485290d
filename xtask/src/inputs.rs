//! Reads the inputs of the generator, and converts its errors to failures with locations.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::Range;

use stripe_codegen::{Error, Errors, Input, Pointer};
use toml::Table;

use crate::excerpt::Excerpt;
use crate::failure::{Failure, Message, both};
use crate::locate::locate;
use crate::named_path::{NamedPath, NamedText};
use crate::workspace::Workspace;

/// What to do if a file of the project is missing.
pub(crate) const RESTORE: &str = "restore it from version control";

/// The text of the file at `place`; if it is missing, `help` is what to do next.
pub(crate) fn read(place: &NamedPath, help: &str) -> Result<String, Failure> {
    let bytes = fs::read(place.path()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::at(place, "expected a file, found nothing", Some(help)),
        ErrorKind::IsADirectory => Failure::at(place, "expected a file, found a folder", None),
        _ => unreadable(place, &error),
    })?;
    text(place, bytes)
}

/// The failure to read a file or a folder because of an I/O error.
pub(crate) fn unreadable(place: &NamedPath, error: &io::Error) -> Failure {
    Failure::at(place, &format!("cannot be read: {error}"), None)
}

/// The TOML in the file at `place`, a file of the project.
pub(crate) fn read_toml(place: &NamedPath) -> Result<Table, Failure> {
    read(place, RESTORE)?
        .parse()
        .map_err(|error: toml::de::Error| Failure::at(place, &error.to_string(), None))
}

/// Converts `bytes`, which were read from `place`, to text.
pub(crate) fn text(place: &NamedPath, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem = format!("expected text in UTF-8, found another encoding at byte {at}");
        Failure::at(place, &problem, None)
    })
}

/// The texts of the overlay and of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    pub(crate) overlay: String,
    pub(crate) config: String,
}

impl Texts {
    /// Reads both files of `workspace`.
    pub(crate) fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let overlay = read(&workspace.overlay(), RESTORE);
        let (overlay, config) = both(overlay, read(&workspace.config(), RESTORE))?;
        Ok(Self { overlay, config })
    }
}

/// The inputs that a command uses, for messages about them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) document: NamedText<'a>,
    pub(crate) overlay: Option<NamedText<'a>>,
    pub(crate) config: Option<NamedText<'a>>,
    /// Whether the operations come from the option `--operations`, and not from the configuration.
    pub(crate) has_option: bool,
}

impl<'a> Sources<'a> {
    /// Converts `errors` to a failure, each with its location.
    pub(crate) fn failure(&self, errors: &Errors) -> Failure {
        // An error without a pointer may mean that the text is not JSON or YAML.
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

    /// The message about `error`, which is at `place` in the text of its input.
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

/// Whether an error is about a selected operation.
fn is_of_operation(error: &Error) -> bool {
    error.input == Input::Config && error.pointer.as_str().starts_with("/operations")
}

/// The message about an operation of `--operations`, which has no location in a file.
fn of_option(error: &Error) -> Message {
    Message {
        help: error.help.clone(),
        ..format!("--operations: {}", error.problem).into()
    }
}
