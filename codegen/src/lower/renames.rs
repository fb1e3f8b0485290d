//! The names that the configuration gives instead of the rule.

use std::collections::BTreeMap;

use crate::Config;
use crate::error::{Error, Input};
use crate::names::upper_camel;
use crate::pointer::Pointer;

/// The configured names, and which of them were used.
pub(super) struct Renames<'d> {
    names: BTreeMap<&'d str, NewName<'d>>,
    /// Those of operations, by `operationId`.
    operations: BTreeMap<&'d str, NewName<'d>>,
    /// Those that cannot be used.
    bad: Vec<Error>,
}

struct NewName<'d> {
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
                let problem = format!("expected each name once, found `{from}` again");
                bad.push(Error::new(Input::Config, &at, problem));
            } else {
                let used = false;
                names.insert(from, NewName { index, to, used });
            }
        }
        let operations = operations(config, &mut bad);
        Self {
            names,
            operations,
            bad,
        }
    }

    /// The name of the operation that has one of `names`, and that the rule calls `name`.
    pub(super) fn operation(&mut self, names: &[String], name: String) -> String {
        let mut entries = names
            .iter()
            .filter_map(|it| self.operations.get_key_value(it.as_str()));
        match entries.next() {
            Some((id, rename)) if rename.to == name => {
                self.bad.push(needless(
                    "operation_names",
                    rename.index,
                    format!("`{name}` is the name that `{id}` has anyway"),
                ));
                name
            }
            Some((_, rename)) => rename.to.to_owned(),
            None => name,
        }
    }

    /// The name of the type in `module` that the rule calls `name`, and that is made from the schema at `at`.
    pub(super) fn apply(&mut self, module: &str, name: String, at: &Pointer) -> String {
        let keys = [at.to_string(), format!("{module}::{name}")];
        let found = keys
            .iter()
            .find(|key| self.names.contains_key(key.as_str()));
        match found.and_then(|key| self.names.get_mut(key.as_str())) {
            Some(rename) => {
                rename.used = true;
                rename.to.to_owned()
            }
            None => name,
        }
    }

    /// An error for each name that cannot be used, and for each that was not used, unless `some_needless`.
    pub(super) fn errors(&self, some_needless: bool) -> Vec<Error> {
        let unused = self.names.iter();
        let unused = unused.filter(|(_, rename)| !rename.used && !some_needless);
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

fn operations<'d>(config: &'d Config, bad: &mut Vec<Error>) -> BTreeMap<&'d str, NewName<'d>> {
    let mut operations = BTreeMap::new();
    for (index, exception) in config.operation_names.iter().enumerate() {
        let (id, to) = (exception.operation.as_str(), exception.name.as_str());
        let at = entry("operation_names", index);
        if to.is_empty() || upper_camel(to) != to {
            let problem = format!(
                "expected the name of an operation, such as `CreateCustomer`, found `{to}`"
            );
            bad.push(Error::new(Input::Config, &at.key("name"), problem));
        } else if operations.contains_key(id) {
            let problem = format!("expected each operation once, found `{id}` again");
            bad.push(Error::new(Input::Config, &at.key("operation"), problem));
        } else {
            let used = true;
            operations.insert(id, NewName { index, to, used });
        }
    }
    operations
}

/// The error for an exception that is not needed.
pub(super) fn needless(list: &str, index: usize, problem: String) -> Error {
    Error::new(Input::Config, &entry(list, index), problem)
        .help("remove the entry")
        .obsolete()
}

fn entry(list: &str, index: usize) -> Pointer {
    Pointer::root().key(list).index(index)
}
