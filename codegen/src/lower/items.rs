//! The types as they are made, by module.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::ir::{Item, Kind, Module, Path, Type};
use crate::names::{MODULE_TYPES, Names, ROOT_MODULES, ROOT_TYPES};
use crate::pointer::Pointer;

use super::alike;
use super::equal;

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

    /// Of the union of a resource and what is left of a deleted one, the resource.
    pub(super) fn live_twin(&self, path: &Path) -> Option<Type> {
        let mut items = self.0.get(&path.module)?.iter();
        let (item, _) = items.find(|(item, _)| item.name == path.name)?;
        match &item.kind {
            Kind::Union(union) if union.root.is_some() => {
                let live = union.members.iter().find(|member| !member.deleted)?;
                Some(live.ty.clone())
            }
            _ => None,
        }
    }

    /// Makes one of the types that the modules of operations have alike, and one of the enumerations that a module has
    /// several times.
    pub(super) fn unite(&mut self, operations: &[String]) {
        alike::share(&mut self.0, operations);
        for (module, items) in &mut self.0 {
            equal::unite(module, items);
        }
    }

    /// The modules, sorted by name; in each, what the module is named after comes first, the rest by name.
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
                }
            })
            .collect()
    }

    /// Types need names of their own in their module, those at the top level in the whole crate.
    fn claim_names(&self, errors: &mut Vec<Error>) {
        let mut modules = Names::without(ROOT_MODULES);
        let mut top_level = Names::without(ROOT_TYPES);
        for (module, items) in &self.0 {
            let mut names = Names::without(MODULE_TYPES);
            let before = errors.len();
            for (item, pointer) in items {
                let claimed = names.claim(&item.name, pointer);
                let claimed = match claimed {
                    Ok(()) if item.top_level => {
                        top_level.claim(&item.name, pointer).map_err(mendable)
                    }
                    Err(error) if MODULE_TYPES.contains(&item.name.as_str()) => {
                        Err(mendable(error))
                    }
                    claimed => claimed,
                };
                errors.extend(claimed.err());
            }
            // A module is named like its first type: one error for both is enough.
            if let (Some((_, pointer)), true) = (items.first(), errors.len() == before) {
                errors.extend(modules.claim(module, pointer).err());
            }
        }
    }
}

/// Two types of one module that clash have the same name by the rule, and would be renamed together: this is
/// for all other clashes.
fn mendable(clash: Error) -> Error {
    clash.help("give the type another name in spec/config.yaml, under `renames`")
}

fn order(item: &Item) -> (bool, u8, &str) {
    let kind = match &item.kind {
        Kind::Object(object) => u8::from(object.deleted),
        Kind::Union(_) => 2,
        Kind::StringEnum(_) | Kind::Choice(_) | Kind::Alias(_) => 3,
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
