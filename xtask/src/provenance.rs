//! Says where the document in `spec/` comes from.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use stripe_codegen::import::Counts;

use crate::failure::Failure;
use crate::inputs::read;
use crate::named_path::NamedPath;
use crate::workspace::Workspace;

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
    imported: Imported,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    file: &'a str,
    bytes: usize,
    sha256: String,
    #[serde(flatten)]
    size: Size,
}

/// The document in `spec/`.
#[derive(Debug, Serialize)]
struct Imported {
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
    /// The provenance of `imported`, `operations` taken out of `document`, which the file called `file` holds; each
    /// of the two with its text.
    pub(crate) fn new(
        file: &'a str,
        (text, document): (&str, &'a Value),
        operations: &'a [String],
        (imported_text, imported): (&str, &Value),
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
                file,
                bytes: text.len(),
                sha256: sha256(text),
                size: Counts::of(document).into(),
            },
            operations,
            imported: Imported {
                bytes: imported_text.len(),
                sha256: sha256(imported_text),
                size: Counts::of(imported).into(),
            },
        }
    }
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What has to be right of a provenance that was read.
#[derive(Deserialize)]
struct Recorded {
    api_version: String,
    imported: RecordedImport,
}

#[derive(Deserialize)]
struct RecordedImport {
    bytes: usize,
    sha256: String,
}

/// What to do about a document and a provenance that do not agree.
const HELP: &str = "import it again with `cargo xtask spec import FILE`";

/// The document in `spec/`, and what the provenance says of it.
pub(crate) struct Comparison {
    document: NamedPath,
    provenance: NamedPath,
    recorded: Recorded,
    bytes: usize,
    sha256: String,
}

impl Comparison {
    pub(crate) fn of(workspace: &Workspace) -> Result<Self, Failure> {
        let (document, provenance) = (workspace.document(), workspace.provenance());
        let recorded = serde_json::from_str(&read(&provenance, HELP)?).map_err(|error| {
            let problem = format!("expected what an import writes: {error}");
            Failure::at(&provenance, &problem, Some(HELP))
        })?;
        let text = read(&document, HELP)?;
        Ok(Self {
            document,
            provenance,
            recorded,
            bytes: text.len(),
            sha256: sha256(&text),
        })
    }

    /// Checks that the document, which describes `api_version`, is the one that the provenance speaks of: that nobody has
    /// changed it by hand.
    pub(crate) fn check(&self, api_version: &str) -> Result<(), Failure> {
        let (recorded, place) = (&self.recorded, &self.provenance);
        let expected = (recorded.imported.bytes, &recorded.imported.sha256);
        let found = (self.bytes, &self.sha256);
        let mut failures = vec![];
        let mut differ = |problem: String| {
            failures.push(Failure::at(&self.document, &problem, Some(HELP)));
        };
        if found != expected {
            differ(format!(
                "expected {} bytes with SHA-256 {}, as {place} says; found {} bytes with {}",
                expected.0, expected.1, found.0, found.1
            ));
        }
        if recorded.api_version != api_version {
            differ(format!(
                "expected API version {}, as {place} says; found {api_version}",
                recorded.api_version
            ));
        }
        match failures.is_empty() {
            true => Ok(()),
            false => Err(Failure::join(failures)),
        }
    }
}
