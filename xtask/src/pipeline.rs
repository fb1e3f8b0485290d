//! The whole pipeline of the generator, from its inputs to the texts of files.

use serde_json::Value;
use stripe_codegen::{
    Config, Document, Errors, Generated, Overlay, Prose, add_error_object, all_errors,
    complete_error_object, generate, in_parallel, slice,
};

use crate::inputs::Settings;

/// The code that is generated from the part of a document that `settings` select, or every error in the inputs.
///
/// `document` makes the document. It does so again for errors, so that no copy is kept for them.
pub(crate) fn generated(
    document: impl Fn() -> Result<Value, Errors> + Send + Sync,
    settings: &Settings,
) -> Result<Generated, Errors> {
    let config = settings.config()?;
    let select = || selected(document()?, &config);
    // Parsing the overlay takes as long as parsing the document and selecting a part of it.
    let (part, overlay) = in_parallel(select, || Overlay::parse(&settings.overlay.text));
    let (part, overlay) = (part?, overlay?);
    let (part, prose) = corrected(part, select, &overlay, &config)?;
    Document::new(part)
        .and_then(|document| generate(&document.with_prose(prose), &config))
        .or_else(|errors| {
            if is_obsolete(&errors) {
                return Err(errors);
            }
            let (part, _) = corrected(select()?, select, &overlay, &config)?;
            let errors = all_errors(part.clone(), &config, errors);
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
