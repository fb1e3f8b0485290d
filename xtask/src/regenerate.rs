//! `cargo xtask regenerate`: generates the code from the document.

use std::time::Instant;

use stripe_codegen::{File, Generated, in_parallel};

use crate::cli::Regenerate;
use crate::compare::{self, FileChange};
use crate::diff;
use crate::failure::{Failure, both};
use crate::inputs::{RESTORE, read};
use crate::named_path::NamedPath;
use crate::output::{Output, seconds};
use crate::pipeline::{Operations, Pipeline};
use crate::provenance::Comparison;
use crate::replace::replace;
use crate::rerun;
use crate::whole_crate::{self, CrateName};
use crate::workspace::Workspace;

/// Regenerates the code of `workspace`, or checks that it is fresh.
pub(crate) fn run(workspace: &Workspace, options: &Regenerate) -> Result<Output, Failure> {
    let job = Job::new(workspace, options).map_err(Failure::nothing_written)?;
    if options.check {
        job.check(workspace, options)
    } else {
        job.write().map_err(Failure::nothing_written)
    }
}

/// The files that the command reads and writes.
struct Job {
    started: Instant,
    document: NamedPath,
    overlay: NamedPath,
    config: NamedPath,
    /// Whether `spec import` wrote the document.
    is_imported: bool,
    /// The folder of the generated code.
    folder: NamedPath,
    /// The crate around it, if one is written.
    around: Option<Around>,
}

/// A crate around generated code.
struct Around {
    folder: NamedPath,
    operations: Operations,
    /// The manifest and the runtime.
    files: Vec<File>,
}

impl Job {
    fn new(workspace: &Workspace, options: &Regenerate) -> Result<Self, Failure> {
        let given = |path: &Option<_>| path.as_deref().map(NamedPath::given);
        let out = given(&options.out);
        let (folder, around) = match out {
            Some(folder) if !options.operations.is_empty() => {
                whole_crate::check_is_ours(&folder)?;
                let around = Around {
                    files: whole_crate::scaffold(
                        workspace,
                        &CrateName::new(options.name.as_deref(), &folder)?,
                    )?,
                    operations: Operations {
                        names: options.operations.clone(),
                        except: options.except.clone(),
                    },
                    folder: folder.clone(),
                };
                (folder.inside(whole_crate::GENERATED), Some(around))
            }
            Some(folder) => (folder, None),
            None => (workspace.generated(), None),
        };
        Ok(Self {
            started: Instant::now(),
            document: given(&options.spec).unwrap_or_else(|| workspace.document()),
            overlay: workspace.overlay(),
            config: workspace.config(),
            is_imported: options.spec.is_none(),
            folder,
            around,
        })
    }

    /// The changes after which the files are as `generated`.
    fn changes<'a>(&'a self, generated: &'a Generated) -> Result<Vec<FileChange<'a>>, Failure> {
        let mut changes = compare::exactly(&self.folder, &generated.files)?;
        if let Some(around) = &self.around {
            changes.extend(compare::among_others(&around.folder, &around.files)?);
        }
        Ok(changes)
    }

    fn write(&self) -> Result<Output, Failure> {
        let generated = self.generate()?;
        let changes = self.changes(&generated)?;
        replace(&changes)?;
        let unchanged = changes.iter().filter(|it| it.is_fresh()).count();
        let removed = changes.iter().filter(|it| it.new.is_none()).count();
        let written = changes.len() - unchanged - removed;
        Ok(Output::fine(format!(
            "document    {}, API version {}\n\
             operations  {}\n\
             types       {}\n\
             files       {}: {written} written, {unchanged} unchanged, {removed} removed\n\
             time        {}\n",
            self.document,
            generated.api_version,
            several(&generated.operations),
            generated.types,
            self.place(),
            seconds(self.started.elapsed()),
        )))
    }

    /// Whether the document and the crate are those of the workspace.
    fn is_ours(&self, options: &Regenerate) -> bool {
        self.is_imported && options.out.is_none()
    }

    /// The folder of all written files.
    fn place(&self) -> &NamedPath {
        self.around
            .as_ref()
            .map_or(&self.folder, |around| &around.folder)
    }

    fn check(&self, workspace: &Workspace, options: &Regenerate) -> Result<Output, Failure> {
        // The hash takes a tenth of the time, and can be computed at any time.
        let is_ours = self.is_ours(options);
        let (generated, comparison) = in_parallel(
            || self.generate(),
            || is_ours.then(|| Comparison::of(workspace)),
        );
        let generated = generated?;
        let changes = self.changes(&generated)?;
        if let Some(comparison) = comparison {
            comparison?.check(&generated.api_version)?;
        }
        if changes.iter().all(FileChange::is_fresh) {
            return Ok(Output::fine(format!(
                "{} is fresh: {} files from {}, API version {}, in {}\n",
                self.place(),
                changes.len(),
                self.document,
                generated.api_version,
                seconds(self.started.elapsed()),
            )));
        }
        let stale = changes.iter().filter(|it| !it.is_fresh()).count();
        let missing = changes.iter().filter(|it| it.old.is_none()).count();
        let unexpected = changes.iter().filter(|it| it.new.is_none()).count();
        let changed = stale - missing - unexpected;
        let problem = format!(
            "expected the code that is generated from {}, found {changed} stale, {missing} missing and \
             {unexpected} unexpected files",
            self.document,
        );
        let help = format!("run `{}`", rerun::command());
        let stale = Failure::at(self.place(), &problem, Some(&help));
        let pinned = self.pinned(&changes, &generated.api_version);
        Ok(Output {
            text: diff::unified(&changes),
            stale: Some(Failure::join(pinned.into_iter().chain([stale]).collect())),
        })
    }

    /// The failure if the existing code is for another version of the API.
    fn pinned(&self, changes: &[FileChange<'_>], expected: &str) -> Option<Failure> {
        let generated = changes.iter().filter(|it| it.new.is_some());
        let mut existing = generated.filter_map(|it| it.old.as_deref());
        let found = existing.find_map(pinned_version)?;
        let problem = format!(
            "expected API version {expected}, which {} describes, found {found}",
            self.document,
        );
        (found != expected).then(|| Failure::at(self.place(), &problem, None))
    }

    fn generate(&self) -> Result<Generated, Failure> {
        let document = read(
            &self.document,
            "import one with `cargo xtask spec import FILE`",
        );
        let others = both(read(&self.overlay, RESTORE), read(&self.config, RESTORE));
        let (document, (overlay, config)) = both(document, others)?;
        let around = self.around.as_ref();
        Pipeline {
            document: self.document.with_text(&document),
            overlay: self.overlay.with_text(&overlay),
            config: self.config.with_text(&config),
            operations: around.map(|around| &around.operations),
        }
        .run()
    }
}

/// The API version in the root of generated code.
fn pinned_version(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("\npub const API_VERSION: &str = \"")?;
    let (version, _) = rest.split_once('"')?;
    Some(version)
}

/// The operations if they are few, otherwise their number.
fn several(operations: &[String]) -> String {
    match operations {
        few if few.len() <= 10 => few.join(", "),
        many => many.len().to_string(),
    }
}
