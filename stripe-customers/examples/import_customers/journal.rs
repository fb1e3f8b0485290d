//! Which row became which customer, on disk.
//!
//! A line per customer, only ever added, each in one write: key, id, and the line of the row, with tabs between.
//!
//! What is written survives the end of the process, however it comes. It is on the disk after a second, or at the end of
//! the import: waiting for the disk after every customer would take longer than making it. If the machine itself goes down, the last
//! second is lost, and those rows are sent again with the keys that they had. So is the last line if it was torn.

use std::collections::HashSet;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Stop;

/// The first line, so that no other file is taken for a journal and cut off.
const TITLE: &str = "journal of import_customers, version 1\n";

/// How long a line may be in the memory of the system alone.
const UNSYNCED: Duration = Duration::from_secs(1);

/// The journal, locked for this process.
pub struct Journal {
    file: File,
    keys: HashSet<String>,
    synced: Instant,
}

impl Journal {
    /// Opens the journal, or begins one.
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
                return Err(at(&"another import is at work with this journal").into());
            }
            Err(TryLockError::Error(error)) => return Err(at(&error).into()),
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(|error| at(&error))?;
        let keys = keys(&text).map_err(|problem| at(&problem))?;
        mend(&mut file, &text).map_err(|error| at(&error))?;
        Ok(Self {
            file,
            keys,
            synced: Instant::now(),
        })
    }

    /// Whether the row with this key is a customer.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Writes down that the row on `line`, whose key is `key`, became the customer `id`.
    pub fn record(&mut self, key: &str, id: &str, line: u64) -> io::Result<()> {
        let entry = format!("{key}\t{id}\t{line}\n");
        self.file.write_all(entry.as_bytes())?;
        if self.synced.elapsed() >= UNSYNCED {
            self.sync()?;
        }
        Ok(())
    }

    /// Waits until the disk has all of it.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()?;
        self.synced = Instant::now();
        Ok(())
    }
}

/// The keys in the whole lines of a journal.
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

/// Cuts off a line that was torn, and writes the title if there is none.
fn mend(file: &mut File, text: &str) -> io::Result<()> {
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
