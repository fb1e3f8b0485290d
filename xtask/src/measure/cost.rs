//! The time that a command takes.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::failure::Failure;

/// The time that a process and its children take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cost {
    pub(super) wall_seconds: f64,
    /// User and system time.
    pub(super) cpu_seconds: f64,
}

/// A shell that runs `program`, and then prints the CPU times of its children.
///
/// The standard library does not report the CPU time of a child process; `times` of a POSIX shell does.
pub(super) fn in_shell(program: impl AsRef<OsStr>) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", r#""$@" >/dev/null; code=$?; times; exit $code"#, "sh"]);
    shell.arg(program);
    shell
}

/// Runs a command of [`in_shell`].
pub(super) fn cost(mut shell: Command) -> Result<Cost, Failure> {
    let start = Instant::now();
    let output = shell
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cannot start `sh`: {error}")))?;
    let wall_seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(Failure::new(
            "the measured command failed; see the output above",
        ));
    }
    let times = String::from_utf8_lossy(&output.stdout);
    match cpu_seconds(&times) {
        Some(cpu_seconds) => Ok(Cost {
            wall_seconds,
            cpu_seconds,
        }),
        None => Err(Failure::new(format!(
            "`times` of `sh`: expected two lines of times such as `0m1.50s 0m0.25s`, found {times:?}"
        ))),
    }
}

/// The user and system time of the children: the second line that `times` prints.
fn cpu_seconds(times: &str) -> Option<f64> {
    let seconds = |time: &str| {
        let (minutes, seconds) = time.strip_suffix('s')?.split_once('m')?;
        let minutes: f64 = minutes.parse().ok()?;
        // Some shells use the decimal separator of the locale.
        let seconds: f64 = seconds.replace(',', ".").parse().ok()?;
        Some(60.0 * minutes + seconds)
    };
    let (user, system) = times.lines().nth(1)?.split_once(' ')?;
    Some(seconds(user)? + seconds(system)?)
}

/// The median of `figures`; of an even number, the upper of the two in the middle.
pub(super) fn median(figures: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

#[cfg(test)]
mod tests;
