//! Tests of the example `export_customers`: no customer is lost or written twice.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::lists::{self, Lists, Request};
use crate::{example, stderr, stdout};

const CUSTOMERS: usize = 5_000;

/// An export from a server, in a temporary folder.
struct Export {
    folder: TempDir,
    lists: Lists,
}

impl Export {
    fn new(respond: impl Fn(&Request, usize) -> (u16, String) + Send + Sync + 'static) -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            lists: Lists::start(respond),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("customers.csv")
    }

    fn command(&self) -> Command {
        let mut command = example("export_customers");
        command
            .args(["--created-after", "2026-01-01"])
            .arg(self.file())
            .env("STRIPE_SECRET_KEY", "sk_test_1")
            .env("STRIPE_API_BASE", &self.lists.url);
        command
    }

    fn run(&self) -> Output {
        self.command().output().unwrap()
    }

    /// The ids in the file, whose rows have to be complete.
    fn ids(&self) -> Vec<String> {
        let mut reader = csv::Reader::from_path(self.file()).unwrap();
        let rows = reader.records().map(|row| row.unwrap());
        let ids = rows.map(|row| {
            let id = row.get(0).unwrap().to_owned();
            let index = id.strip_prefix("cus_").unwrap();
            assert_eq!(row.get(2).unwrap(), format!("Jenny, \"{index}\""));
            assert!(row.get(1).unwrap().starts_with("2027-01-15T"), "{row:?}");
            id
        });
        ids.collect()
    }
}

fn ids(indices: impl Iterator<Item = usize>) -> Vec<String> {
    indices.map(|index| format!("cus_{index}")).collect()
}

#[test]
fn thousands_of_customers_are_exported_despite_a_kill() {
    // The number of requests that are answered, so that no export ends before it is killed.
    let answered = Arc::new(AtomicUsize::new(0));
    let limit = Arc::clone(&answered);
    let export = Export::new(move |request, number| {
        assert_eq!(request.parameter("created[gte]"), Some("1767225600"));
        while number >= limit.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(1));
        }
        (200, lists::list(request, CUSTOMERS))
    });
    for _ in 0..3 {
        let requests = export.lists.requests().len() + 12;
        answered.store(requests, Ordering::Relaxed);
        let mut killed = export.command().spawn().unwrap();
        while export.lists.requests().len() <= requests {
            thread::sleep(Duration::from_millis(1));
        }
        killed.kill().unwrap();
        assert!(!killed.wait().unwrap().success(), "the export has ended");
    }
    answered.store(usize::MAX, Ordering::Relaxed);
    let text = fs::read_to_string(export.file()).unwrap();
    let rows = text.matches('\n').count() - 1;
    assert!(
        (1_000..CUSTOMERS).contains(&rows),
        "{rows} rows were written"
    );
    let resumed = export.run();
    assert_eq!(resumed.status.code(), Some(0), "{resumed:?}");
    let written = CUSTOMERS - rows;
    assert_eq!(
        stdout(&resumed),
        format!("{written} customers written, {rows} written before, 0 failed\n")
    );
    assert_eq!(export.ids(), ids(0..CUSTOMERS));

    let again = export.run();
    let expected = format!("0 customers written, {CUSTOMERS} written before, 0 failed\n");
    assert_eq!(stdout(&again), expected);
    assert_eq!(export.ids().len(), CUSTOMERS);
}

#[test]
fn a_file_continues_wherever_it_was_cut_off() {
    let export = Export::new(|request, _| (200, lists::list(request, 12)));
    assert!(export.run().status.success());
    let whole = fs::read(export.file()).unwrap();
    for length in 0..whole.len() {
        if length % 13 == 0 || length > whole.len() - 20 {
            fs::write(export.file(), &whole[..length]).unwrap();
            let output = export.run();
            assert!(output.status.success(), "{length}: {output:?}");
            assert_eq!(fs::read(export.file()).unwrap(), whole, "{length}");
        }
    }
}

#[test]
fn a_file_continues_after_a_customer_that_was_deleted() {
    // The customers of the last two rows are deleted.
    let export = Export::new(|request, _| match request.parameter("starting_after") {
        Some(id @ ("cus_6" | "cus_7")) => {
            let body = format!(
                r#"{{"error": {{"type": "invalid_request_error", "code": "resource_missing", "param": "starting_after", "message": "No such customer: '{id}'"}}}}"#
            );
            (400, body)
        }
        _ => (200, lists::list(request, 20)),
    });
    let mut file = fs::File::create(export.file()).unwrap();
    let rows = (0..8)
        .map(|index| format!("cus_{index},2027-01-15T08:00:00Z,\"Jenny, \"\"{index}\"\"\",,,,\n"));
    let rows: String = rows.collect();
    write!(
        file,
        "id,created,name,email,phone,description,metadata\n{rows}"
    )
    .unwrap();
    let output = export.run();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(export.ids(), ids(0..20));
}

#[test]
fn a_customer_that_does_not_match_is_reported() {
    let export = Export::new(|_, _| {
        let odd = lists::customer(1).replace("\"livemode\": false", "\"livemode\": 7");
        let customers = [lists::customer(0), odd, lists::customer(2)];
        (200, lists::page(&customers, false))
    });
    let output = export.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("list.data[1].livemode"),
        "{output:?}"
    );
    assert_eq!(export.ids(), ["cus_0", "cus_2"]);
}

#[test]
fn a_server_that_fails_ends_the_export_with_the_rows_so_far() {
    let export = Export::new(|request, number| match number {
        0 => (200, lists::list(request, 200)),
        _ => (200, r#"{"object": "list"}"#.to_owned()),
    });
    let output = export.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("data"), "{output:?}");
    assert_eq!(export.ids(), ids(0..100));
}

#[test]
fn another_file_is_not_changed() {
    let export = Export::new(|request, _| (200, lists::list(request, 3)));
    for text in [
        "a,b\n1,2\n",
        "id,created\n",
        "\n\n",
        "id;x",
        "id,created,name\nx",
    ] {
        fs::write(export.file(), text).unwrap();
        let output = export.run();
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(stderr(&output).contains("customers.csv: "), "{output:?}");
        assert_eq!(fs::read_to_string(export.file()).unwrap(), text);
    }
    assert!(export.lists.requests().is_empty());
}

#[test]
fn an_invalid_date_is_an_error() {
    for date in ["yesterday", "2026-13-01", "2026-01-01T00:00:00Z "] {
        let mut command = example("export_customers");
        let output = command.args(["--created-after", date, "out.csv"]).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(stderr(&output).contains("expected a date"), "{output:?}");
    }
}
