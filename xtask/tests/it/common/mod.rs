//! A workspace in a temporary folder, and the commands run in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// The configuration that goes with [`DOCUMENT`].
pub(crate) const CONFIG: &str = "operations: [GetThing]\n";

/// A small valid document.
pub(crate) const DOCUMENT: &str = r##"{
  "openapi": "3.0.0",
  "info": { "title": "Things", "version": "2026-01-01.test", "description": "Prose." },
  "servers": [{ "url": "https://api.example.com/" }],
  "paths": {
    "/v1/things/{thing}": {
      "get": {
        "operationId": "GetThing",
        "description": "Prose.",
        "parameters": [
          { "name": "thing", "in": "path", "required": true, "schema": { "type": "string" } }
        ],
        "responses": {
          "200": {
            "description": "Prose.",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/thing" } } }
          }
        }
      },
      "delete": {
        "operationId": "DeleteThing",
        "responses": { "200": { "description": "Prose." } }
      }
    }
  },
  "components": {
    "schemas": {
      "unused": { "type": "object" },
      "thing": {
        "title": "Thing",
        "description": "Prose.",
        "type": "object",
        "required": ["id", "object"],
        "properties": {
          "description": { "type": "string", "description": "Prose.", "nullable": true },
          "id": { "type": "string", "maxLength": 5000 },
          "object": { "type": "string", "enum": ["thing"] }
        },
        "x-resourceId": "thing"
      }
    }
  }
}
"##;

/// The overlay that goes with [`DOCUMENT`].
pub(crate) const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Test, version: 0.1.0}
actions:
  - {target: $.components.schemas.thing, update: {description: A thing.}}
";

/// What a command printed, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A workspace in a folder that is removed on drop.
pub(crate) struct Workspace(TempDir);

impl Workspace {
    /// A workspace with the small document.
    pub(crate) fn small() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        workspace.write("spec/config.yaml", CONFIG);
        workspace.write("spec/overlay.yaml", OVERLAY);
        workspace.write("spec/openapi.json", DOCUMENT);
        workspace
    }

    /// Writes the provenance of the existing document, as an import does.
    pub(crate) fn vouch(&self) {
        let document = self.read("spec/openapi.json");
        let sha256 = Sha256::digest(document.as_bytes());
        let sha256: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        let version = document.split("\"version\": \"").nth(1).unwrap();
        let version = version.split('"').next().unwrap();
        let provenance = format!(
            "{{\"api_version\": \"{version}\", \"imported\": {{\"bytes\": {}, \"sha256\": \"{sha256}\"}}}}\n",
            document.len()
        );
        self.write("spec/provenance.json", provenance);
    }

    /// A workspace with the document that the crate is made from.
    pub(crate) fn real() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        for name in ["spec/config.yaml", "spec/overlay.yaml", "spec/openapi.json"] {
            workspace.write(name, fs::read(repository().join(name)).unwrap());
        }
        workspace
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `cargo xtask` with `arguments` for this workspace, inside its folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        let root = ["--root", "."];
        run(self.0.path(), &[&root, arguments].concat())
    }

    /// Runs a command that must fail with `stderr`, except for lines of files, and change no file.
    #[track_caller]
    pub(crate) fn refuses(&self, arguments: &[&str], stderr: &str) {
        let before = self.files();
        let outcome = self.run(arguments);
        let printed = without_excerpts(&outcome.stderr);
        assert_eq!((outcome.code, printed.as_str()), (Some(1), stderr));
        assert_eq!(outcome.stdout, "");
        assert_eq!(self.files(), before, "a file was changed");
    }

    /// Runs a command that must fail with a message that starts and ends like this, and change no file.
    #[track_caller]
    pub(crate) fn fails(&self, arguments: &[&str], start: &str, end: &str) {
        let before = self.files();
        let outcome = self.run(arguments);
        let printed = &outcome.stderr;
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""));
        assert!(
            printed.starts_with(start) && printed.ends_with(end),
            "{printed}"
        );
        assert_eq!(self.files(), before, "a file was changed");
    }

    /// Everything in the folder: files with their bytes, links with their targets, folders.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.0.path(), &mut files);
        files
    }
}

/// `text` without the lines of files that it shows.
fn without_excerpts(text: &str) -> String {
    let is_message = |line: &&str| {
        let line = line.trim_start();
        let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        !line.starts_with("--> ") && !after_number.trim_start().starts_with('|')
    };
    text.split_inclusive('\n').filter(is_message).collect()
}

/// Runs `cargo xtask` with `arguments` in `folder`.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    Outcome {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_symlink() {
            let target = fs::read_link(&path).unwrap();
            files.insert(path, target.into_os_string().into_encoded_bytes());
        } else if path.is_dir() {
            collect(&path, files);
            files.insert(path, b"folder".to_vec());
        } else {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
}
