//! Names that the configuration gives instead of the rule.

use std::collections::BTreeMap;

use crate::Config;
use crate::error::{Error, Input};
use crate::pointer::Pointer;

/// The configured names, and which of them were needed.
pub(super) struct Renames<'d> {
    names: BTreeMap<&'d str, Rename<'d>>,
}

struct Rename<'d> {
    index: usize,
    to: &'d str,
    used: bool,
}

impl<'d> Renames<'d> {
    pub(super) fn new(config: &'d Config) -> Self {
        let names = config.renames.iter().enumerate().map(|(index, rename)| {
            let to = rename.to.as_str();
            (
                rename.from.as_str(),
                Rename {
                    index,
                    to,
                    used: false,
                },
            )
        });
        Self {
            names: names.collect(),
        }
    }

    /// The name of the type in `module` that the rule calls `name`.
    pub(super) fn apply(&mut self, module: &str, name: String) -> String {
        match self.names.get_mut(format!("{module}::{name}").as_str()) {
            Some(rename) => {
                rename.used = true;
                rename.to.to_owned()
            }
            None => name,
        }
    }

    /// An error for each that was not needed.
    pub(super) fn unused(&self) -> Vec<Error> {
        let mut unused: Vec<_> = self
            .names
            .iter()
            .filter(|(_, rename)| !rename.used)
            .collect();
        unused.sort_by_key(|(_, rename)| rename.index);
        unused
            .into_iter()
            .map(|(from, rename)| {
                needless(
                    "renames",
                    rename.index,
                    format!("no type has the name `{from}` to be changed"),
                )
            })
            .collect()
    }
}

/// An exception that is not needed: its reason is gone, so it has to go too.
pub(super) fn needless(list: &str, index: usize, problem: String) -> Error {
    Error::new(
        Input::Config,
        &Pointer::root().key(list).index(index),
        problem,
    )
    .help("remove the entry")
}
