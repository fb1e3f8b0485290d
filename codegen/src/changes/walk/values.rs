//! The values of enumerations.

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::RustType;
use crate::changes::schema;
use crate::changes::side::Side;

use super::Walk;
use super::guess::{self, Guess};
use super::matching::matched;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn values(&mut self, pair: &SitePair<'a>) {
        let values = |site: &Site<'a>| {
            let values = schema::values(site.schema).filter(|(_, value)| !value.is_empty());
            values.collect::<Vec<_>>()
        };
        let matches = matched(values(&pair.old), values(&pair.new), |it| it.1);
        let guess = guess::value(&matches.removed, &matches.added);
        for it in matches.removed {
            let guess = guess.as_ref().map(|guess| guess.renamed_to(guess.new));
            self.value_alone(pair, ChangeKind::Removed, it, guess);
        }
        for it in matches.added {
            let guess = guess.as_ref().map(Guess::renamed_from);
            self.value_alone(pair, ChangeKind::Added, it, guess);
        }
        for ((_, value), _) in matches.both {
            self.variant_name(pair, value);
        }
    }

    fn value_alone(
        &mut self,
        pair: &SitePair<'a>,
        kind: ChangeKind,
        (index, value): (usize, &str),
        guess: Option<String>,
    ) {
        let is_removed = kind == ChangeKind::Removed;
        let (other, counterpart) = match is_removed {
            true => (self.new, &pair.new),
            false => (self.old, &pair.old),
        };
        let (side, site) = (self.side(kind), pair.site(kind));
        let variant = variant(side, site, value);
        // Another value may have the name in the other document.
        let name = variant.as_deref().and_then(|it| it.rsplit("::").next());
        let others = other.named(counterpart.rust).map(|it| it.values());
        let mut others = others.unwrap_or_default().into_iter();
        let keeps_name = others.any(|it| Some(it.name.as_str()) == name);
        let for_rust = match (site.rust, &variant) {
            (RustType::Hidden, _) => Class::Docs,
            _ if keeps_name => Class::Docs,
            (RustType::Unknown, _) | (_, Some(_)) => Class::of(kind),
            (_, None) => Class::Docs,
        };
        let for_callers = match (pair.direction, is_removed) {
            (Direction::Response, true) => Class::Docs,
            _ => Class::of(kind),
        };
        let (pointer, api) = (site.pointer.key("enum").index(index), api(pair, value));
        let classes = (for_rust, for_callers);
        self.push(Change {
            guess,
            ..Change::new(kind, Subject::Value, classes, (pointer, api, variant))
        });
    }

    /// Compares the names of the variants for a value that both documents have.
    fn variant_name(&mut self, pair: &SitePair<'a>, value: &str) {
        let was = self
            .old
            .named(pair.old.rust)
            .and_then(|it| it.variant(value));
        let now = self
            .new
            .named(pair.new.rust)
            .and_then(|it| it.variant(value));
        if let (Some(was), Some(now)) = (was, now)
            && was != now
        {
            let change = pair.changed(Subject::Name, Class::Breaking, Class::Docs);
            self.push(Change {
                api: api(pair, value),
                rust: variant(self.new, &pair.new, value),
                ..change.between(code(was), code(now))
            });
        }
    }
}

/// The API name of a value.
fn api(pair: &SitePair<'_>, value: &str) -> String {
    format!("{} = \"{value}\"", pair.api)
}

/// The qualified Rust name of a value.
fn variant<'a>(side: &'a Side, site: &Site<'a>, value: &str) -> Option<String> {
    let named = side.named(site.rust)?;
    Some(format!("{}::{}", named.text(), named.variant(value)?))
}
