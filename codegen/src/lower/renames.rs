//! The names that the configuration gives instead of the rule.

use std::collections::BTreeMap;

use crate::Config;
use crate::error::{Error, Input};
use crate::names::upper_camel;
use crate::pointer::Pointer;

/// The configured names, and which of them were used.
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
    used: bool,
}

/// A list of names in the configuration.
struct List {
    key: &'static str,
    /// The keys of the two names of an entry.
    keys: [&'static str; 2],
    /// What an entry is about.
    subject: &'static str,
    /// What gets the name.
    named: &'static str,
}

const TYPES: List = List {
    key: "renames",
    keys: ["from", "to"],
    subject: "name",
    named: "a type, such as `TaxExempt`",
};

const OPERATIONS: List = List {
    key: "operation_names",
    keys: ["operation", "name"],
    subject: "operation",
    named: "an operation, such as `CreateCustomer`",
};

impl List {
    /// The new names by what gets them; those that cannot be used go to `bad`.
    fn read<'d>(
        &self,
        entries: impl Iterator<Item = (&'d String, &'d String)>,
        bad: &mut Vec<Error>,
    ) -> BTreeMap<&'d str, NewName<'d>> {
        let Self { subject, named, .. } = self;
        let [from_key, to_key] = self.keys;
        let mut names = BTreeMap::new();
        for (index, (from, to)) in entries.enumerate() {
            let (key, problem) = if to.is_empty() || upper_camel(to) != *to {
                (
                    to_key,
                    format!("expected the name of {named}, found `{to}`"),
                )
            } else if names.contains_key(from.as_str()) {
                (
                    from_key,
                    format!("expected each {subject} once, found `{from}` again"),
                )
            } else {
                let used = false;
                names.insert(from.as_str(), NewName { index, to, used });
                continue;
            };
            let at = entry(self.key, index).key(key);
            bad.push(Error::new(Input::Config, &at, problem));
        }
        names
    }
}

impl<'d> Renames<'d> {
    pub(super) fn new(config: &'d Config) -> Self {
        let types = config.renames.iter().map(|it| (&it.from, &it.to));
        let operations = config.operation_names.iter();
        let operations = operations.map(|it| (&it.operation, &it.name));
        let mut bad = Vec::new();
        Self {
            types: TYPES.read(types, &mut bad),
            operations: OPERATIONS.read(operations, &mut bad),
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
                    OPERATIONS.key,
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
        let mut keys = keys.iter().map(String::as_str);
        let found = keys.find(|key| self.types.contains_key(key));
        match found.and_then(|key| self.types.get_mut(key)) {
            Some(rename) => {
                rename.used = true;
                rename.to.to_owned()
            }
            None => name,
        }
    }

    /// An error for each name that cannot be used, and for each that was not used, unless `some_needless`.
    pub(super) fn errors(&self, some_needless: bool) -> Vec<Error> {
        let unused = self.types.iter();
        let unused = unused.filter(|(_, rename)| !rename.used && !some_needless);
        let unused = unused.map(|(from, rename)| {
            needless(
                TYPES.key,
                rename.index,
                format!("no type has the name `{from}` to be changed"),
            )
        });
        self.bad.iter().cloned().chain(unused).collect()
    }
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
