//! The whole pipeline of the generator, from the texts of its inputs to files.

use std::thread;

use serde_json::Value;
use stripe_codegen::{
    Config, Document, Errors, Generated, Input, Overlay, all_errors, generate, operation_ids,
    parse, slice,
};

use crate::failure::Failure;
use crate::inputs::Sources;
use crate::named_path::NamedText;
use crate::threads::joined;

/// The inputs of a generation.
pub(crate) struct Pipeline<'a> {
    pub(crate) document: NamedText<'a>,
    pub(crate) overlay: NamedText<'a>,
    pub(crate) config: NamedText<'a>,
    /// Operations that replace those of the configuration.
    pub(crate) operations: Option<&'a [String]>,
}

impl Pipeline<'_> {
    /// The files, or every error in the inputs.
    pub(crate) fn run(&self) -> Result<Generated, Failure> {
        let sources = Sources {
            document: self.document,
            overlay: Some(self.overlay),
            config: Some(self.config),
            has_option: self.operations.is_some(),
        };
        self.generate().map_err(|errors| sources.failure(&errors))
    }

    fn generate(&self) -> Result<Generated, Errors> {
        let mut config = Config::parse(self.config.text)?;
        let (document, overlay) = self.parse();
        let (document, overlay) = (document?, overlay?);
        if let Some(operations) = self.operations {
            config = config.with_operations(match operations {
                [all] if all == "all" => operation_ids(&document),
                these => these.to_vec(),
            });
        }
        generated(&document, &overlay, &config)
    }

    /// Parses the document and the overlay on two threads: parsing takes a third of the time of `regenerate --check`.
    fn parse(&self) -> (Result<Value, Errors>, Result<Overlay, Errors>) {
        thread::scope(|scope| {
            let overlay = scope.spawn(|| Overlay::parse(self.overlay.text));
            let document = parse(Input::Document, self.document.text);
            (document, joined(overlay))
        })
    }
}

/// The code that is generated from the part of `document` that `config` selects.
pub(crate) fn generated(
    document: &Value,
    overlay: &Overlay,
    config: &Config,
) -> Result<Generated, Errors> {
    let part = slice(document, config)?;
    let mut corrected = part.clone();
    let applied = match config.other_operations {
        true => overlay.apply_where_it_fits(&mut corrected),
        false => overlay.apply(&mut corrected),
    };
    let prose = match applied {
        Ok(prose) => prose,
        // Obsolete entries say nothing about the document, and can be removed.
        Err(errors) if errors.iter().all(|error| error.obsolete) => return Err(errors),
        Err(errors) => return Err(all_errors(part, config, errors)),
    };
    Document::new(corrected.clone())
        .and_then(|document| generate(&document.with_prose(prose), config))
        .map_err(|errors| match errors.iter().all(|error| error.obsolete) {
            true => errors,
            false => {
                let errors = all_errors(corrected.clone(), config, errors);
                overlay.explain(errors, &corrected)
            }
        })
}
