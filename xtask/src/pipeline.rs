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
        let select = || selected(parse(Input::Document, self.document.text)?, &config);
        // Parsing the overlay takes as long as parsing the document and selecting a part of it.
        let (part, overlay) = in_parallel(select, || Overlay::parse(self.overlay.text));
        generated_from(part?, select, &overlay?, &config)
    }
}

/// The code that is generated from the part of `document` that `config` selects.
pub(crate) fn generated(
    document: &Value,
    overlay: &Overlay,
    config: &Config,
) -> Result<Generated, Errors> {
    let select = || selected(document.clone(), config);
    generated_from(select()?, select, overlay, config)
}

/// The code that is generated from `part`. No copy is kept for errors: `select` makes it again.
fn generated_from(
    part: Value,
    select: impl Fn() -> Result<Value, Errors>,
    overlay: &Overlay,
    config: &Config,
) -> Result<Generated, Errors> {
    let (part, prose) = corrected(part, &select, overlay, config)?;
    Document::new(part)
        .and_then(|document| generate(&document.with_prose(prose), config))
        .or_else(|errors| {
            if is_obsolete(&errors) {
                return Err(errors);
            }
            let (part, _) = corrected(select()?, &select, overlay, config)?;
            let errors = all_errors(part.clone(), config, errors);
            Err(overlay.explain(errors, &part))
        })
}

/// The `part` with the corrections of the overlay, and the prose of the overlay. For errors, `select` makes the part again.
fn corrected(
    mut part: Value,
    select: impl Fn() -> Result<Value, Errors>,
    overlay: &Overlay,
    config: &Config,
) -> Result<(Value, Prose), Errors> {
    let applied = match config.other_operations {
        true => overlay.apply_where_it_fits(&mut part),
        false => overlay.apply(&mut part),
    };
    let prose = applied.or_else(|errors| match is_obsolete(&errors) {
        true => Err(errors),
        false => Err(all_errors(select()?, config, errors)),
    })?;
    complete_error_object(&mut part)?;
    Ok((part, prose))
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
