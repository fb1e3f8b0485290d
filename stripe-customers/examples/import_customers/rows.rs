//! The rows of the file, converted into requests.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord, StringRecordsIntoIter, Trim};
use sha2::{Digest, Sha256};
use stripe_customers::{CreateCustomer, Metadata};

use crate::{Stop, open};

/// A valid row.
pub struct Row {
    /// The first line of the row in the file, starting at 1.
    pub line: u64,
    /// The idempotency key, the same in every run and unique for the row.
    pub key: String,
    pub request: CreateCustomer,
}

/// An error instead of a [`Row`].
pub enum Problem {
    /// The row is invalid and is skipped.
    Row { line: u64, problem: String },
    /// The file cannot be read any further.
    File(Stop),
}

/// An iterator over the rows of a file, which may be larger than the memory.
pub struct Rows {
    records: StringRecordsIntoIter<File>,
    columns: Vec<Column>,
    /// The number of equal rows so far, by their digest.
    equal: HashMap<[u8; 32], u32>,
}

enum Column {
    Name,
    Email,
    Phone,
    Description,
    Metadata(String),
}

impl Rows {
    /// Opens the file and reads the names of the columns.
    pub fn open(path: &Path) -> Result<Self, Stop> {
        let at = |problem: String| format!("{}: {problem}", path.display());
        let mut reader = ReaderBuilder::new()
            .trim(Trim::All)
            .from_reader(open(path)?);
        let header = reader.headers().map_err(|error| at(error.to_string()))?;
        if header.is_empty() {
            return Err(
                at("is empty, expected a line with the names of the columns".into()).into(),
            );
        }
        let columns: Result<_, _> = header.iter().map(Column::named).collect();
        Ok(Self {
            columns: columns.map_err(at)?,
            records: reader.into_records(),
            equal: HashMap::new(),
        })
    }

    fn row(&mut self, record: &StringRecord) -> Result<Row, Problem> {
        let line = record.position().map_or(0, |position| position.line());
        let wrong = |problem| Problem::Row { line, problem };
        let request = self.request(record).map_err(wrong)?;
        let key = self.key(&request).map_err(wrong)?;
        Ok(Row { line, key, request })
    }

    fn request(&self, record: &StringRecord) -> Result<CreateCustomer, String> {
        let mut request = CreateCustomer::new();
        let mut metadata = Metadata::new();
        let cells = self.columns.iter().zip(record);
        let filled = cells.filter(|(_, text)| !text.is_empty());
        for (column, text) in filled {
            column.check(text)?;
            request = match column {
                Column::Name => request.name(text),
                Column::Email => request.email(text),
                Column::Phone => request.phone(text),
                Column::Description => request.description(text),
                Column::Metadata(key) => {
                    metadata.extend([(key, text)]);
                    request
                }
            };
        }
        match record.iter().all(str::is_empty) {
            true => Err("is empty".into()),
            false if metadata.is_empty() => Ok(request),
            false => Ok(request.metadata(metadata)),
        }
    }

    /// Creates the idempotency key from the body of the request, which must be the same for all requests with a key. Equal rows
    /// are different customers, so a number distinguishes their keys.
    fn key(&mut self, request: &CreateCustomer) -> Result<String, String> {
        let request = request
            .http_request("sk_test_unused")
            .map_err(|error| error.to_string())?;
        let digest = Sha256::digest(request.body());
        let number = self.equal.entry(digest.into()).or_insert(0);
        *number += 1;
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("import-{digest}-{number}"))
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(match self.records.next()? {
            Ok(record) => self.row(&record),
            Err(error) if error.is_io_error() => Err(Problem::File(error.into())),
            Err(error) => Err(Problem::Row {
                line: error.position().map_or(0, |position| position.line()),
                problem: unreadable(&error),
            }),
        })
    }
}

/// Describes an error of a row, without its line.
fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("has {len} fields, expected {expected_len}"),
        csv::ErrorKind::Utf8 { err, .. } => format!("is not UTF-8 in field {}", err.field() + 1),
        _ => error.to_string(),
    }
}

impl Column {
    fn named(name: &str) -> Result<Self, String> {
        Ok(match name {
            "name" => Self::Name,
            "email" => Self::Email,
            "phone" => Self::Phone,
            "description" => Self::Description,
            _ => match name
                .strip_prefix("metadata[")
                .and_then(|rest| rest.strip_suffix(']'))
            {
                Some(key) if !key.is_empty() => Self::Metadata(key.to_owned()),
                _ => {
                    return Err(format!(
                        "has a column `{name}`, expected name, email, phone, description or metadata[KEY]"
                    ));
                }
            },
        })
    }

    /// Validates a value, to avoid calls that Stripe would reject.
    fn check(&self, text: &str) -> Result<(), String> {
        let (name, most) = match self {
            Self::Name => ("name", 256),
            Self::Email => ("email", 512),
            Self::Phone => ("phone", 20),
            Self::Description => ("description", 5000),
            Self::Metadata(key) => (key.as_str(), 500),
        };
        let length = text.chars().count();
        if length > most {
            return Err(format!(
                "{name} has {length} characters, expected at most {most}"
            ));
        }
        if matches!(self, Self::Email) && !text.contains('@') {
            return Err(format!("email does not contain @: {text}"));
        }
        Ok(())
    }
}

/// Counts the rows of a file.
pub fn count(path: &Path) -> Result<u64, Stop> {
    let reader = ReaderBuilder::new().flexible(true).from_reader(open(path)?);
    let mut count = 0;
    for record in reader.into_byte_records() {
        record?;
        count += 1;
    }
    Ok(count)
}
