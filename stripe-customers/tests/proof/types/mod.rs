//! All types of responses, by the names of their components.

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

/// The functions of a type that the tests use.
pub struct Check {
    /// The name of the type.
    pub name: &'static str,
    /// Decodes JSON as the type.
    pub decode: fn(&str) -> Result<(), DecodeError>,
    /// Decodes JSON as the type and serializes it.
    pub there_and_back: fn(&str) -> Result<String, DecodeError>,
}

/// The types of all components.
pub static TYPES: LazyLock<Checks> = LazyLock::new(|| {
    let mut checks = Checks::new();
    first::add(&mut checks);
    second::add(&mut checks);
    shared::add(&mut checks);
    checks
});

/// The types of all unions of components.
static UNIONS: LazyLock<Checks> = LazyLock::new(|| {
    let mut checks = Checks::new();
    unions::add(&mut checks);
    checks
});

/// Returns the type of a union of these components.
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

/// Adds the types of modules, each with its component.
macro_rules! table {
    ($checks:ident; $($module:ident { $($name:ident = $component:literal),* $(,)? })*) => {
        $($($checks.insert($component, super::Check {
            name: stringify!($name),
            decode: |json| stripe_customers::from_json::<$module::$name>(json).map(drop),
            there_and_back: |json| {
                let value = stripe_customers::from_json::<$module::$name>(json)?;
                Ok(super::written(&value.clone(), &value))
            },
        });)*)*
    };
}
use table;

/// Serializes a copy, and formats the original with `Debug`.
fn written<T: Serialize>(copy: &T, original: &dyn Debug) -> String {
    assert!(!format!("{original:?}").is_empty());
    serde_json::to_string(copy).unwrap()
}

#[test]
fn every_component_has_a_type() {
    let types: Vec<_> = TYPES.keys().copied().collect();
    let components: Vec<_> = COMPONENTS.keys().map(String::as_str).collect();
    assert_eq!(types, components);
}
