//! The origin of the document in `spec/`.

use std::process::Command;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use stripe_codegen::Counts;

use crate::failure::{Failure, both};
use crate::import::Given;
use crate::inputs::read;
use crate::workspace::{DOCUMENT, PROVENANCE, Workspace};

/// What to do if the document and the provenance differ.
const HELP: &str = "import it again with `cargo xtask spec import FILE`";

/// The content of `spec/provenance.json`. Without dates and paths: importing the same file again, anywhere, changes nothing.
///
/// A check needs the fields without a default.
#[derive(Clone, Deserialize, Serialize)]
pub(crate) struct Provenance {
    /// The version of the API that the document describes.
    pub(crate) api_version: String,
    /// The repository that publishes the document.
    #[serde(default)]
    upstream: String,
    /// The commit of that repository, if known: with it anybody can fetch the same file.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<String>,
    /// The document's own name for itself.
    #[serde(default)]
    document: String,
    /// The published document.
    #[serde(default)]
    source: Summary,
    /// The imported operations, by `operationId`.
    #[serde(default)]
    pub(crate) operations: Vec<String>,
    /// The document in `spec/`.
    pub(crate) imported: Summary,
}

/// The size and the hash of a document.
#[derive(Clone, Default, Deserialize, Serialize)]
pub(crate) struct Summary {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    bytes: usize,
    sha256: String,
    #[serde(default)]
    paths: usize,
    #[serde(default)]
    operations: usize,
    #[serde(default)]
    schemas: usize,
}

impl Summary {
    /// Describes `document`, which has this text.
    pub(crate) fn new(text: &str, document: &Value) -> Self {
        let counts = Counts::of(document);
        Self {
            file: None,
            bytes: text.len(),
            sha256: sha256(text),
            paths: counts.paths,
            operations: counts.operations,
            schemas: counts.schemas,
        }
    }
}

impl Provenance {
    /// The provenance of what is imported from `document`, the one in `given`; nothing is imported yet.
    ///
    /// Without a commit, it is the one in `known` for the same document, if any.
    pub(crate) fn new(given: &Given, known: &[Self], document: &Value) -> Self {
        let info = |key: &str| Some(document.get("info")?.get(key)?.as_str()?.to_owned());
        let source = Summary {
            file: Some(given.file.clone()),
            ..Summary::new(&given.source.text, document)
        };
        let mut same = known.iter().filter(|it| it.source.sha256 == source.sha256);
        let known = same.find_map(|it| it.commit.clone());
        Self {
            api_version: info("version").unwrap_or_default(),
            upstream: "https://github.com/stripe/openapi".to_owned(),
            commit: given.commit.clone().or(known),
            document: info("x-stripeSpecFilename")
                .or_else(|| info("title"))
                .unwrap_or_default(),
            source,
            operations: vec![],
            imported: Summary::default(),
        }
    }

    /// Reads the provenance of `workspace`.
    fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let place = workspace.at(PROVENANCE);
        serde_json::from_str(&read(&place, HELP)?).map_err(|error| {
            let problem = format!("expected what an import writes: {error}");
            Failure::at(&place, problem).help(HELP)
        })
    }

    /// The provenances of `workspace` that can be read: the present one, and the one under version control, which has the
    /// commit of a document that an update returns to.
    pub(crate) fn known(workspace: &Workspace) -> Vec<Self> {
        let committed = Command::new("git")
            .arg("-C")
            .arg(workspace.root())
            .args(["show", &format!("HEAD:./{}", workspace.at(PROVENANCE))])
            .output();
        let committed = committed.ok().filter(|it| it.status.success());
        let committed = committed.and_then(|it| serde_json::from_slice(&it.stdout).ok());
        let present = Self::read(workspace).ok();
        present.into_iter().chain(committed).collect()
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

/// The document in `spec/` and its provenance.
pub(crate) struct Comparison {
    recorded: Provenance,
    bytes: usize,
    sha256: String,
}

impl Comparison {
    pub(crate) fn of(workspace: &Workspace) -> Result<Self, Failure> {
        let recorded = Provenance::read(workspace)?;
        let text = read(&workspace.at(DOCUMENT), HELP)?;
        Ok(Self {
            recorded,
            bytes: text.len(),
            sha256: sha256(&text),
        })
    }

    /// Checks that the document, which describes `api_version`, is the recorded one: that nobody changed it by hand.
    pub(crate) fn check(&self, workspace: &Workspace, api_version: &str) -> Result<(), Failure> {
        let check = |is_same, expected: String, found: String| match is_same {
            true => Ok(()),
            false => {
                let problem =
                    format!("expected {expected}, as {PROVENANCE} records; found {found}");
                Err(Failure::at(&workspace.at(DOCUMENT), problem).help(HELP))
            }
        };
        let (version, imported) = (&self.recorded.api_version, &self.recorded.imported);
        let text = check(
            (self.bytes, &self.sha256) == (imported.bytes, &imported.sha256),
            format!("{} bytes with SHA-256 {}", imported.bytes, imported.sha256),
            format!("{} bytes with {}", self.bytes, self.sha256),
        );
        let version = check(
            version == api_version,
            format!("API version {version}"),
            api_version.to_owned(),
        );
        both(text, version).map(|_| ())
    }
}
