//! Says where the document in `spec/` comes from.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use stripe_codegen::import::Counts;

use crate::import::pretty;

/// What is known of a source, and of what was taken out of it. No date and no path: importing the
/// same file again, anywhere, changes nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Provenance<'a> {
    /// The version of the API that the document describes.
    pub(crate) api_version: &'a str,
    /// The repository that publishes the document.
    upstream: &'static str,
    /// The document's own name for itself.
    document: &'a str,
    source: Source<'a>,
    /// What was taken out, by `operationId`.
    operations: &'a [String],
    imported: Size,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    file: &'a str,
    bytes: usize,
    sha256: String,
    #[serde(flatten)]
    size: Size,
}

#[derive(Debug, Serialize)]
struct Size {
    paths: usize,
    operations: usize,
    schemas: usize,
}

impl From<Counts> for Size {
    fn from(counts: Counts) -> Self {
        Self {
            paths: counts.paths,
            operations: counts.operations,
            schemas: counts.schemas,
        }
    }
}

impl<'a> Provenance<'a> {
    /// The provenance of `imported`, `operations` taken out of `document`, which the file at `path`
    /// holds as `text`.
    pub(crate) fn new(
        path: &'a Path,
        text: &str,
        document: &'a Value,
        operations: &'a [String],
        imported: &Value,
    ) -> Self {
        let info = |key| {
            let value = document.get("info").and_then(|info| info.get(key));
            value.and_then(Value::as_str)
        };
        Self {
            api_version: info("version").unwrap_or_default(),
            upstream: "https://github.com/stripe/openapi",
            document: info("x-stripeSpecFilename")
                .or_else(|| info("title"))
                .unwrap_or_default(),
            source: Source {
                file: path
                    .file_name()
                    .and_then(|name| name.to_str())
                    .unwrap_or_default(),
                bytes: text.len(),
                sha256: hex(&Sha256::digest(text.as_bytes())),
                size: Counts::of(document).into(),
            },
            operations,
            imported: Counts::of(imported).into(),
        }
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> Result<String, serde_json::Error> {
        pretty(self)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
