//! Parameters as `multipart/form-data`: the pairs of a form, and files.

use crate::runtime::model::ValueRef;
use crate::runtime::wire::form::Body;

/// Encodes the parameters except those in the path. The media type names the boundary between the parts.
pub(crate) fn body(parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body {
    let mut number = 0_u64;
    loop {
        let mut parts = Parts {
            out: Vec::new(),
            boundary: format!("stripe-customers-{number}"),
            count: 0,
            has_empty: false,
        };
        parts.all(parameters, in_path);
        if parts.is_unambiguous() {
            let media_type = format!("multipart/form-data; boundary={}", parts.boundary);
            return Body {
                media_type: media_type.into(),
                bytes: parts.out,
                has_empty: parts.has_empty,
            };
        }
        number += 1;
    }
}

struct Parts {
    out: Vec<u8>,
    boundary: String,
    count: usize,
    has_empty: bool,
}

impl Parts {
    fn all(&mut self, parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) {
        parameters.each(&mut |name, value| {
            if !in_path(name) {
                self.value(name, value);
            }
        });
        self.line(&format!("--{}--", self.boundary));
    }

    /// Whether no part contains the boundary.
    fn is_unambiguous(&self) -> bool {
        let boundary = self.boundary.as_bytes();
        let found = self.out.windows(boundary.len());
        found.filter(|window| *window == boundary).count() == self.count + 1
    }

    fn value(&mut self, name: &str, value: ValueRef<'_>) {
        match value {
            ValueRef::Absent => {}
            ValueRef::Boolean(value) => self.text(name, if value { "true" } else { "false" }),
            ValueRef::Integer(value) => self.text(name, &value.to_string()),
            ValueRef::Number(value) => self.text(name, &value.to_string()),
            ValueRef::String(value) | ValueRef::Text(value) => self.text(name, value),
            ValueRef::Clear => self.text(name, ""),
            ValueRef::File {
                name: file_name,
                media_type,
                bytes,
            } => self.file(name, file_name, media_type, bytes),
            ValueRef::Array(_) | ValueRef::Map(_) | ValueRef::Object(..) => {
                value.each(&mut |part, value| self.value(&format!("{name}[{part}]"), value));
            }
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        self.has_empty |= value.is_empty();
        self.begin(&format!("name=\"{}\"", quoted(name)));
        self.line("");
        self.line(value);
    }

    fn file(&mut self, name: &str, file_name: &str, media_type: &str, bytes: &[u8]) {
        let (name, file_name) = (quoted(name), quoted(file_name));
        self.begin(&format!("name=\"{name}\"; filename=\"{file_name}\""));
        // A line break would start another header.
        let media_type = media_type.replace(['\r', '\n'], " ");
        self.line(&format!("Content-Type: {media_type}"));
        self.line("");
        self.out.extend_from_slice(bytes);
        self.line("");
    }

    fn begin(&mut self, disposition: &str) {
        self.count += 1;
        self.line(&format!("--{}", self.boundary));
        self.line(&format!("Content-Disposition: form-data; {disposition}"));
    }

    fn line(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }
}

/// Escapes `text` for a quoted parameter, as browsers do.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::Body;
    use crate::runtime::model::{Decode, ValueRef};

    use crate::generated::parts::file_upload::FileUpload;

    const MEDIA_TYPE: &str = "multipart/form-data; boundary=stripe-customers-";

    struct Sample {
        file: FileUpload,
        link: Option<Link>,
        purpose: String,
    }

    crate::runtime::model::object! { Sample deny_unknown_fields { file = "file", link = "link", purpose = "purpose" } }

    struct Link {
        create: bool,
    }

    crate::runtime::model::object! { Link deny_unknown_fields { create = "create" } }

    fn body(sample: &Sample) -> (String, Vec<u8>) {
        let mut body = Body::default();
        sample.visit(&mut |value: ValueRef<'_>| body = super::body(value, &|_| false));
        (body.media_type.into(), body.bytes)
    }

    #[test]
    fn every_value_is_a_part() {
        let sample = Sample {
            file: FileUpload::of_type("a \"b\"\r\n.pdf", "application/pdf\r\nX: y", *b"%PDF\0"),
            link: Some(Link { create: true }),
            purpose: "dispute_evidence".to_owned(),
        };
        let (media_type, body) = body(&sample);
        assert_eq!(media_type, format!("{MEDIA_TYPE}0"));
        assert_eq!(
            String::from_utf8(body).unwrap(),
            "--stripe-customers-0\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22%0D%0A.pdf\"\r\n\
             Content-Type: application/pdf  X: y\r\n\r\n%PDF\0\r\n\
             --stripe-customers-0\r\nContent-Disposition: form-data; name=\"link[create]\"\r\n\r\ntrue\r\n\
             --stripe-customers-0\r\n\
             Content-Disposition: form-data; name=\"purpose\"\r\n\r\ndispute_evidence\r\n\
             --stripe-customers-0--\r\n"
        );
    }

    #[test]
    fn no_part_contains_the_boundary() {
        let sample = Sample {
            file: FileUpload::new("a", *b"--stripe-customers-0\r\n"),
            link: None,
            purpose: "stripe-customers-1".to_owned(),
        };
        assert_eq!(body(&sample).0, format!("{MEDIA_TYPE}2"));
    }
}
