//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::place::Place;

const CONFIG: &str = "spec/config.yaml";

/// The workspace that the commands work on.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    /// Whether the user named the root.
    is_given: bool,
}

impl Workspace {
    /// The workspace at `root`, or else the one around this package or the current folder.
    ///
    /// Cargo tells a program that it runs where its package is; a program that is started by hand
    /// looks around itself. No path is fixed when the program is built, so it can be moved.
    pub(crate) fn find(root: Option<PathBuf>) -> Result<Self, Failure> {
        if let Some(root) = root {
            return Ok(Self {
                root,
                is_given: true,
            });
        }
        let starts = [
            env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from),
            env::current_dir().ok(),
        ];
        starts
            .iter()
            .flatten()
            .find_map(|start| start.ancestors().find(|folder| is_root(folder)))
            .map(|root| Self {
                root: root.to_owned(),
                is_given: false,
            })
            .ok_or_else(|| {
                Failure::new(format!(
                    "expected to be inside the workspace, found no folder above with {CONFIG}"
                ))
                .help("go there, or name it with --root DIR")
            })
    }

    /// The root, if the user named it.
    pub(crate) fn given(&self) -> Option<&Path> {
        self.is_given.then_some(self.root.as_path())
    }

    /// The root, to hand it on.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder for what is only needed while something is measured.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.root.join("target/measure")
    }

    /// The configuration of the generator.
    pub(crate) fn config(&self) -> Place {
        Place::below(&self.root, CONFIG)
    }

    /// The document that the crate is made from.
    pub(crate) fn document(&self) -> Place {
        Place::below(&self.root, "spec/openapi.json")
    }

    /// The overlay that is applied to it.
    pub(crate) fn overlay(&self) -> Place {
        Place::below(&self.root, "spec/overlay.yaml")
    }

    /// What says where the document comes from.
    pub(crate) fn provenance(&self) -> Place {
        Place::below(&self.root, "spec/provenance.json")
    }

    /// The manifest of the workspace.
    pub(crate) fn manifest(&self) -> Place {
        Place::below(&self.root, "Cargo.toml")
    }

    /// The versions of everything that the workspace is built with.
    pub(crate) fn lock(&self) -> Place {
        Place::below(&self.root, "Cargo.lock")
    }

    /// The changelog of the published crate.
    pub(crate) fn changelog(&self) -> Place {
        Place::below(&self.root, "CHANGELOG.md")
    }

    /// The pictures of the README, and the figures that they are drawn from.
    pub(crate) fn pictures(&self) -> Place {
        Place::below(&self.root, "xtask/pictures")
    }

    /// The folder of the published crate.
    pub(crate) fn member(&self) -> Place {
        Place::below(&self.root, "stripe-customers")
    }

    /// The folder of the generated code.
    pub(crate) fn generated(&self) -> Place {
        Place::below(&self.root, "stripe-customers/src/generated")
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join(CONFIG).is_file()
}
