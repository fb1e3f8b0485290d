//! Names that the configuration gives instead of the rule.

use std::collections::BTreeMap;

use crate::Config;
use crate::error::{Error, Input};
use crate::names::upper_camel;
use crate::pointer::Pointer;

/// The configured names, and which of them were needed.
pub(super) struct Renames<'d> {
    names: BTreeMap<&'d str, Rename<'d>>,
    /// Those that can't be used.
    bad: Vec<Error>,
}

struct Rename<'d> {
    index: usize,
    to: &'d str,
    used: bool,
}

impl<'d> Renames<'d> {
    pub(super) fn new(config: &'d Config) -> Self {
        let mut names = BTreeMap::new();
        let mut bad = Vec::new();
        for (index, rename) in config.renames.iter().enumerate() {
            let (from, to) = (rename.from.as_str(), rename.to.as_str());
            if to.is_empty() || upper_camel(to) != to {
                let at = entry("renames", index).key("to");
                let problem =
                    format!("expected the name of a type, such as `TaxExempt`, found `{to}`");
                bad.push(Error::new(Input::Config, &at, problem));
            } else if names.contains_key(from) {
                let at = entry("renames", index).key("from");
                let problem = format!("expected a name of its own, found `{from}` again");
                bad.push(Error::new(Input::Config, &at, problem));
            } else {
                let used = false;
                names.insert(from, Rename { index, to, used });
            }
        }
        Self { names, bad }
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

    /// An error for each that can't be used, or was not needed.
    pub(super) fn errors(&self) -> Vec<Error> {
        let unused = self.names.iter().filter(|(_, rename)| !rename.used);
        let unused = unused.map(|(from, rename)| {
            needless(
                "renames",
                rename.index,
                format!("no type has the name `{from}` to be changed"),
            )
        });
        self.bad.iter().cloned().chain(unused).collect()
    }
}

/// An exception that is not needed: its reason is gone, so it has to go too.
pub(super) fn needless(list: &str, index: usize, problem: String) -> Error {
    Error::new(Input::Config, &entry(list, index), problem).help("remove the entry")
}

fn entry(list: &str, index: usize) -> Pointer {
    Pointer::root().key(list).index(index)
}
