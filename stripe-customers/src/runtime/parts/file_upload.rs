//! Files to upload.

use std::sync::Arc;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

/// A file to upload. Cheap to clone.
///
/// ```text
/// CreateFile::new(FileUpload::new("receipt.pdf", bytes), Purpose::DisputeEvidence)
/// ```
///
/// `Debug` shows the name and the size.
#[derive(Clone)]
pub struct FileUpload(Arc<Content>);

struct Content {
    name: String,
    media_type: String,
    bytes: Vec<u8>,
}

impl FileUpload {
    /// Creates a file with this name and the media type `application/octet-stream`.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self::of_type(name, "application/octet-stream", bytes)
    }

    /// Creates a file with this name and media type, such as `application/pdf`.
    pub fn of_type(
        name: impl Into<String>,
        media_type: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        Self(Arc::new(Content {
            name: name.into(),
            media_type: media_type.into(),
            bytes: bytes.into(),
        }))
    }
}

impl Decode for FileUpload {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        Err(decoder.unexpected("a file, which cannot be read from JSON"))
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        let Content {
            name,
            media_type,
            bytes,
        } = &*self.0;
        visitor.visit_value(ValueRef::File {
            name,
            media_type,
            bytes,
        });
    }

    fn empty() -> Self {
        Self::new("", [])
    }
}

object!(@serde FileUpload);

#[cfg(test)]
mod tests {
    use super::FileUpload;
    use crate::from_json;

    #[test]
    fn a_file_is_not_json() {
        let file = FileUpload::new("a.pdf", *b"%PDF");
        assert_eq!(format!("{file:?}"), r#""a.pdf" (4 bytes)"#);
        assert!(serde_json::to_string(&file).is_err());
        let error = from_json::<FileUpload>("{}").unwrap_err();
        assert_eq!(
            error.problem(),
            "expected a file, which cannot be read from JSON, found an object"
        );
    }
}
