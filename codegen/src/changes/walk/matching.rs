//! Matches the elements of the old document with those of the new one.

/// The elements that only the old document has, that both have, and that only the new document has.
pub(super) struct Matches<T> {
    pub(super) removed: Vec<T>,
    pub(super) both: Vec<(T, T)>,
    pub(super) added: Vec<T>,
}

/// Matches elements that have the same key.
pub(super) fn matched<T: Clone, K: PartialEq>(
    old: Vec<T>,
    new: Vec<T>,
    key: impl Fn(&T) -> K,
) -> Matches<T> {
    let (mut removed, mut both, mut added) = (Vec::new(), Vec::new(), new);
    let all = added.clone();
    added.retain(|it| !old.iter().any(|other| key(other) == key(it)));
    for it in old {
        match all.iter().find(|other| key(other) == key(&it)) {
            Some(other) => both.push((it, other.clone())),
            None => removed.push(it),
        }
    }
    Matches {
        removed,
        both,
        added,
    }
}
