//! Reads the inputs of the generator, and converts its errors to failures with locations.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::Range;

use stripe_codegen::{Error, Errors, Input, Pointer};
use toml::Table;

use crate::excerpt::excerpt;
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

/// The number of errors that are shown in full.
const SHOWN: usize = 50;

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
    /// Converts `errors` to a failure: the first ones with their locations, and how many others there are of each kind.
    pub(crate) fn failure(&self, errors: &Errors) -> Failure {
        let all: Vec<_> = errors.iter().collect();
        let (shown, others) = all.split_at(all.len().min(SHOWN));
        // An error without a pointer may mean that the text is not JSON or YAML.
        let mut pointers: BTreeMap<Input, Vec<&str>> = BTreeMap::new();
        for error in shown.iter().filter(|it| it.pointer != Pointer::root()) {
            let theirs = pointers.entry(error.input).or_default();
            theirs.push(error.pointer.as_str());
        }
        let places: BTreeMap<_, _> = pointers
            .into_iter()
            .map(|(input, pointers)| (input, locate(self.text(input), pointers)))
            .collect();
        let message = |error: &&Error| {
            let place = places
                .get(&error.input)
                .and_then(|places| places.get(error.pointer.as_str()));
            self.message(error, place.cloned())
        };
        let shown = shown.iter().map(message);
        Failure::all(shown.chain(kinds(others)).collect())
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
            excerpt: meant.and_then(|meant| excerpt(&name, self.text(error.input), meant)),
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

/// A message with the number of errors of each kind, the most frequent first; none without errors.
///
/// Errors are of the same kind if their problems differ only in what is quoted.
fn kinds(errors: &[&Error]) -> Option<Message> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for error in errors {
        *counts.entry(kind(&error.problem)).or_default() += 1;
    }
    let mut kinds: Vec<_> = counts.into_iter().collect();
    kinds.sort_by_key(|(_, count)| Reverse(*count));
    let mut problem = match errors.len() {
        0 => return None,
        1 => "1 more error:".to_owned(),
        more => format!("{more} more errors:"),
    };
    let (shown, others) = kinds.split_at(kinds.len().min(SHOWN));
    for (kind, count) in shown {
        problem.push_str(&format!("\n  {count} × {kind}"));
    }
    if !others.is_empty() {
        problem.push_str(&format!("\n  and errors of {} other kinds", others.len()));
    }
    Some(problem.into())
}

/// The problem without what is quoted in it.
fn kind(problem: &str) -> String {
    let parts = problem.split('`').enumerate();
    let parts = parts.map(|(index, part)| if index % 2 == 0 { part } else { "…" });
    parts.collect::<Vec<_>>().join("`")
}

/// Whether an error is about a selected operation.
fn is_of_operation(error: &Error) -> bool {
    let at = error.pointer.as_str();
    error.input == Input::Config && (at.starts_with("/operations") || at.starts_with("/except"))
}

/// The message about an operation of `--operations` or `--except`, which has no location in a file.
fn of_option(error: &Error) -> Message {
    let option = error.pointer.as_str().split('/').nth(1).unwrap_or_default();
    Message {
        help: error.help.clone(),
        ..format!("--{option}: {}", error.problem).into()
    }
}

#[cfg(test)]
mod tests {
    use stripe_codegen::{Error, Errors, Pointer};

    use super::{SHOWN, Sources};
    use crate::named_path::NamedPath;

    /// A document of one line is not copied for each error.
    #[test]
    fn many_errors_are_grouped() {
        let place = NamedPath::url("one-line.json");
        let fields = (0..100).map(|number| format!("\"a{number}\": {number}"));
        let text = format!("{{{}}}", fields.collect::<Vec<_>>().join(", "));
        let error = |number: usize| {
            let pointer = Pointer::root().key(&format!("a{number}"));
            let problem = match number % 10 {
                9 => "expected nothing".to_owned(),
                _ => format!("expected `{number}`, found `a`"),
            };
            Error::document(&pointer, problem)
        };
        let errors = Errors::or((0..100).map(error).collect(), ()).unwrap_err();
        let sources = Sources {
            document: place.with_text(&text),
            overlay: None,
            config: None,
            has_option: false,
        };
        let plain = sources.failure(&errors).plain();
        assert!(plain.contains("one-line.json#/a49: expected nothing\n --> one-line.json:1:528\n"));
        assert!(
            plain.ends_with(
                "\n50 more errors:\n  45 × expected `…`, found `…`\n  5 × expected nothing"
            ),
            "{plain}"
        );
        assert!(plain.len() < SHOWN * 400, "{}", plain.len());
    }
}
