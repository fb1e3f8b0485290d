//! The values of enumerations.

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::RustType;
use crate::changes::schema;

use super::Walk;
use super::guess;
use super::matching::matched;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    pub(super) fn values(&mut self, pair: &SitePair<'a>) {
        let values = |site: &Site<'a>| {
            let values = schema::values(site.schema).filter(|(_, value)| !value.is_empty());
            values.collect::<Vec<_>>()
        };
        let matches = matched(values(&pair.old), values(&pair.new), |it| it.1);
        let guess = guess::value(&matches.alone);
        for (kind, it) in matches.alone {
            let guess = guess.as_ref().map(|guess| guess.text(kind, guess.new));
            self.value_alone(pair, kind, it, guess);
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
        let (site, counterpart) = kind.of(&pair.old, &pair.new);
        let variant = variant(site, value);
        // Another value may have the name in the other document.
        let name = variant.as_deref().and_then(|it| it.rsplit("::").next());
        let others = counterpart.named().map(|it| it.values());
        let mut others = others.unwrap_or_default().into_iter();
        let keeps_name = others.any(|it| Some(it.name.as_str()) == name);
        let for_rust = match (site.rust, &variant) {
            (RustType::Hidden, _) => Class::Docs,
            _ if keeps_name => Class::Docs,
            (RustType::Unknown, _) | (_, Some(_)) => Class::of(kind),
            (_, None) => Class::Docs,
        };
        let for_callers = match (pair.direction, kind) {
            (Direction::Response, ChangeKind::Removed) => Class::Docs,
            _ => Class::of(kind),
        };
        self.push(Change {
            pointer: site.pointer.key("enum").index(index),
            api: api(pair, value),
            rust: variant,
            guess,
            ..pair.change(kind, Subject::Value, (for_rust, for_callers))
        });
    }

    /// Compares the names of the variants for a value that both documents have.
    fn variant_name(&mut self, pair: &SitePair<'a>, value: &str) {
        let name = |site: &Site<'a>| site.named()?.variant(value);
        if let (Some(was), Some(now)) = (name(&pair.old), name(&pair.new))
            && was != now
        {
            let change = pair.changed(Subject::Name, Class::Breaking, Class::Docs);
            self.push(Change {
                api: api(pair, value),
                rust: variant(&pair.new, value),
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
fn variant(site: &Site<'_>, value: &str) -> Option<String> {
    let named = site.named()?;
    Some(format!("{}::{}", named.text(), named.variant(value)?))
}
