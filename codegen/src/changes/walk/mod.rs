//! Walks two documents side by side and records their differences.
//!
//! ```text
//! operation -> parameters, responses -> types -> object, values, unions, alternatives -> components
//! ```
//!
//! A `SitePair` is the current position in both documents. `facts` and `presence` compare the keywords of the schemas there.

mod alternatives;
mod components;
mod facts;
mod guess;
mod matching;
mod object;
mod operation;
mod parameters;
mod presence;
mod property;
mod responses;
mod site;
mod types;
mod unions;
mod values;

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::ir::Path;
use crate::pointer::Pointer;

use super::change::{Change, code};
use super::schema::{self, SchemaKind, without_empty};
use super::select::OperationPair;
use super::side::Side;

use site::{Direction, Site, SitePair};

/// The depth from which schemas are not compared: references can lead to themselves.
const DEPTH_LIMIT: usize = 100;

/// All differences, in the order of the walk.
pub(super) fn walk<'a>(
    old: &'a Side,
    new: &'a Side,
    operations: Vec<OperationPair<'a>>,
) -> Vec<Change> {
    let mut walk = Walk {
        old,
        new,
        changes: Vec::new(),
        open: VecDeque::new(),
        seen: HashSet::new(),
        moves: BTreeMap::new(),
    };
    for pair in operations {
        walk.operation(pair);
    }
    walk.components();
    walk.changes
}

struct Walk<'a> {
    old: &'a Side,
    new: &'a Side,
    changes: Vec<Change>,
    /// Component schemas that have yet to be compared.
    open: VecDeque<(&'a str, &'a str, Direction)>,
    /// All component schemas that were ever in `open`.
    seen: HashSet<(&'a str, &'a str, Direction)>,
    /// Rust types whose path changed, each with the location where that was found.
    moves: BTreeMap<(Path, Path), Pointer>,
}

impl<'a> Walk<'a> {
    /// Compares two schemas with their types.
    fn node(&mut self, pair: &SitePair<'a>) {
        let (was, now) = (pair.old.describe(), pair.new.describe());
        if was != now {
            self.type_changed(pair, &was, &now);
            if without_empty(&was) != without_empty(&now) {
                return;
            }
        } else if let Some((old, new)) = self.replacement(pair) {
            self.type_changed(pair, &code(old), &code(new));
            self.facts(pair);
            return;
        } else {
            self.rust_type(pair);
        }
        self.details(pair);
    }

    /// Compares two schemas whose types are the same or have been compared.
    fn details(&mut self, pair: &SitePair<'a>) {
        // The keywords of a value are beside its type, not around it.
        let is_around = |schema| {
            let kind = SchemaKind::of(schema);
            matches!(kind, SchemaKind::Reference(_) | SchemaKind::Clearable(_))
        };
        if is_around(pair.old.schema) == is_around(pair.new.schema) {
            self.facts(pair);
        }
        if pair.depth < DEPTH_LIMIT {
            self.inside(pair);
        }
    }

    fn inside(&mut self, pair: &SitePair<'a>) {
        use SchemaKind::{
            Alternatives, Array, Clearable, Expandable, Map, Object, Reference, Union, Values,
        };

        let (old, new) = (&pair.old, &pair.new);
        let first = |site: &Site<'a>, value| site.inner(value, [schema::any_of(site.schema), "0"]);
        let sites = match (SchemaKind::of(old.schema), SchemaKind::of(new.schema)) {
            (Reference(a), Reference(b)) => return self.meet(a, b, pair),
            (Expandable(a) | Union(a), Expandable(b) | Union(b)) => {
                return self.members(pair, a, b);
            }
            (Values { .. }, Values { .. }) => return self.values(pair),
            (Object(a), Object(b)) => return self.object(pair, a, b),
            (Alternatives { members: a, .. }, Alternatives { members: b, .. }) => {
                return self.alternatives(pair, &a, &b);
            }
            (Reference(a), _) => old.target(a).map(|old| (old, new.clone())),
            (_, Reference(b)) => new.target(b).map(|new| (old.clone(), new)),
            (Clearable(a), Clearable(b)) => Some((first(old, a), first(new, b))),
            (Clearable(a), _) => Some((first(old, a), new.clone())),
            (_, Clearable(b)) => Some((old.clone(), first(new, b))),
            (Map(a), Map(b)) => {
                let key = ["additionalProperties"];
                Some((old.inner(a, key), new.inner(b, key)))
            }
            (Array(Some(a)), Array(Some(b))) => {
                Some((old.inner(a, ["items"]), new.inner(b, ["items"])))
            }
            _ => None,
        };
        if let Some((old, new)) = sites {
            self.details(&pair.inner(old, new));
        }
    }

    fn push(&mut self, change: Change) {
        self.changes.push(change);
    }
}
