//! Reads the inputs of the generator, and converts its errors to failures with locations.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::Range;

use stripe_codegen::{Config, Error, Errors, Input, Pointer};
use toml::Table;

use crate::excerpt::excerpt;
use crate::failure::{Failure, both};
use crate::locate::locate;
use crate::named_path::NamedPath;
use crate::workspace::{CONFIG, OVERLAY, Workspace};

/// What to do if a file of the project is missing.
pub(crate) const RESTORE: &str = "restore it from version control";

/// The text of the file at `place`; if it is missing, `help` is what to do next.
pub(crate) fn read(place: &NamedPath, help: &str) -> Result<String, Failure> {
    let bytes = fs::read(place.path()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::at(place, "expected a file, found nothing").help(help),
        ErrorKind::IsADirectory => Failure::at(place, "expected a file, found a folder"),
        _ => unreadable(place, &error),
    })?;
    text(place, bytes)
}

/// The failure to read a file or a folder because of an I/O error.
pub(crate) fn unreadable(place: &NamedPath, error: &io::Error) -> Failure {
    Failure::at(place, format_args!("cannot be read: {error}"))
}

/// The TOML in the file at `place`, a file of the project.
pub(crate) fn read_toml(place: &NamedPath) -> Result<Table, Failure> {
    read(place, RESTORE)?
        .parse()
        .map_err(|error: toml::de::Error| Failure::at(place, error))
}

/// Converts `bytes`, which were read from `place`, to text.
pub(crate) fn text(place: &NamedPath, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem = format!("expected text in UTF-8, found another encoding at byte {at}");
        Failure::at(place, problem)
    })
}

/// A file that the generator reads.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) input: Input,
    pub(crate) place: NamedPath,
    pub(crate) text: String,
}

impl Source {
    /// Reads the file at `place`; if it is missing, `help` is what to do next.
    pub(crate) fn read(input: Input, place: NamedPath, help: &str) -> Result<Self, Failure> {
        let text = read(&place, help)?;
        Ok(Self { input, place, text })
    }
}

/// What a generation needs beside the document.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) overlay: Source,
    pub(crate) config: Source,
    /// Operations of the command line, which replace those of the configuration, if any.
    pub(crate) operations: Vec<String>,
    /// Those of `all` operations to leave out.
    pub(crate) except: Vec<String>,
}

impl Settings {
    /// Reads both files of `workspace`.
    pub(crate) fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let (overlay, config) = both(
            Source::read(Input::Overlay, workspace.at(OVERLAY), RESTORE),
            Source::read(Input::Config, workspace.at(CONFIG), RESTORE),
        )?;
        Ok(Self {
            overlay,
            config,
            operations: vec![],
            except: vec![],
        })
    }

    /// The configuration, with the operations of the command line.
    pub(crate) fn config(&self) -> Result<Config, Errors> {
        let config = Config::parse(&self.config.text)?;
        Ok(match self.operations.as_slice() {
            [] => config,
            operations => config
                .with_operations(operations.to_vec())
                .without(&self.except),
        })
    }

    pub(crate) fn files(&self) -> [&Source; 2] {
        [&self.overlay, &self.config]
    }

    /// Converts errors in `document`, or in these files, to a failure.
    pub(crate) fn failure(&self, document: &Source, errors: &Errors) -> Failure {
        let [overlay, config] = self.files();
        let sources = [document, overlay, config];
        failure(errors, &sources, !self.operations.is_empty())
    }
}

/// The number of errors that are shown in full.
const SHOWN: usize = 50;

/// Converts errors in `sources` to a failure: the first ones with their locations, and how many others there are of each kind.
///
/// `has_option` means that the operations come from the option `--operations`, and not from the configuration.
pub(crate) fn failure(errors: &Errors, sources: &[&Source], has_option: bool) -> Failure {
    let all: Vec<_> = errors.iter().collect();
    let (shown, others) = all.split_at(all.len().min(SHOWN));
    let mut places = BTreeMap::new();
    for source in sources {
        // An error without a pointer may mean that the text is not JSON or YAML.
        let pointers = shown
            .iter()
            .filter(|it| it.input == source.input && it.pointer != Pointer::root())
            .map(|it| it.pointer.as_str());
        places.insert(source.input, locate(&source.text, pointers));
    }
    let message = |error: &&Error| {
        if let Some(option) = option(error).filter(|_| has_option) {
            let problem = format!("--{option}: {}", error.problem);
            return Failure::new(problem).help(error.help.as_deref());
        }
        let places = places.get(&error.input);
        let place = places.and_then(|it| it.get(error.pointer.as_str()));
        let source = sources.iter().find(|it| it.input == error.input);
        message(error, source.copied(), place.cloned())
    };
    let shown = shown.iter().map(message);
    Failure::all(shown.chain(kinds(others)))
}

/// The failure of `error`, which is at `place` in the text of `source`.
fn message(error: &Error, source: Option<&Source>, place: Option<Range<usize>>) -> Failure {
    let name = source.map_or(error.input.name().to_owned(), |it| it.place.to_string());
    let meant = error.offset.map(|offset| offset..offset + 1).or(place);
    let excerpt = source
        .zip(meant)
        .and_then(|(source, meant)| excerpt(&name, &source.text, meant))
        .map_or_else(String::new, |lines| format!("\n{lines}"));
    let problem = format!("{name}{}: {}{excerpt}", error.pointer, error.problem);
    Failure::new(problem).help(error.help.as_deref())
}

/// The number of errors of each kind, the most frequent first; none without errors.
///
/// Errors are of the same kind if their problems differ only in what is quoted.
fn kinds(errors: &[&Error]) -> Option<Failure> {
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
    Some(Failure::new(problem))
}

/// The problem without what is quoted in it.
fn kind(problem: &str) -> String {
    let parts = problem.split('`').enumerate();
    let parts = parts.map(|(index, part)| if index % 2 == 0 { part } else { "…" });
    parts.collect::<Vec<_>>().join("`")
}

/// The option of the command line that selects the operation that `error` is about, if any.
fn option(error: &Error) -> Option<&str> {
    let list = error.pointer.as_str().split('/').nth(1)?;
    (error.input == Input::Config && ["operations", "except"].contains(&list)).then_some(list)
}

#[cfg(test)]
mod tests {
    use stripe_codegen::{Error, Errors, Input, Pointer};

    use super::{SHOWN, Source, failure};
    use crate::named_path::NamedPath;

    /// A document of one line is not copied for each error.
    #[test]
    fn many_errors_are_grouped() {
        let fields = (0..100).map(|number| format!("\"a{number}\": {number}"));
        let source = Source {
            input: Input::Document,
            place: NamedPath::url("one-line.json"),
            text: format!("{{{}}}", fields.collect::<Vec<_>>().join(", ")),
        };
        let error = |number: usize| {
            let pointer = Pointer::root().key(&format!("a{number}"));
            let problem = match number % 10 {
                9 => "expected nothing".to_owned(),
                _ => format!("expected `{number}`, found `a`"),
            };
            Error::document(&pointer, problem)
        };
        let errors = Errors::or((0..100).map(error).collect(), ()).unwrap_err();
        let plain = failure(&errors, &[&source], false).plain();
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
