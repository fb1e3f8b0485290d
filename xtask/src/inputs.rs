//! Reads what the generator works on.

use std::fs;
use std::io::ErrorKind;

use crate::failure::Failure;
use crate::place::Place;

/// The text of the file at `place`; `help` says what to do if there is none.
pub(crate) fn read(place: &Place, help: &str) -> Result<String, Failure> {
    let bytes = fs::read(place.path()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::at(place, "expected a file, found nothing", Some(help)),
        ErrorKind::IsADirectory => Failure::at(place, "expected a file, found a folder", None),
        _ => Failure::at(place, &format!("cannot be read: {error}"), None),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem = format!("expected text in UTF-8, found another encoding at byte {at}");
        Failure::at(place, &problem, None)
    })
}
