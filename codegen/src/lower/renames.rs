//! The names that the configuration gives instead of the rule.

use std::collections::BTreeMap;

use crate::Config;
use crate::error::{Error, Input};
use crate::names::upper_camel;
use crate::pointer::Pointer;

/// The configured names, and which of them are needless.
pub(super) struct Renames<'d> {
    types: BTreeMap<&'d str, NewName<'d>>,
    /// Those of operations, by `operationId`.
    operations: BTreeMap<&'d str, NewName<'d>>,
    /// Those that cannot be used.
    bad: Vec<Error>,
}

struct NewName<'d> {
    index: usize,
    to: &'d str,
    /// Why it is needless.
    needless: Option<String>,
}

impl<'d> Renames<'d> {
    pub(super) fn new(config: &'d Config) -> Self {
        let mut bad = Vec::new();
        let types = config.renames.iter().map(|it| (&it.from, &it.to));
        let keys = ["renames", "from", "to"];
        let types = read(
            types,
            keys,
            ["name", "a type, such as `TaxExempt`"],
            &mut bad,
        );
        let operations = config.operation_names.iter();
        let operations = operations.map(|it| (&it.operation, &it.name));
        let keys = ["operation_names", "operation", "name"];
        let words = ["operation", "an operation, such as `CreateCustomer`"];
        Self {
            types,
            operations: read(operations, keys, words, &mut bad),
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
        match self.entry(module, &name, at) {
            Some(rename) => {
                rename.needless = None;
                rename.to.to_owned()
            }
            None => name,
        }
    }

    /// Gives up the name of this type, which has the name `name` by the rule: another type has the configured one.
    pub(super) fn give_up(&mut self, module: &str, name: &str, at: &Pointer) {
        if let Some(rename) = self.entry(module, name, at) {
            let problem = format!(
                "the type at {at} cannot be `{}`, another type is",
                rename.to
            );
            rename.needless = Some(problem);
        }
    }

    fn entry(&mut self, module: &str, name: &str, at: &Pointer) -> Option<&mut NewName<'d>> {
        let keys = [at.to_string(), format!("{module}::{name}")];
        let mut keys = keys.iter().map(String::as_str);
        let key = keys.find(|key| self.types.contains_key(key))?;
        self.types.get_mut(key)
    }

    /// An error for each name that cannot be used, and for each that is needless, unless `some_needless`.
    pub(super) fn errors(&self, some_needless: bool) -> Vec<Error> {
        let types = self.types.values().filter(|_| !some_needless);
        let needless = types
            .filter_map(|rename| Some(needless("renames", rename.index, rename.needless.clone()?)));
        self.bad.iter().cloned().chain(needless).collect()
    }
}

/// The new names of `entries` by what gets them; those that cannot be used go to `bad`. `keys` are those of the list and of the
/// two names of an entry, `words` what an entry is about and what gets the name.
fn read<'d>(
    entries: impl Iterator<Item = (&'d String, &'d String)>,
    [list, from_key, to_key]: [&str; 3],
    [subject, named]: [&str; 2],
    bad: &mut Vec<Error>,
) -> BTreeMap<&'d str, NewName<'d>> {
    let mut names = BTreeMap::new();
    for (index, (from, to)) in entries.enumerate() {
        let at = entry(list, index);
        if to.is_empty() || upper_camel(to) != *to {
            let problem = format!("expected the name of {named}, found `{to}`");
            bad.push(Error::new(Input::Config, &at.key(to_key), problem));
        } else if names.contains_key(from.as_str()) {
            let problem = format!("expected each {subject} once, found `{from}` again");
            bad.push(Error::new(Input::Config, &at.key(from_key), problem));
        } else {
            let needless = Some(format!("no type has the name `{from}` to be changed"));
            let name = NewName {
                index,
                to,
                needless,
            };
            names.insert(from.as_str(), name);
        }
    }
    names
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
