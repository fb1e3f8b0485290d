//! `cargo xtask regenerate`: the document in, the generated code out.

use std::thread;
use std::time::Instant;

use stripe_codegen::{File, Generated};

use crate::cli::Regenerate;
use crate::compare::{FileChange, Plan};
use crate::diff;
use crate::failure::{Failure, both};
use crate::inputs::{RESTORE, read};
use crate::named_path::NamedPath;
use crate::output::{Output, seconds};
use crate::pipeline::Pipeline;
use crate::provenance::Comparison;
use crate::replace::replace;
use crate::rerun::command;
use crate::threads::joined;
use crate::whole_crate;
use crate::workspace::Workspace;

/// Makes the generated code of `workspace` anew, or checks that it is as it should be.
pub(crate) fn run(workspace: &Workspace, options: &Regenerate) -> Result<Output, Failure> {
    let job = Job::new(workspace, options).map_err(Failure::nothing_written)?;
    if options.check {
        job.check(workspace, options)
    } else {
        job.write().map_err(Failure::nothing_written)
    }
}

/// Where everything is that the command reads and writes.
struct Job {
    started: Instant,
    document: NamedPath,
    overlay: NamedPath,
    config: NamedPath,
    /// Whether the document has been through `spec import`.
    is_imported: bool,
    /// Where the generated code goes.
    folder: NamedPath,
    /// The crate around it, if there is to be one.
    around: Option<Around>,
}

/// A crate around generated code.
struct Around {
    folder: NamedPath,
    operations: Vec<String>,
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
                    files: whole_crate::scaffold(workspace)?,
                    operations: options.operations.clone(),
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

    /// What has to happen so that everything is as `generated` says.
    fn plan<'a>(&'a self, generated: &'a Generated) -> Result<Plan<'a>, Failure> {
        let mut plan = Plan::new(&self.folder, &generated.files)?;
        if let Some(around) = &self.around {
            plan.add(&around.folder, &around.files)?;
        }
        Ok(plan)
    }

    fn write(&self) -> Result<Output, Failure> {
        let generated = self.generate()?;
        let plan = self.plan(&generated)?;
        carry_out(&plan, &self.folder)?;
        let written = plan.count(|change| {
            matches!(
                change,
                FileChange::Created { .. } | FileChange::Changed { .. }
            )
        });
        let unchanged = plan.count(|change| matches!(change, FileChange::Unchanged));
        let removed = plan.count(|change| matches!(change, FileChange::Removed { .. }));
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

    /// Whether this is about the document and the crate of the workspace.
    fn is_ours(&self, options: &Regenerate) -> bool {
        self.is_imported && options.out.is_none()
    }

    /// Where everything goes.
    fn place(&self) -> &NamedPath {
        self.around
            .as_ref()
            .map_or(&self.folder, |around| &around.folder)
    }

    fn check(&self, workspace: &Workspace, options: &Regenerate) -> Result<Output, Failure> {
        // The SHA-256 takes a tenth of the time, and waits for nothing.
        let (generated, comparison) = thread::scope(|scope| {
            let is_ours = self.is_ours(options);
            let comparison = is_ours.then(|| scope.spawn(|| Comparison::of(workspace)));
            (self.generate(), comparison.map(joined))
        });
        let generated = generated?;
        let plan = self.plan(&generated)?;
        if let Some(comparison) = comparison {
            comparison?.check(&generated.api_version)?;
        }
        if plan.is_fresh() {
            return Ok(Output::fine(format!(
                "{} is fresh: {} files from {}, API version {}, in {}\n",
                self.place(),
                plan.entries.len(),
                self.document,
                generated.api_version,
                seconds(self.started.elapsed()),
            )));
        }
        let changed = plan.count(|change| matches!(change, FileChange::Changed { .. }));
        let missing = plan.count(|change| matches!(change, FileChange::Created { .. }));
        let unexpected = plan.count(|change| matches!(change, FileChange::Removed { .. }));
        let problem = format!(
            "expected what is generated from {}, found {changed} stale, {missing} missing and \
             {unexpected} unexpected files",
            self.document,
        );
        let help = format!("run `{}`", command(workspace, options));
        let stale = Failure::at(self.place(), &problem, Some(&help));
        let pinned = self.pinned(&plan, &generated.api_version);
        Ok(Output {
            text: diff::unified(&plan),
            stale: Some(Failure::join(pinned.into_iter().chain([stale]).collect())),
        })
    }

    /// What is wrong if the code that is there is made for another version of the API.
    fn pinned(&self, plan: &Plan<'_>, expected: &str) -> Option<Failure> {
        let found = plan.entries.iter().find_map(|entry| match &entry.change {
            FileChange::Changed { old, .. } => pinned_version(old),
            _ => None,
        })?;
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
            is_imported: self.is_imported,
            operations: around.map(|around| around.operations.as_slice()),
        }
        .run()
    }
}

/// The version of the API that the root of generated code is made for.
fn pinned_version(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("\npub const API_VERSION: &str = \"")?;
    let (version, _) = rest.split_once('"')?;
    Some(version)
}

/// The operations, if they are few; otherwise how many.
fn several(operations: &[String]) -> String {
    match operations {
        few if few.len() <= 10 => few.join(", "),
        many => format!("{} of them", many.len()),
    }
}

/// Makes `folder` as `plan` says.
fn carry_out(plan: &Plan<'_>, folder: &NamedPath) -> Result<(), Failure> {
    let (replacements, removed) = plan.steps();
    replace(&replacements)?.remove(&removed, folder)
}
