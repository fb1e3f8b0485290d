//! From the document to the model.
//!
//! ```text
//! reach   what the operations reach, and what each of it is   (shape)
//! homes   where every component lives, and its name
//! types   components and parameters to items                  (response, parameters, docs)
//! alike   parameters that operations have alike
//! equal   enumerations that a module has several times
//! expansions  the fields that can be expanded
//! cycles  types that contain themselves
//! ```

mod alike;
mod choice;
mod cycles;
mod docs;
mod equal;
mod expansions;
mod homes;
mod ids;
mod items;
mod operation;
mod operation_name;
mod parameters;
mod reach;
mod renames;
mod response;
mod shape;
mod twins;
mod union;

use crate::Config;
use crate::document::Document;
use crate::error::{Error, Errors};
use crate::ir::Model;

use homes::Homes;
use items::Items;
use reach::Reached;
use renames::Renames;
use twins::Twins;

/// The model of the operations that `config` names and of everything that they reach.
///
/// # Errors
///
/// Everything that is not understood, all of it.
pub fn lower(document: &Document, config: &Config) -> Result<Model, Errors> {
    lower_unsorted(document, config).map_err(|errors| document.sort(errors))
}

fn lower_unsorted(document: &Document, config: &Config) -> Result<Model, Errors> {
    let reached = Reached::from(document, config)?;
    let mut lowering = Lowering {
        document,
        renames: Renames::new(config),
        homes: Homes::default(),
        items: Items::default(),
        twins: Twins::default(),
        lazy: config
            .lazy
            .iter()
            .map(|entry| entry.schema.as_str())
            .collect(),
        operations: Vec::new(),
        starts: Vec::new(),
        errors: Vec::new(),
    };
    lowering.homes = Homes::assign(document, &reached, &mut lowering.renames);
    if !config.other_operations {
        lowering.check_lazy(&reached);
    }
    for (name, schema) in &reached.components {
        lowering.component(name, schema);
    }
    for endpoint in &reached.endpoints {
        lowering.operation(endpoint);
    }
    lowering.items.unite(&lowering.operations);
    lowering
        .errors
        .extend(lowering.renames.errors(config.other_operations));
    let mut modules = lowering.items.into_modules(&mut lowering.errors);
    expansions::complete(&mut modules, &lowering.starts);
    cycles::break_up(&mut modules);
    Errors::or(
        lowering.errors,
        Model {
            api_version: document.api_version().to_owned(),
            modules,
            components: lowering.homes.into_paths(),
        },
    )
}

/// What the steps of lowering share: where everything is, what has been made, what was wrong.
struct Lowering<'d> {
    document: &'d Document,
    renames: Renames<'d>,
    homes: Homes,
    items: Items,
    twins: Twins<'d>,
    /// The components whose embedded resources are decoded on demand.
    lazy: Vec<&'d str>,
    /// The modules of those operations that have been made, in their order.
    operations: Vec<String>,
    /// The operations whose answers can be expanded.
    starts: Vec<expansions::Start>,
    errors: Vec<Error>,
}

impl Lowering<'_> {
    /// The value, or `None` with the error noted.
    fn note<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.errors.push(error)).ok()
    }

    fn check_lazy(&mut self, reached: &Reached<'_>) {
        for (index, name) in self.lazy.iter().enumerate() {
            if !reached.components.iter().any(|(known, _)| known == name) {
                self.errors.push(renames::needless(
                    "lazy",
                    index,
                    format!("no operation reaches a component schema `{name}`"),
                ));
            }
        }
    }
}
