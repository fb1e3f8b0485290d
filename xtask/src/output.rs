//! Prints the output and the errors of commands.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::Duration;

use crate::failure::Failure;
use crate::style::{self, styled};

/// A duration in seconds.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// Prints the output of a command that succeeded.
pub(crate) fn print(text: &str) -> ExitCode {
    match write(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&Failure::new(format!(
            "standard output: cannot be written: {error}"
        ))),
    }
}

/// Prints a failure.
pub(crate) fn fail(failure: &Failure) -> ExitCode {
    // If a stream is closed, only the exit code is left.
    let _ = write(&failure.output);
    let mut stderr = anstream::stderr().lock();
    for message in failure.messages() {
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
