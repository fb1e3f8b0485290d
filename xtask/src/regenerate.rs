//! `cargo xtask regenerate`: generates the code from the document.

use std::time::Instant;

use stripe_codegen::{File, Generated, Input, in_parallel, parse};

use crate::cli::Regenerate;
use crate::compare::{self, FileChange};
use crate::diff;
use crate::failure::{Failure, both};
use crate::inputs::{Settings, Source};
use crate::named_path::NamedPath;
use crate::output::seconds;
use crate::pipeline::generated;
use crate::provenance::Comparison;
use crate::replace::replace;
use crate::rerun;
use crate::whole_crate::{self, crate_name};
use crate::workspace::{DOCUMENT, GENERATED, Workspace};

/// Regenerates the code of `workspace`, or checks that it is fresh.
pub(crate) fn run(workspace: &Workspace, options: &Regenerate) -> Result<String, Failure> {
    let job = Job::new(workspace, options).map_err(Failure::nothing_written)?;
    if options.check {
        job.check()
    } else {
        job.write().map_err(Failure::nothing_written)
    }
}

/// The files that the command reads and writes.
struct Job<'a> {
    workspace: &'a Workspace,
    options: &'a Regenerate,
    started: Instant,
    document: NamedPath,
    /// The folder of all written files.
    folder: NamedPath,
    /// The folder of the generated code.
    generated: NamedPath,
    /// The manifest and the runtime, if a whole crate is written.
    scaffold: Vec<File>,
}

impl<'a> Job<'a> {
    fn new(workspace: &'a Workspace, options: &'a Regenerate) -> Result<Self, Failure> {
        let given = |path: &Option<_>| path.as_deref().map(NamedPath::given);
        let folder = given(&options.out).unwrap_or_else(|| workspace.at(GENERATED));
        let (generated, scaffold) = match options.operations.is_empty() {
            true => (folder.clone(), vec![]),
            false => {
                whole_crate::check_is_ours(&folder)?;
                let name = crate_name(options.name.as_deref(), &folder)?;
                let scaffold = whole_crate::scaffold(workspace, &name)?;
                (folder.inside(whole_crate::GENERATED), scaffold)
            }
        };
        Ok(Self {
            workspace,
            options,
            started: Instant::now(),
            document: given(&options.spec).unwrap_or_else(|| workspace.at(DOCUMENT)),
            folder,
            generated,
            scaffold,
        })
    }

    /// The changes after which the files are as `generated`.
    fn changes<'g>(&'g self, generated: &'g Generated) -> Result<Vec<FileChange<'g>>, Failure> {
        let mut changes = compare::exactly(&self.generated, &generated.files)?;
        changes.extend(compare::among_others(&self.folder, &self.scaffold)?);
        Ok(changes)
    }

    fn write(&self) -> Result<String, Failure> {
        let generated = self.generate()?;
        let changes = self.changes(&generated)?;
        replace(&changes)?;
        let unchanged = changes.iter().filter(|it| it.is_fresh()).count();
        let removed = changes.iter().filter(|it| it.new.is_none()).count();
        let written = changes.len() - unchanged - removed;
        Ok(format!(
            "document    {}, API version {}\n\
             operations  {}\n\
             types       {}\n\
             files       {}: {written} written, {unchanged} unchanged, {removed} removed\n\
             time        {}\n",
            self.document,
            generated.api_version,
            several(&generated.operations),
            generated.types,
            self.folder,
            seconds(self.started.elapsed()),
        ))
    }

    fn check(&self) -> Result<String, Failure> {
        let is_ours = self.options.spec.is_none() && self.options.out.is_none();
        // The hash takes a tenth of the time, and can be computed at any time.
        let (generated, comparison) = in_parallel(
            || self.generate(),
            || is_ours.then(|| Comparison::of(self.workspace)),
        );
        let generated = generated?;
        let changes = self.changes(&generated)?;
        if let Some(comparison) = comparison {
            comparison?.check(self.workspace, &generated.api_version)?;
        }
        if changes.iter().all(FileChange::is_fresh) {
            return Ok(format!(
                "{} is fresh: {} files from {}, API version {}, in {}\n",
                self.folder,
                changes.len(),
                self.document,
                generated.api_version,
                seconds(self.started.elapsed()),
            ));
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
        let stale = Failure::at(&self.folder, problem).help(help.as_str());
        let pinned = self.pinned(&changes, &generated.api_version);
        let mut failure = Failure::all(pinned.into_iter().chain([stale]));
        failure.output = diff::unified(&changes);
        Err(failure)
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
        (found != expected).then(|| Failure::at(&self.folder, problem))
    }

    fn generate(&self) -> Result<Generated, Failure> {
        let help = "import one with `cargo xtask spec import FILE`";
        let document = Source::read(Input::Document, self.document.clone(), help);
        let (document, settings) = both(document, Settings::read(self.workspace))?;
        let settings = Settings {
            operations: self.options.operations.clone(),
            except: self.options.except.clone(),
            ..settings
        };
        generated(|| parse(Input::Document, &document.text), &settings)
            .map_err(|errors| settings.failure(&document, &errors))
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
