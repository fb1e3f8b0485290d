//! Moves the overlay and the configuration to another document: removes the entries that have no place in it.
//!
//! The generator reports them as obsolete: prose about something that the document does not have, and exceptions to the rules
//! that it does not need. A correction is never obsolete: only a person knows whether the document is right without it.

use std::collections::BTreeMap;

use serde_json::Value;
use stripe_codegen::{Error, Errors, Generated, Input, Pointer};

use crate::inputs::Settings;
use crate::items;
use crate::pipeline::generated;

/// The settings that fit a document, and the code that is generated from it.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) settings: Settings,
    pub(crate) generated: Generated,
    pub(crate) removed: Removed,
}

/// The removed entries: by list, by index in the original list, each with the name of the list and the reason.
#[derive(Debug, Default)]
pub(crate) struct Removed(BTreeMap<(Input, String), BTreeMap<usize, String>>);

/// Generates the code from `document`, without the entries of `settings` that have no place in it.
///
/// # Errors
///
/// All others, with their places in `settings`.
pub(crate) fn settle(document: &Value, settings: &Settings) -> Result<Settled, Errors> {
    let mut removed = Removed::default();
    let mut left = settings.clone();
    // Every round removes an entry, or is the last.
    loop {
        let errors: Vec<_> = match generated(|| Ok(document.clone()), &left) {
            Err(errors) => errors.iter().map(|it| removed.in_original(it)).collect(),
            Ok(generated) => {
                return Ok(Settled {
                    settings: left,
                    generated,
                    removed,
                });
            }
        };
        let is_further = removed.add(&errors);
        match removed.without(settings) {
            Some(fewer) if is_further => left = fewer,
            _ => Errors::or(errors, ())?,
        }
    }
}

impl Removed {
    /// `error`, at its place in the original text.
    fn in_original(&self, error: &Error) -> Error {
        let moved = entry(error).and_then(|(list, index, rest)| {
            let removed = self.0.get(&list)?.keys();
            let index = removed.fold(index, |index, before| index + usize::from(*before <= index));
            Some(Pointer::parse(&format!("/{}/{index}{rest}", list.1)))
        });
        Error {
            pointer: moved.unwrap_or_else(|| error.pointer.clone()),
            ..error.clone()
        }
    }

    /// Adds the obsolete entries among `errors`. Returns whether there are any.
    fn add(&mut self, errors: &[Error]) -> bool {
        let mut any = false;
        for error in errors.iter().filter(|error| error.obsolete) {
            if let Some((list, index, _)) = entry(error) {
                let reason = match error.problem.split_once("found none at ") {
                    Some((_, target)) => format!("{}: no place at {target}", list.1),
                    None => format!("{}: {}", list.1, error.problem),
                };
                let removed = self.0.entry(list).or_default();
                any |= removed.insert(index, reason).is_none();
            }
        }
        any
    }

    /// `settings` without the entries; `None` if one of the lists has a form that only a person can edit.
    fn without(&self, settings: &Settings) -> Option<Settings> {
        let mut settings = settings.clone();
        for ((input, list), entries) in &self.0 {
            let source = match input {
                Input::Overlay => &mut settings.overlay,
                _ => &mut settings.config,
            };
            source.text = items::without(&source.text, list, &entries.keys().copied().collect())?;
        }
        Some(settings)
    }

    /// The lists and the reasons of the entries that were removed from one of the files.
    pub(crate) fn of(&self, input: Input) -> Vec<&String> {
        let lists = self.0.iter().filter(|((of, _), _)| *of == input);
        lists.flat_map(|(_, entries)| entries.values()).collect()
    }
}

/// The list and the index of the entry that an error in the overlay or the configuration is about, and the rest of its pointer.
fn entry(error: &Error) -> Option<((Input, String), usize, &str)> {
    if !matches!(error.input, Input::Overlay | Input::Config) {
        return None;
    }
    let (list, rest) = error.pointer.as_str().strip_prefix('/')?.split_once('/')?;
    let (index, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Some(((error.input, list.to_owned()), index.parse().ok()?, rest))
}
