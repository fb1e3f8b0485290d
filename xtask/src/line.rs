//! The whole line of the generator: the texts of its inputs in, files out.

use stripe_codegen::{
    Config, Document, Errors, Generated, Input, generate, import, overlay, source,
};

use crate::failure::Failure;
use crate::inputs::{Source, Sources};

/// What goes into a generation.
pub(crate) struct Line<'a> {
    pub(crate) document: Source<'a>,
    pub(crate) overlay: Source<'a>,
    pub(crate) config: Source<'a>,
    /// Whether the document has been through `spec import`.
    pub(crate) is_imported: bool,
    /// Other operations than the configuration names.
    pub(crate) operations: Option<&'a [String]>,
}

impl Line<'_> {
    /// The files, or all that is wrong with the inputs.
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
        let mut document = source::parse(Input::Document, self.document.text)?;
        if let Some(operations) = self.operations {
            config = config.with_operations(match operations {
                [all] if all == "all" => import::operation_ids(&document),
                these => these.to_vec(),
            });
        }
        // Any other document goes the same way as ours went.
        match self.is_imported {
            true => import::check(&document, &config)?,
            false => document = import::slice(&document, &config)?,
        }
        match config.other_operations {
            true => overlay::apply_where_it_fits(self.overlay.text, &mut document)?,
            false => overlay::apply(self.overlay.text, &mut document)?,
        }
        let document = Document::new(document)?;
        generate(&document, &config)
    }
}
