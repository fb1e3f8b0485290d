//! The origin of the document in `spec/`.

use std::process::Command;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use stripe_codegen::Counts;

use crate::failure::Failure;
use crate::inputs::read;
use crate::named_path::NamedPath;
use crate::workspace::Workspace;

/// The content of `spec/provenance.json`. Without dates and paths: importing the same file again, anywhere, changes nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Provenance<'a> {
    /// The version of the API that the document describes.
    pub(crate) api_version: &'a str,
    /// The repository that publishes the document.
    upstream: &'static str,
    /// The commit of that repository, if known: with it anybody can fetch the same file.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    /// The document's own name for itself.
    document: &'a str,
    /// The published document.
    source: Summary<'a>,
    /// The imported operations, by `operationId`.
    operations: &'a [String],
    /// The document in `spec/`.
    imported: Summary<'a>,
}

/// The size and the hash of a document.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    bytes: usize,
    sha256: String,
    paths: usize,
    operations: usize,
    schemas: usize,
}

impl<'a> Summary<'a> {
    fn new(file: Option<&'a str>, (text, document): (&str, &Value)) -> Self {
        let counts = Counts::of(document);
        Self {
            file,
            bytes: text.len(),
            sha256: sha256(text),
            paths: counts.paths,
            operations: counts.operations,
            schemas: counts.schemas,
        }
    }
}

impl<'a> Provenance<'a> {
    /// The provenance of `imported`: `operations` of `document`, which is in `file`. Both documents come with their texts.
    ///
    /// Without a `commit`, it is the one in `recorded` for the same document, if any.
    pub(crate) fn new(
        file: &'a str,
        commit: Option<&str>,
        recorded: &[Recorded],
        (text, document): (&str, &'a Value),
        operations: &'a [String],
        imported: (&str, &Value),
    ) -> Self {
        let info = |key| {
            let value = document.get("info").and_then(|info| info.get(key));
            value.and_then(Value::as_str)
        };
        let source = Summary::new(Some(file), (text, document));
        let is_same = |it: &Recorded| {
            it.source
                .as_ref()
                .is_some_and(|it| it.sha256 == source.sha256)
        };
        let mut recorded = recorded.iter().filter(|it| is_same(it));
        let recorded = recorded.find_map(|it| it.commit.clone());
        Self {
            api_version: info("version").unwrap_or_default(),
            upstream: "https://github.com/stripe/openapi",
            commit: commit.map(str::to_owned).or(recorded),
            document: info("x-stripeSpecFilename")
                .or_else(|| info("title"))
                .unwrap_or_default(),
            source,
            operations,
            imported: Summary::new(None, imported),
        }
    }
}

/// Checks that `text` is the full hash of a commit.
pub(crate) fn parse_commit(text: &str) -> Result<String, String> {
    let is_digit = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    match text.len() == 40 && text.chars().all(is_digit) {
        true => Ok(text.to_owned()),
        false => Err("expected the 40 hexadecimal digits of a commit".to_owned()),
    }
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is read of a provenance.
#[derive(Clone, Deserialize)]
pub(crate) struct Recorded {
    api_version: String,
    commit: Option<String>,
    source: Option<RecordedSummary>,
    imported: RecordedSummary,
}

#[derive(Clone, Deserialize)]
struct RecordedSummary {
    bytes: usize,
    sha256: String,
}

impl Recorded {
    /// Reads the provenance of `workspace`.
    pub(crate) fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let place = workspace.provenance();
        serde_json::from_str(&read(&place, HELP)?).map_err(|error| {
            let problem = format!("expected what an import writes: {error}");
            Failure::at(&place, &problem, Some(HELP))
        })
    }

    /// The provenances of `workspace` that can be read: the present one, and the one under version control, which knows the
    /// commit of a document that an update returns to.
    pub(crate) fn known(workspace: &Workspace) -> Vec<Self> {
        let committed = Command::new("git")
            .arg("-C")
            .arg(workspace.root())
            .args(["show", &format!("HEAD:./{}", workspace.provenance())])
            .output();
        let committed = committed.ok().filter(|it| it.status.success());
        let committed = committed.and_then(|it| serde_json::from_slice(&it.stdout).ok());
        Self::read(workspace)
            .ok()
            .into_iter()
            .chain(committed)
            .collect()
    }
}

/// What to do if the document and the provenance differ.
const HELP: &str = "import it again with `cargo xtask spec import FILE`";

/// The document in `spec/` and its recorded provenance.
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
        let recorded = Recorded::read(workspace)?;
        let text = read(&document, HELP)?;
        Ok(Self {
            document,
            provenance,
            recorded,
            bytes: text.len(),
            sha256: sha256(&text),
        })
    }

    /// Checks that the document, which describes `api_version`, is the recorded one: that nobody changed it by hand.
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
                "expected {} bytes with SHA-256 {}, as {place} records; found {} bytes with {}",
                expected.0, expected.1, found.0, found.1
            ));
        }
        if recorded.api_version != api_version {
            differ(format!(
                "expected API version {}, as {place} records; found {api_version}",
                recorded.api_version
            ));
        }
        match failures.is_empty() {
            true => Ok(()),
            false => Err(Failure::join(failures)),
        }
    }
}
