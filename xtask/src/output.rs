//! Prints the output and the errors of commands.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::Duration;

use crate::failure::Failure;
use crate::style::{self, styled};

/// The output of a command that succeeded.
#[derive(Debug)]
pub(crate) struct Output {
    /// For standard output, with colours.
    pub(crate) text: String,
    /// What is stale, if anything: printed to standard error, with exit code 1.
    pub(crate) stale: Option<Failure>,
}

impl Output {
    /// Nothing is stale.
    pub(crate) fn fine(text: String) -> Self {
        Self { text, stale: None }
    }
}

/// A duration in seconds.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// Prints the output of a command.
pub(crate) fn print(output: &Output) -> ExitCode {
    match write(&output.text) {
        Ok(()) => match &output.stale {
            None => ExitCode::SUCCESS,
            Some(failure) => fail(failure),
        },
        Err(error) => fail(&Failure::new(format!(
            "standard output: cannot be written: {error}"
        ))),
    }
}

/// Prints a failure.
pub(crate) fn fail(failure: &Failure) -> ExitCode {
    let mut stderr = anstream::stderr().lock();
    for message in failure.messages() {
        // If standard error is closed, only the exit code is left.
        let _ = writeln!(stderr, "{}: {message}", styled(style::ERROR, "error"));
    }
    ExitCode::FAILURE
}

/// Writes to standard output. It is not an error if its reader has stopped reading, as `head` does.
fn write(text: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
