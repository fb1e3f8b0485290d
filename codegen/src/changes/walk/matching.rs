//! Matches the elements of the old document with those of the new one.

use crate::changes::change::ChangeKind;

/// The elements that only one document has, first those of the old one, and those that both have.
pub(super) struct Matches<T> {
    pub(super) alone: Vec<(ChangeKind, T)>,
    pub(super) both: Vec<(T, T)>,
}

/// Matches elements that have the same key.
pub(super) fn matched<T: Clone, K: PartialEq>(
    old: Vec<T>,
    new: Vec<T>,
    key: impl Fn(&T) -> K,
) -> Matches<T> {
    let (mut alone, mut both) = (Vec::new(), Vec::new());
    let mut added = new.clone();
    added.retain(|it| !old.iter().any(|other| key(other) == key(it)));
    for it in old {
        match new.iter().find(|other| key(other) == key(&it)) {
            Some(other) => both.push((it, other.clone())),
            None => alone.push((ChangeKind::Removed, it)),
        }
    }
    alone.extend(added.into_iter().map(|it| (ChangeKind::Added, it)));
    Matches { alone, both }
}
