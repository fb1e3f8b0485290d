//! Tests of the example `import_customers`: no row is lost or imported twice.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::ledger::{Fate, Request, Server};
use crate::{example, stderr, stdout};

/// A file to import, in a temporary folder.
struct Import {
    folder: TempDir,
    server: Server,
}

impl Import {
    fn new(rows: &str, fate: fn(&Request<'_>) -> Fate) -> Self {
        let import = Self {
            folder: TempDir::new().unwrap(),
            server: Server::new(fate),
        };
        import.write(rows);
        import
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("customers.csv")
    }

    fn journal(&self) -> PathBuf {
        self.folder.path().join("customers.csv.test.journal")
    }

    fn write(&self, rows: &str) {
        fs::write(self.file(), rows).unwrap();
    }

    fn command(&self) -> Command {
        let mut command = example("import_customers");
        command
            .arg(self.file())
            .env("STRIPE_SECRET_KEY", "sk_test_1")
            .env("STRIPE_API_BASE", &self.server.url);
        command
    }

    fn run(&self) -> Output {
        self.command().output().unwrap()
    }

    /// Returns the ids in the journal, by key.
    fn entries(&self) -> HashMap<String, String> {
        let text = fs::read_to_string(self.journal()).unwrap();
        let entries = text.split_inclusive('\n').skip(1);
        let whole = entries.filter(|entry| entry.ends_with('\n'));
        let entry = |entry: &str| {
            let mut words = entry.split('\t').map(str::to_owned);
            (words.next().unwrap(), words.next().unwrap())
        };
        let entries: Vec<_> = whole.map(entry).collect();
        let ids: HashMap<_, _> = entries.iter().cloned().collect();
        assert_eq!(ids.len(), entries.len(), "an id occurs twice");
        ids
    }

    fn requests(&self) -> usize {
        self.server.ledger().fates.values().sum()
    }
}

fn created(_: &Request<'_>) -> Fate {
    Fate::Created
}

const ROWS: usize = 10_000;

/// Fails a tenth of the requests: a third of them with rate limit errors, in bursts, and the others at random.
fn a_tenth_fails(request: &Request<'_>) -> Fate {
    if request.number % 3_000 < 99 {
        return Fate::Refused(429);
    }
    let mut hasher = DefaultHasher::new();
    (request.key, request.attempt).hash(&mut hasher);
    match hasher.finish() % 1_000 {
        0..34 => Fate::Refused(500),
        34..68 => Fate::Lost,
        _ => Fate::Created,
    }
}

#[test]
fn ten_thousand_rows_are_imported_despite_failures_and_a_kill() {
    let mut rows = String::from("name,email,metadata[row]\n");
    for row in 0..ROWS {
        rows.push_str(&format!(
            "Customer {row},customer-{row}@example.com,{row}\n"
        ));
    }
    let import = Import::new(&rows, a_tenth_fails);
    let concurrently = |mut command: Command| {
        command
            .args(["--concurrency", "300"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };

    let mut killed = concurrently(import.command());
    import.server.wait_for(ROWS / 2);
    killed.kill().unwrap();
    assert!(
        !killed.wait().unwrap().success(),
        "the import ended before it was killed"
    );
    let before = import.entries().len();
    let made = import.server.ledger().customers.len();
    assert!((ROWS / 2..ROWS).contains(&made), "{made} were created");
    assert!(
        before < made,
        "a customer without a response is not in the journal"
    );

    let resumed = concurrently(import.command()).wait_with_output().unwrap();
    assert_eq!(resumed.status.code(), Some(0), "{resumed:?}");
    let journal = import.journal();
    let expected = format!(
        "{ROWS} rows: {} created, {before} created before, 0 failed, 0 invalid; {} has their ids\n",
        ROWS - before,
        journal.display()
    );
    assert_eq!(stdout(&resumed), expected);

    let ledger = import.server.ledger();
    assert_eq!(
        ledger.customers.len(),
        ROWS,
        "no customer is missing or duplicated"
    );
    let bodies: HashSet<_> = ledger.customers.values().map(|(body, _)| body).collect();
    assert_eq!(bodies.len(), ROWS, "every customer is of another row");
    assert_eq!(ledger.changed, 0, "no key was used for two rows");
    let ids = ledger.customers.iter();
    let ids: HashMap<_, _> = ids
        .map(|(key, (_, id))| (key.clone(), id.clone()))
        .collect();
    assert_eq!(import.entries(), ids);
    let requests: usize = ledger.fates.values().sum();
    let succeeded = ledger.fates[&Fate::Created];
    for fate in [Fate::Lost, Fate::Refused(429), Fate::Refused(500)] {
        let times = ledger.fates[&fate];
        assert!(times * 40 > requests, "{times} of {requests} were {fate:?}");
    }
    assert!((requests - succeeded) * 11 > requests);
}

#[test]
fn imported_rows_are_not_sent_again() {
    let import = Import::new("email\na@example.com\nb@example.com\n", created);
    assert_eq!(import.run().status.code(), Some(0));
    assert_eq!(import.requests(), 2);
    import.write("email\nb@example.com\nc@example.com\na@example.com\n");
    let again = import.run();
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    assert!(stdout(&again).starts_with("3 rows: 1 created, 2 created before, 0 failed"));
    assert_eq!(import.requests(), 3);
}

#[test]
fn equal_rows_are_different_customers() {
    let import = Import::new("name\nAnna\nAnna\nAnna\n", created);
    assert_eq!(import.run().status.code(), Some(0));
    assert_eq!(import.server.ledger().customers.len(), 3);
}

#[test]
fn an_incomplete_line_of_the_journal_is_repaired() {
    let import = Import::new("name\nAnna\nBerta\n", created);
    assert_eq!(import.run().status.code(), Some(0));
    let whole = fs::read_to_string(import.journal()).unwrap();
    for length in [whole.len() - 1, whole.len() - 9, 50, 7, 0] {
        fs::write(import.journal(), &whole[..length]).unwrap();
        assert_eq!(import.run().status.code(), Some(0), "{length} bytes left");
        let repaired = fs::read_to_string(import.journal()).unwrap();
        let sorted = |text: &str| {
            let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&repaired), sorted(&whole), "{length} bytes left");
    }
    assert_eq!(import.server.ledger().customers.len(), 2);
}

/// Rejects one row.
fn refused(request: &Request<'_>) -> Fate {
    match request.body.contains("refused") {
        true => Fate::Refused(400),
        false => Fate::Created,
    }
}

#[test]
fn invalid_rows_are_reported_with_their_line_and_skipped() {
    let rows = "name,email,phone\n\
                Anna,anna@example.com,\n\
                Berta\n\
                \"Clara\nClara\",clara,\n\
                ,,\n\
                Dora,dora@example.com,012345678901234567890\n\
                refused,refused@example.com,\n\
                Emma,emma@example.com,1\n";
    let import = Import::new(rows, refused);
    let output = import.run();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let errors = stderr(&output);
    let mut errors: Vec<_> = errors.lines().collect();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "line 3: has 1 fields, expected 3",
            "line 4: email does not contain @: clara",
            "line 6: is empty",
            "line 7: phone has 21 characters, expected at most 20",
            "line 8: Rejected. (400 invalid_request_error)",
        ]
    );
    assert!(
        stdout(&output).starts_with("7 rows: 2 created, 0 created before, 1 failed, 4 invalid")
    );
    // Fixed and restarted.
    import.write("name,email,phone\nAnna,anna@example.com,\nEmma,emma@example.com,1\nBerta,,\n");
    let output = import.run();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(
        stdout(&output).starts_with("3 rows: 1 created, 2 created before, 0 failed, 0 invalid")
    );
}

#[test]
fn an_error_that_affects_all_rows_stops_the_import() {
    let rows: String = (0..500).map(|row| format!("{row}\n")).collect();
    let import = Import::new(&format!("name\n{rows}"), |_| Fate::Refused(401));
    let output = import.run();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let errors = stderr(&output);
    assert!(errors.contains("line 2: Rejected. (401 invalid_request_error)\n"));
    assert!(
        errors.ends_with("error: all rows would fail: fix the problem and restart the import\n")
    );
    assert!(import.requests() <= 20, "only the running calls");
}

/// Checks that the import ends with this error, before anything is sent.
fn fails(import: &Import, command: &mut Command, error: &str) {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(stderr(&output), format!("error: {error}\n"));
    assert_eq!(import.requests(), 0);
}

#[test]
fn an_invalid_file_is_an_error() {
    let import = Import::new("", created);
    let path = import.file().display().to_string();
    for (rows, problem) in [
        (
            "",
            "is empty, expected a line with the names of the columns",
        ),
        (
            "name,colour\nAnna,red\n",
            "has a column `colour`, expected name, email, phone, description or metadata[KEY]",
        ),
        (
            "metadata[]\nAnna\n",
            "has a column `metadata[]`, expected name, email, phone, description or metadata[KEY]",
        ),
    ] {
        import.write(rows);
        fails(
            &import,
            &mut import.command(),
            &format!("{path}: {problem}"),
        );
    }
    fs::remove_file(import.file()).unwrap();
    let output = import.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with(&format!("error: {path}: ")));
}

#[test]
fn a_journal_is_locked() {
    let import = Import::new("name\nAnna\n", created);
    let journal = import.journal();
    let at_work = File::create(&journal).unwrap();
    at_work.lock().unwrap();
    let problem = "another import is using this journal";
    let expected = format!("{}: {problem}", journal.display());
    fails(&import, &mut import.command(), &expected);
    drop(at_work);
    assert_eq!(import.run().status.code(), Some(0));
}

#[test]
fn a_file_that_is_not_a_journal_is_not_changed() {
    let import = Import::new("name\nAnna\nBerta", created);
    let file = import.file();
    let problem = "is not a journal of this program: name another file with --journal";
    let expected = format!("{}: {problem}", file.display());
    let mut command = import.command();
    fails(&import, command.arg("--journal").arg(&file), &expected);
    assert_eq!(fs::read_to_string(file).unwrap(), "name\nAnna\nBerta");
}
