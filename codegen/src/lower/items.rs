//! The types as they are made, by module.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::ir::{Item, Kind, Module};
use crate::names::Names;
use crate::pointer::Pointer;

/// The types made so far.
#[derive(Default)]
pub(super) struct Items(BTreeMap<String, Vec<(Item, Pointer)>>);

impl Items {
    /// Adds a type, made from what is at `pointer`.
    pub(super) fn add(&mut self, module: &str, item: Item, pointer: &Pointer) {
        self.0
            .entry(module.to_owned())
            .or_default()
            .push((item, pointer.clone()));
    }

    /// The name of the type in `module` that is just like `kind`.
    pub(super) fn same_kind(&self, module: &str, kind: &Kind) -> Option<&str> {
        let items = self.0.get(module)?;
        let (item, _) = items.iter().find(|(item, _)| item.kind == *kind)?;
        Some(&item.name)
    }

    /// The modules, sorted by name; in each, what the module is named after comes first, the rest by name.
    pub(super) fn into_modules(self, errors: &mut Vec<Error>) -> Vec<Module> {
        self.0
            .into_iter()
            .map(|(name, mut items)| {
                let mut names = Names::default();
                for (item, pointer) in &items {
                    errors.extend(names.claim(&item.name, pointer).err());
                }
                items.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
                let items: Vec<_> = items.into_iter().map(|(item, _)| item).collect();
                Module {
                    docs: title(&name, &items),
                    name,
                    items,
                }
            })
            .collect()
    }
}

fn order(item: &Item) -> (bool, u8, &str) {
    let kind = match &item.kind {
        Kind::Object(object) => u8::from(object.deleted),
        Kind::Union(_) => 2,
        Kind::StringEnum(_) => 3,
    };
    (
        !item.top_level,
        if item.top_level { kind } else { 0 },
        &item.name,
    )
}

/// The line at the top of a module.
fn title(name: &str, items: &[Item]) -> String {
    match items.first().filter(|item| item.top_level) {
        Some(item) => format!("[`{}`], and the types that belong to it.", item.name),
        None if name == super::homes::SHARED => {
            "The types that several resources and operations share.".to_owned()
        }
        None => "Types of Stripe's API.".to_owned(),
    }
}
