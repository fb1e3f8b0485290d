//! The whole pipeline of the generator, from the texts of its inputs to files.

use serde_json::Value;
use stripe_codegen::{
    Config, Document, Errors, Generated, Input, Overlay, Prose, add_error_object, all_errors,
    complete_error_object, generate, in_parallel, parse, slice,
};

use crate::failure::Failure;
use crate::inputs::Sources;
use crate::named_path::NamedText;

/// The inputs of a generation.
pub(crate) struct Pipeline<'a> {
    pub(crate) document: NamedText<'a>,
    pub(crate) overlay: NamedText<'a>,
    pub(crate) config: NamedText<'a>,
    /// Operations that replace those of the configuration.
    pub(crate) operations: Option<&'a Operations>,
}

/// Operations of the command line.
pub(crate) struct Operations {
    /// Their names, or `all`.
    pub(crate) names: Vec<String>,
    /// Those of `all` to leave out.
    pub(crate) except: Vec<String>,
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
        if let Some(operations) = self.operations {
            let all = config.with_operations(operations.names.clone());
            config = all.without(&operations.except);
        }
        let part = || selected(parse(Input::Document, self.document.text)?, &config);
        // Parsing the overlay takes as long as parsing the document and selecting a part of it.
        let (first, overlay) = in_parallel(part, || Overlay::parse(self.overlay.text));
        generated_from(first?, part, &overlay?, &config)
    }
}

/// The code that is generated from the part of `document` that `config` selects.
pub(crate) fn generated(
    document: &Value,
    overlay: &Overlay,
    config: &Config,
) -> Result<Generated, Errors> {
    let part = || selected(document.clone(), config);
    generated_from(part()?, part, overlay, config)
}

/// The code that is generated from the `first` of the equal parts that `part` makes. No copy is kept for errors: it is made
/// again.
fn generated_from(
    first: Value,
    part: impl Fn() -> Result<Value, Errors>,
    overlay: &Overlay,
    config: &Config,
) -> Result<Generated, Errors> {
    let (corrected, prose) = corrected(first, &part, overlay, config)?;
    Document::new(corrected)
        .and_then(|document| generate(&document.with_prose(prose), config))
        .or_else(|errors| {
            if is_obsolete(&errors) {
                return Err(errors);
            }
            let (corrected, _) = self::corrected(part()?, &part, overlay, config)?;
            let errors = all_errors(corrected.clone(), config, errors);
            Err(overlay.explain(errors, &corrected))
        })
}

/// The `first` part with the corrections of the overlay, and the prose of the overlay.
fn corrected(
    mut first: Value,
    part: impl Fn() -> Result<Value, Errors>,
    overlay: &Overlay,
    config: &Config,
) -> Result<(Value, Prose), Errors> {
    let applied = match config.other_operations {
        true => overlay.apply_where_it_fits(&mut first),
        false => overlay.apply(&mut first),
    };
    let prose = applied.or_else(|errors| match is_obsolete(&errors) {
        true => Err(errors),
        false => Err(all_errors(part()?, config, errors)),
    })?;
    complete_error_object(&mut first)?;
    Ok((first, prose))
}

/// The part of `document` that `config` selects.
fn selected(document: Value, config: &Config) -> Result<Value, Errors> {
    let mut part = slice(document, config)?;
    if config.other_operations {
        add_error_object(&mut part);
    }
    Ok(part)
}

/// Whether `errors` are about obsolete entries alone, which say nothing about the document, and can be removed.
fn is_obsolete(errors: &Errors) -> bool {
    errors.iter().all(|error| error.obsolete)
}
