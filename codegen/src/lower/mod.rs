//! From the document to the model.
//!
//! ```text
//! placement   the module and the name of every component
//! components and operations to items    (shape, ty, response, parameters, operation, docs)
//! dedup       types that are the same
//! expansions  the fields that can be expanded
//! cycles      types that contain themselves
//! shortcuts   methods of resources that make requests
//! ```

mod choice;
mod copies;
mod cycles;
mod dedup;
mod docs;
mod expansions;
mod ids;
mod items;
mod operation;
mod operation_name;
mod parameters;
mod placement;
mod renames;
mod response;
mod shape;
mod shortcuts;
mod success;
mod ty;
mod union;

use std::collections::BTreeMap;

use crate::Config;
use crate::document::Document;
use crate::error::{Error, Errors};
use crate::ir::Model;

use items::Items;
use placement::Placement;
use renames::Renames;
pub(crate) use success::rank_of_success;

/// The model of everything in `document`.
///
/// # Errors
///
/// Everything that the generator does not understand, in the order of the document.
pub fn lower(document: &Document, config: &Config) -> Result<Model, Errors> {
    let mut renames = Renames::new(config);
    let lazy = config.lazy.iter().map(|entry| entry.schema.as_str());
    let mut lowering = Lowering {
        document,
        placement: Placement::assign(document, &mut renames),
        renames,
        items: Items::default(),
        expandable: BTreeMap::new(),
        lazy: lazy.collect(),
        errors: Vec::new(),
    };
    if !config.other_operations {
        lowering.check_lazy();
    }
    for (name, schema) in document.schemas() {
        lowering.component(name, schema);
    }
    for endpoint in document.endpoints() {
        lowering.operation(&endpoint);
    }
    lowering
        .errors
        .extend(lowering.renames.errors(config.other_operations));
    dedup::unite(&mut lowering.items.0);
    let mut modules = lowering.items.into_modules(&mut lowering.errors);
    expansions::complete(&mut modules, lowering.expandable);
    cycles::break_up(&mut modules);
    copies::add(&mut modules, config, &mut lowering.errors);
    shortcuts::add(&mut modules);
    let model = Model {
        api_version: document.api_version().to_owned(),
        modules,
        components: lowering.placement.into_paths(),
    };
    Errors::or(lowering.errors, model).map_err(|errors| document.sort(errors))
}

/// What the steps of lowering share: the names, the types made so far, and the errors.
struct Lowering<'d> {
    document: &'d Document,
    renames: Renames<'d>,
    placement: Placement,
    items: Items,
    /// The fields of the types made so far that can be expanded.
    expandable: expansions::Fields,
    /// The components whose embedded resources are decoded on demand.
    lazy: Vec<&'d str>,
    errors: Vec<Error>,
}

impl Lowering<'_> {
    /// The value; or `None`, and the error is recorded.
    fn note<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.errors.push(error)).ok()
    }

    fn check_lazy(&mut self) {
        for (index, name) in self.lazy.iter().enumerate() {
            if self.placement.get(name).is_none() {
                let problem = format!("no operation reaches a component schema `{name}`");
                let error = renames::needless("lazy", index, problem);
                self.errors.push(error);
            }
        }
    }
}
