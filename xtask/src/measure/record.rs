//! Runs a program, and writes down what it cost.
//!
//! The system says what all programs together have cost that a process has waited for. So every program that is measured gets a
//! process of its own around it, which waits for nothing else: this program once more, in another role. Cargo
//! takes it as the wrapper of the compiler, which gives the cost of each crate without Cargo's unstable formats.

use std::env;
use std::ffi::OsString;
use std::fmt::Display;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::cost::Cost;

/// The variable of the environment that puts a process in this role, and says where to write. What it runs does not get it.
const LOG: &str = "XTASK_COST_LOG";

/// The same for the wrapper of the compiler, which gets it from Cargo, as everything does that Cargo runs.
const COMPILER_LOG: &str = "XTASK_COMPILER_COST_LOG";

/// One program that has run.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Entry {
    pub(crate) cost: Cost,
    /// What was compiled, if it was the compiler.
    pub(crate) unit: Option<Unit>,
}

/// One call of the compiler: a library, a program, a build script.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Unit {
    /// The package, and its version.
    pub(crate) package: String,
    pub(crate) version: String,
}

/// Does what a process in this role does, if this one is in it.
pub(crate) fn in_place_of_a_command() -> Option<ExitCode> {
    let (log, is_compiler) = match (env::var_os(LOG), env::var_os(COMPILER_LOG)) {
        (Some(log), _) => (log, false),
        (None, Some(log)) => (log, true),
        (None, None) => return None,
    };
    let mut arguments = env::args_os().skip(1);
    let program = arguments.next()?;
    let code = record(Path::new(&log), is_compiler, &program, arguments.collect());
    Some(code.unwrap_or_else(|problem| {
        // There is nowhere left to say that standard error is gone; the exit code tells.
        let _ = writeln!(io::stderr(), "error: {problem}");
        ExitCode::FAILURE
    }))
}

/// Has Cargo, which `command` runs, write to `log` what each call of the compiler costs.
pub(crate) fn record_compiler(command: &mut Command, log: &Path) -> Result<(), String> {
    command
        .env("RUSTC_WRAPPER", this_program()?)
        .env(COMPILER_LOG, log);
    Ok(())
}

/// The command that runs `command`, and appends what it costs to `log`.
pub(crate) fn recorded(command: &Command, log: &Path) -> Result<Command, String> {
    let mut out = Command::new(this_program()?);
    out.arg(command.get_program())
        .args(command.get_args())
        .env(LOG, log);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => out.env(name, value),
            None => out.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        out.current_dir(folder);
    }
    Ok(out)
}

/// Where this program is: what takes the role.
pub(crate) fn this_program() -> Result<PathBuf, String> {
    env::current_exe().map_err(|error| format!("cannot find this program itself: {error}"))
}

/// All that was written to `log`, which is removed.
pub(crate) fn take(log: &Path) -> Result<Vec<Entry>, String> {
    let unreadable = |error: &dyn Display| format!("{}: cannot be read: {error}", log.display());
    let text = fs::read_to_string(log).map_err(|error| unreadable(&error))?;
    fs::remove_file(log).map_err(|error| unreadable(&error))?;
    let entries = text.lines().map(serde_json::from_str);
    entries
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(&error))
}

fn record(
    log: &Path,
    is_compiler: bool,
    program: &OsString,
    arguments: Vec<OsString>,
) -> Result<ExitCode, String> {
    let unit = unit(&arguments).filter(|_| is_compiler);
    let start = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .env_remove(LOG)
        .status()
        .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    let cost = Cost {
        wall_seconds: start.elapsed().as_secs_f64(),
        ..used_by_children()?
    };
    if unit.is_some() || !is_compiler {
        append(log, &Entry { cost, unit })?;
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// What the compiler compiles: Cargo says so in the environment. `-` is no crate, but a question about the compiler.
fn unit(arguments: &[OsString]) -> Option<Unit> {
    let has = |wanted: &str| arguments.iter().any(|argument| argument == wanted);
    (has("--crate-name") && !has("-")).then_some(())?;
    Some(Unit {
        package: env::var("CARGO_PKG_NAME").ok()?,
        version: env::var("CARGO_PKG_VERSION").ok()?,
    })
}

/// What all programs have cost that this process has waited for, but for the time that has passed.
#[cfg(unix)]
fn used_by_children() -> Result<Cost, String> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    #[allow(
        clippy::cast_precision_loss,
        reason = "no build takes 100 million years"
    )]
    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // The system counts kilobytes; macOS counts bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)
        .map_err(|error| format!("the system does not say what a program has cost: {error}"))?;
    Ok(Cost {
        wall_seconds: 0.0,
        cpu_seconds: seconds(usage.user_time()) + seconds(usage.system_time()),
        peak_memory_bytes: u64::try_from(usage.max_rss()).unwrap_or_default() * unit,
    })
}

#[cfg(not(unix))]
fn used_by_children() -> Result<Cost, String> {
    Err("only a Unix says what a program has cost: measure on one".to_owned())
}

/// In one piece: several processes write to the same file.
fn append(log: &Path, entry: &Entry) -> Result<(), String> {
    let unwritable = |error: &dyn Display| format!("{}: cannot be written: {error}", log.display());
    let mut line = serde_json::to_string(entry).map_err(|error| unwritable(&error))?;
    line.push('\n');
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .map_err(|error| unwritable(&error))?;
    file.write_all(line.as_bytes())
        .map_err(|error| unwritable(&error))
}
