//! Every type of a response, by the name of its component.

mod first;
mod second;
mod shared;

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

pub static TYPES: LazyLock<BTreeMap<&'static str, Check>> = LazyLock::new(|| {
    let mut checks = Checks::new();
    first::add(&mut checks);
    second::add(&mut checks);
    shared::add(&mut checks);
    checks
});

type Checks = BTreeMap<&'static str, Check>;

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
