//! The CSV file, which also records how far the export has come.
//!
//! Rows are only appended. A row that was cut off by the end of the process is removed when the export continues.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, Writer};
use stripe_customers::{Customer, Timestamp};

use crate::Stop;

const COLUMNS: [&str; 7] = [
    "id",
    "created",
    "name",
    "email",
    "phone",
    "description",
    "metadata",
];

/// The file, locked for this process.
pub struct Output(BufWriter<File>);

impl Output {
    /// Opens or creates the file. Also returns the ids of the customers that it has.
    pub fn open(path: &Path) -> Result<(Self, Vec<String>), Stop> {
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
                return Err(at(&"another export is writing this file").into());
            }
            Err(TryLockError::Error(error)) => return Err(at(&error).into()),
        }
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(|error| at(&error))?;
        let (length, ids) = complete(&text).map_err(|problem| at(&problem))?;
        if length < text.len() {
            file.set_len(length as u64).map_err(|error| at(&error))?;
        }
        let mut output = Self(BufWriter::new(file));
        if length == 0 {
            let title = line(&COLUMNS.to_vec().into())?;
            output.0.write_all(&title).map_err(|error| at(&error))?;
        }
        Ok((output, ids))
    }

    /// Appends the row of a customer.
    pub fn write(&mut self, customer: &Customer) -> Result<(), Stop> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let metadata = customer.metadata.as_ref().map(serde_json::to_string);
        let row = [
            customer.id.to_string(),
            date(customer.created)?,
            text(&customer.name),
            text(&customer.email),
            text(&customer.phone),
            text(&customer.description),
            metadata.transpose()?.unwrap_or_default(),
        ];
        self.0.write_all(&line(&row.to_vec().into())?)?;
        Ok(())
    }

    /// Writes all rows to the disk.
    pub fn sync(&mut self) -> io::Result<()> {
        self.0.flush()?;
        self.0.get_ref().sync_all()
    }
}

/// Returns the length of the complete rows, and the ids in them.
fn complete(text: &[u8]) -> Result<(usize, Vec<String>), Stop> {
    const OTHER: &str = "is not a file of this program";
    let title = line(&COLUMNS.to_vec().into())?;
    let Some(rows) = text.strip_prefix(title.as_slice()) else {
        return match title.starts_with(text) {
            true => Ok((0, Vec::new())),
            false => Err(OTHER.into()),
        };
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(rows);
    let (mut length, mut ids) = (0, Vec::new());
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row)? {
        let end = usize::try_from(reader.position().byte())?;
        if rows.get(length..end) == Some(line(&row)?.as_slice()) {
            ids.push(String::from_utf8(row.get(0).unwrap_or_default().to_vec())?);
            length = end;
        } else if end < rows.len() {
            // Only the last row can be cut off.
            return Err(OTHER.into());
        }
    }
    Ok((title.len() + length, ids))
}

/// Returns a row as text.
fn line(row: &ByteRecord) -> Result<Vec<u8>, Stop> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_byte_record(row)?;
    Ok(writer.into_inner()?)
}

/// Formats a timestamp: `2026-01-28T12:00:00Z`.
fn date(timestamp: Timestamp) -> Result<String, Stop> {
    let timestamp = jiff::Timestamp::from_second(timestamp.as_unix());
    Ok(timestamp.map_err(|error| error.to_string())?.to_string())
}
