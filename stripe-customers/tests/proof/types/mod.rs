//! Every type of a response, by the name of its component.

mod first;
mod second;
mod shared;
mod unions;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;

use serde::Serialize;
use stripe_customers::DecodeError;

use super::document::COMPONENTS;

/// What can be done with a type.
pub struct Check {
    /// The name of the type.
    pub name: &'static str,
    /// Reads JSON as the type, and writes it again.
    pub there_and_back: fn(&str) -> Result<String, DecodeError>,
}

/// All types that components are.
pub static TYPES: LazyLock<Checks> = LazyLock::new(|| {
    let mut checks = Checks::new();
    first::add(&mut checks);
    second::add(&mut checks);
    shared::add(&mut checks);
    checks
});

/// The unions that are not one of the crate's types by themselves, but stand in fields of them.
static UNIONS: LazyLock<Checks> = LazyLock::new(|| {
    let mut checks = Checks::new();
    unions::add(&mut checks);
    checks
});

/// The type of one of these components, which say which of them they are.
pub fn one_of(names: &[String]) -> &'static Check {
    let mut names = names.to_vec();
    names.sort();
    let name = names.join(" | ");
    let check = TYPES
        .get(name.as_str())
        .or_else(|| UNIONS.get(name.as_str()));
    check.unwrap_or_else(|| panic!("no type for {name}"))
}

pub type Checks = BTreeMap<&'static str, Check>;

/// Adds the types of some modules, each with its component.
macro_rules! table {
    ($checks:ident; $($module:ident { $($name:ident = $component:literal),* $(,)? })*) => {
        $($($checks.insert($component, super::Check {
            name: stringify!($name),
            there_and_back: |json| {
                let value = stripe_customers::from_json::<$module::$name>(json)?;
                Ok(super::written(&value.clone(), &value))
            },
        });)*)*
    };
}
use table;

/// A copy as JSON, with a look at the original through `Debug`.
fn written<T: Serialize>(copy: &T, original: &dyn Debug) -> String {
    assert!(!format!("{original:?}").is_empty());
    serde_json::to_string(copy).unwrap()
}

#[test]
fn every_component_has_its_type() {
    let types: Vec<_> = TYPES.keys().copied().collect();
    let components: Vec<_> = COMPONENTS.keys().map(String::as_str).collect();
    assert_eq!(types, components);
}
