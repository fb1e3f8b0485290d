//! The types of the model, by module.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::ir::{Item, Kind, Module, Path};
use crate::names::{MODULE_TYPES, Names, ROOT_MODULES, ROOT_TYPES};
use crate::pointer::Pointer;

/// The types of each module, with their places in the document. A type comes after the types of its fields.
pub(super) type Modules = BTreeMap<String, Vec<(Item, Pointer)>>;

/// The types made so far.
#[derive(Default)]
pub(super) struct Items(pub(super) Modules);

impl Items {
    /// Adds the type of the schema or operation at `pointer`.
    pub(super) fn add(&mut self, item: Item, pointer: &Pointer) {
        let module = self.0.entry(item.path.module.clone()).or_default();
        module.push((item, pointer.clone()));
    }

    /// The type at `path`, if it has been made.
    pub(super) fn get(&self, path: &Path) -> Option<&Kind> {
        let mut items = self.0.get(&path.module)?.iter();
        let (item, _) = items.find(|(item, _)| item.path == *path)?;
        Some(&item.kind)
    }

    /// The modules, sorted by name. The type that a module is named after comes first, the others by name.
    pub(super) fn into_modules(self, errors: &mut Vec<Error>) -> Vec<Module> {
        self.claim_names(errors);
        self.0
            .into_iter()
            .map(|(name, mut items)| {
                items.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
                let items: Vec<_> = items.into_iter().map(|(item, _)| item).collect();
                Module {
                    docs: title(&name, &items),
                    name,
                    items,
                    expand: None,
                    copies: Vec::new(),
                }
            })
            .collect()
    }

    /// Names of types are unique in their module, those of top-level types in the whole crate.
    fn claim_names(&self, errors: &mut Vec<Error>) {
        let mut modules = Names::without(ROOT_MODULES);
        let mut top_level = Names::without(ROOT_TYPES);
        for (module, items) in &self.0 {
            let mut names = Names::without(MODULE_TYPES);
            let before = errors.len();
            for (item, pointer) in items {
                let claimed = names.claim(&item.path.name, pointer);
                let claimed = claimed.and_then(|()| match item.path.top_level {
                    true => top_level.claim(&item.path.name, pointer),
                    false => Ok(()),
                });
                let renamable = |clash| renamable(clash, item, pointer);
                errors.extend(claimed.map_err(renamable).err());
            }
            // A module is named like its first type: one error for both is enough.
            if let (Some((_, pointer)), true) = (items.first(), errors.len() == before) {
                errors.extend(modules.claim(module, pointer).err());
            }
        }
    }
}

/// Advice for a clash.
fn renamable(clash: Error, item: &Item, at: &Pointer) -> Error {
    clash.help(match item.kind.operation() {
        Some(_) => "give the operation another name in spec/config.yaml, under `operation_names`"
            .to_owned(),
        None => {
            format!("give the type another name in spec/config.yaml, under `renames`, from `{at}`")
        }
    })
}

fn order(item: &Item) -> (bool, u8, &str) {
    let path = &item.path;
    let kind = match &item.kind {
        _ if !path.top_level => 0,
        Kind::Object(object) => u8::from(object.tag.deleted),
        _ => 2,
    };
    (!path.top_level, kind, &path.name)
}

/// The line at the top of a module.
fn title(name: &str, items: &[Item]) -> String {
    match items.first().filter(|item| item.path.top_level) {
        Some(item) => format!("[`{}`], and the types that belong to it.", item.path.name),
        None if name == super::placement::SHARED => {
            "The types that several resources and operations share.".to_owned()
        }
        None => "Types of Stripe's API.".to_owned(),
    }
}
