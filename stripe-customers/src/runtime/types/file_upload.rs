//! A file to upload.

use std::fmt;
use std::sync::Arc;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

/// The content of a file, to be uploaded. Cheap to clone.
///
/// ```text
/// CreateFile::new(FileUpload::new("receipt.pdf", bytes), Purpose::DisputeEvidence)
/// ```
///
/// `Debug` shows the name and the size.
#[derive(Clone)]
pub struct FileUpload(Arc<Content>);

/// What is uploaded.
pub struct Content {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl FileUpload {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self::of_type(name, "application/octet-stream", bytes)
    }

    /// A file of this name and media type, such as `application/pdf`.
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
        Err(decoder.unexpected("a file, which can't be read from JSON"))
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::File(&self.0));
    }

    fn empty() -> Self {
        Self::new("", [])
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} ({} bytes)", self.name, self.bytes.len())
    }
}

object!(@serde FileUpload);
