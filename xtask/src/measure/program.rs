//! The programs that are built: all of them create and retrieve a customer.

use std::path::PathBuf;

use toml::{Table, Value};

use super::published::{self, REGISTRY};
use crate::failure::Failure;
use crate::inputs::{RESTORE, read, read_toml};
use crate::place::Place;
use crate::workspace::Workspace;

/// A program, and what it is made with.
pub(crate) struct Program {
    /// What it is called where it is printed.
    pub(crate) name: &'static str,
    /// The package that takes the place of what is written by hand, if there is one.
    pub(crate) library: Option<&'static str>,
    main: &'static str,
    dependencies: &'static [Dependency],
    /// Whether others have published it, so that it has the versions that they say.
    pub(crate) is_peer: bool,
}

struct Dependency {
    name: &'static str,
    /// If it is none of the workspace.
    version: Option<&'static str>,
    features: &'static [&'static str],
}

const fn shared(name: &'static str, features: &'static [&'static str]) -> Dependency {
    Dependency {
        name,
        version: None,
        features,
    }
}

const fn published(
    name: &'static str,
    version: &'static str,
    features: &'static [&'static str],
) -> Dependency {
    Dependency {
        name,
        version: Some(version),
        features,
    }
}

/// What `#[tokio::main]` needs.
const TOKIO: Dependency = shared("tokio", &["macros", "rt-multi-thread"]);

/// The baseline comes first.
pub(crate) const PROGRAMS: [Program; 4] = [
    Program {
        name: "by hand",
        library: None,
        main: include_str!("../../programs/by_hand.rs"),
        dependencies: &[
            shared("form_urlencoded", &[]),
            shared("reqwest", &["rustls"]),
            shared("serde", &["derive"]),
            shared("serde_json", &[]),
            TOKIO,
        ],
        is_peer: false,
    },
    Program {
        name: "stripe-customers",
        library: Some("stripe-customers"),
        main: include_str!("../../programs/stripe_customers.rs"),
        dependencies: &[shared("stripe-customers", &[]), TOKIO],
        is_peer: false,
    },
    Program {
        name: "async-stripe",
        library: Some("async-stripe"),
        main: include_str!("../../programs/async_stripe.rs"),
        dependencies: &[
            published(
                "async-stripe",
                "1.0.0-rc.10",
                &["rustls-tls-native", "rustls-aws-lc-rs"],
            ),
            published("async-stripe-core", "1.0.0-rc.10", &["customer"]),
            TOKIO,
        ],
        is_peer: true,
    },
    Program {
        name: "stripe-sdk",
        library: Some("stripe-sdk"),
        main: include_str!("../../programs/stripe_sdk.rs"),
        dependencies: &[
            published("stripe-sdk", "0.3", &[]),
            shared("serde_json", &[]),
            TOKIO,
        ],
        is_peer: true,
    },
];

impl Program {
    /// Its package: also the name of its folder and of its binary.
    pub(crate) fn package(&self) -> String {
        format!("with-{}", self.name.replace(' ', "-"))
    }

    /// Where it is written to.
    pub(crate) fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.scratch().join("build").join(self.package())
    }

    /// Writes it: the manifest, the sources, and the versions of the workspace.
    pub(crate) fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let mut files = vec![
            ("Cargo.toml", self.manifest(workspace)?),
            ("src/main.rs", self.main.to_owned()),
        ];
        if self.library.is_none() {
            // The same struct that decoding is measured against.
            let place = workspace.member().inside("benches/support/by_hand.rs");
            files.push(("src/customer.rs", read(&place, RESTORE)?));
        }
        if self.dependencies.iter().any(Dependency::is_ours) {
            files.push((".cargo/config.toml", published::publish(workspace)?));
        }
        if !self.is_peer {
            files.push(("Cargo.lock", read(&workspace.lock(), RESTORE)?));
        }
        let folder = Place::given(&self.folder(workspace));
        for (name, text) in files {
            super::write(&folder.inside(name), &text)?;
        }
        Ok(())
    }

    /// Changes its `main.rs`, as a user does at work; each time in another way.
    pub(crate) fn touch(&self, workspace: &Workspace, time: usize) -> Result<(), Failure> {
        let place = Place::given(&self.folder(workspace).join("src/main.rs"));
        super::write(&place, &changed(self.main, time))
    }

    fn manifest(&self, workspace: &Workspace) -> Result<String, Failure> {
        let root = read_toml(&workspace.manifest())?;
        let mut package = Table::new();
        package.insert("name".to_owned(), self.package().into());
        package.insert("version".to_owned(), "0.0.0".into());
        package.insert("edition".to_owned(), "2024".into());
        let mut dependencies = Table::new();
        for dependency in self.dependencies {
            let requirement = dependency.requirement(&root);
            dependencies.insert(dependency.name.to_owned(), requirement);
        }
        let manifest = Table::from_iter([
            ("package".to_owned(), package.into()),
            ("dependencies".to_owned(), dependencies.into()),
            // A workspace of its own, although it is inside of another.
            ("workspace".to_owned(), Table::new().into()),
        ]);
        toml::to_string_pretty(&manifest).map_err(|error| Failure::new(error.to_string()))
    }
}

impl Dependency {
    /// As it stands in a manifest: of the workspace, what the root says of it, with the features.
    fn requirement(&self, root: &Table) -> Value {
        let version = |version: &str| Table::from_iter([("version".to_owned(), version.into())]);
        let said = root
            .get("workspace")
            .and_then(|it| it.get("dependencies")?.get(self.name));
        let mut out = match (self.version, said) {
            (Some(own), _) => version(own),
            (None, Some(Value::String(of_workspace))) => version(of_workspace),
            (None, Some(Value::Table(of_workspace))) => of_workspace.clone(),
            (None, _) => Table::from_iter([
                ("version".to_owned(), "*".into()),
                ("registry".to_owned(), REGISTRY.into()),
            ]),
        };
        if self.version.is_some() {
            out.insert(
                "default-features".to_owned(),
                self.features.is_empty().into(),
            );
        }
        let features = out
            .entry("features")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(features) = features {
            features.extend(self.features.iter().map(|&feature| feature.into()));
        }
        Value::Table(out)
    }

    fn is_ours(&self) -> bool {
        self.name == "stripe-customers"
    }
}

/// `main` so that it prints something else.
fn changed(main: &str, time: usize) -> String {
    let printed = format!("println!(\"{{:?}} ({time})\"");
    main.replacen("println!(\"{:?}\"", &printed, 1)
}

#[cfg(test)]
mod tests {
    use super::{PROGRAMS, changed};

    #[test]
    fn every_change_makes_another_program() {
        for program in &PROGRAMS {
            let name = program.name;
            assert_ne!(changed(program.main, 0), program.main, "{name}");
            assert_ne!(changed(program.main, 0), changed(program.main, 1), "{name}");
        }
    }
}
