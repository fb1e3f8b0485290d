//! Prints what was done, and what went wrong.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::Duration;

use serde::Serialize;

use crate::failure::Failure;
use crate::style::{self, styled};

/// What a command that ran to its end has to say.
#[derive(Debug)]
pub(crate) struct Output {
    /// For standard output, with colours.
    pub(crate) text: String,
    /// For standard error, and the exit code: what the user has to mend, if anything.
    pub(crate) stale: Option<Failure>,
}

impl Output {
    /// All is well.
    pub(crate) fn fine(text: String) -> Self {
        Self { text, stale: None }
    }
}

/// `value` as JSON that is easy to compare: a line for every fact, and a newline at the end.
pub(crate) fn pretty(value: &impl Serialize) -> Result<String, Failure> {
    match serde_json::to_string_pretty(value) {
        Ok(text) => Ok(text + "\n"),
        Err(error) => Err(Failure::new(format!("cannot be written as JSON: {error}"))),
    }
}

/// A duration as a person reads it.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// Prints what was done.
pub(crate) fn say(report: &Output) -> ExitCode {
    match print(&report.text) {
        Ok(()) => match &report.stale {
            None => ExitCode::SUCCESS,
            Some(failure) => fail(failure),
        },
        Err(error) => fail(&Failure::new(format!(
            "standard output: cannot be written: {error}"
        ))),
    }
}

/// Prints what is wrong.
pub(crate) fn fail(failure: &Failure) -> ExitCode {
    let mut stderr = anstream::stderr().lock();
    for message in failure.messages() {
        // There is nowhere left to say that standard error is gone; the exit code tells.
        let _ = writeln!(stderr, "{}: {message}", styled(style::ERROR, "error"));
    }
    ExitCode::FAILURE
}

/// A reader that has seen enough, such as `head`, is no error.
fn print(text: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
