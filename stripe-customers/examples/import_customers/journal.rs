//! The journal, a file that maps rows to customers.
//!
//! Each line has the idempotency key, the id of the customer and the line of the row, separated by tabs. Lines are only
//! appended, each with a single write.
//!
//! A line survives a crash of the process. The file is synced once per second and at the end, because syncing every line takes
//! longer than the call. After a crash of the machine, the rows of the last second and an incomplete last line are sent again,
//! with the same keys.

use std::collections::HashSet;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Stop;

/// The first line. It prevents that another file is truncated.
const TITLE: &str = "journal of import_customers, version 1\n";

/// The maximum time until a line is synced.
const UNSYNCED: Duration = Duration::from_secs(1);

/// The journal, locked for this process.
pub struct Journal {
    file: File,
    keys: HashSet<String>,
    synced: Instant,
}

impl Journal {
    /// Opens or creates the journal.
    pub fn open(path: &Path) -> Result<Self, Stop> {
        let at = |problem: &dyn std::fmt::Display| format!("{}: {problem}", path.display());
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .map_err(|error| at(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(at(&"another import is using this journal").into());
            }
            Err(TryLockError::Error(error)) => return Err(at(&error).into()),
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(|error| at(&error))?;
        let keys = keys(&text).map_err(|problem| at(&problem))?;
        repair(&mut file, &text).map_err(|error| at(&error))?;
        Ok(Self {
            file,
            keys,
            synced: Instant::now(),
        })
    }

    /// Returns whether the row with this key has been imported.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Records the customer `id` for the row on `line`.
    pub fn record(&mut self, key: &str, id: &str, line: u64) -> io::Result<()> {
        let entry = format!("{key}\t{id}\t{line}\n");
        self.file.write_all(entry.as_bytes())?;
        if self.synced.elapsed() >= UNSYNCED {
            self.sync()?;
        }
        Ok(())
    }

    /// Syncs the file to disk.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()?;
        self.synced = Instant::now();
        Ok(())
    }
}

/// Returns the keys in the complete lines of a journal.
fn keys(text: &str) -> Result<HashSet<String>, String> {
    if TITLE.starts_with(text) {
        return Ok(HashSet::new());
    }
    let Some(entries) = text.strip_prefix(TITLE) else {
        return Err("is not a journal of this program: name another file with --journal".into());
    };
    let whole = entries.split_inclusive('\n').zip(2..);
    let whole = whole.filter(|(entry, _)| entry.ends_with('\n'));
    whole
        .map(
            |(entry, number)| match entry.split('\t').collect::<Vec<_>>()[..] {
                [key, _, _] => Ok(key.to_owned()),
                _ => Err(format!(
                    "line {number} is damaged, expected a key, an id and a line"
                )),
            },
        )
        .collect()
}

/// Removes an incomplete last line, and writes the title if the file has none.
fn repair(file: &mut File, text: &str) -> io::Result<()> {
    let whole = text.rfind('\n').map_or(0, |end| end + 1);
    if whole < text.len() {
        file.set_len(whole as u64)?;
    }
    if whole == 0 {
        file.write_all(TITLE.as_bytes())?;
        file.sync_all()?;
    }
    Ok(())
}
