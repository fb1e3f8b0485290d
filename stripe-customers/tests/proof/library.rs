//! Stripe's official library for Python, in a separate process.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

/// A script that uses the library. It reads a line of JSON and prints a line, until the value is dropped.
pub struct Library {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Library {
    /// Starts a script of this folder.
    pub fn start(script: &str, arguments: &[&str]) -> Self {
        let python = std::env::var("STRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proof/");
        let mut child = Command::new(python)
            .arg(format!("{folder}{script}"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            questions: child.stdin.take(),
            answers: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Writes a line to the script, and returns the line that it prints.
    pub fn ask(&mut self, question: &Value) -> String {
        writeln!(self.questions.as_mut().unwrap(), "{question}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let answer = line.strip_suffix('\n');
        answer
            .unwrap_or_else(|| panic!("no answer to {question}: is the library installed?"))
            .to_owned()
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        // The process ends when its standard input is closed.
        drop(self.questions.take());
        let _ = self.child.wait();
    }
}
