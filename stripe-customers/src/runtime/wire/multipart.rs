//! Parameters as `multipart/form-data`: what a form would have, and files.

use crate::runtime::model::{Decode, ValueRef, for_each_field};
use crate::runtime::types::Content;

/// A part for every field of `object`, but for those that are elsewhere; and the boundary between the parts.
pub(super) fn body(object: &dyn Decode, elsewhere: &dyn Fn(&str) -> bool) -> (String, Vec<u8>) {
    let mut number = 0_u64;
    loop {
        let mut body = Body {
            out: Vec::new(),
            boundary: format!("stripe-customers-{number}"),
            parts: 0,
        };
        body.object(object, elsewhere);
        if body.is_unambiguous() {
            return (body.boundary, body.out);
        }
        number += 1;
    }
}

struct Body {
    out: Vec<u8>,
    boundary: String,
    parts: usize,
}

impl Body {
    fn object(&mut self, object: &dyn Decode, elsewhere: &dyn Fn(&str) -> bool) {
        for_each_field(object, &mut |name, view| {
            if !elsewhere(name) {
                self.value(name, view);
            }
        });
        self.line(&format!("--{}--", self.boundary));
    }

    /// Whether the boundary is nowhere but between the parts.
    fn is_unambiguous(&self) -> bool {
        let boundary = self.boundary.as_bytes();
        let found = self.out.windows(boundary.len());
        found.filter(|window| *window == boundary).count() == self.parts + 1
    }

    fn value(&mut self, name: &str, view: ValueRef<'_>) {
        match view {
            ValueRef::Absent => {}
            ValueRef::Boolean(value) => self.text(name, if value { "true" } else { "false" }),
            ValueRef::Integer(value) => self.text(name, &value.to_string()),
            ValueRef::Number(value) => self.text(name, &value.to_string()),
            ValueRef::String(value) | ValueRef::Text(value) => self.text(name, value),
            ValueRef::Clear => self.text(name, ""),
            ValueRef::File(file) => self.file(name, file),
            ValueRef::Array(array) => {
                let mut index = 0;
                array.each(&mut |view: ValueRef<'_>| {
                    self.value(&format!("{name}[{index}]"), view);
                    index += 1;
                });
            }
            ValueRef::Map(map) => {
                map.each(&mut |key, view| self.value(&format!("{name}[{key}]"), view));
            }
            ValueRef::Object(info, values) => info.each(values, &mut |field, view| {
                self.value(&format!("{name}[{field}]"), view);
            }),
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        self.begin(&format!("name=\"{}\"", quoted(name)));
        self.line("");
        self.line(value);
    }

    fn file(&mut self, name: &str, file: &Content) {
        let (name, file_name) = (quoted(name), quoted(&file.name));
        self.begin(&format!("name=\"{name}\"; filename=\"{file_name}\""));
        // A line break would begin another header.
        let media_type = file.media_type.replace(['\r', '\n'], " ");
        self.line(&format!("Content-Type: {media_type}"));
        self.line("");
        self.out.extend_from_slice(&file.bytes);
        self.line("");
    }

    fn begin(&mut self, disposition: &str) {
        self.parts += 1;
        self.line(&format!("--{}", self.boundary));
        self.line(&format!("Content-Disposition: form-data; {disposition}"));
    }

    fn line(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }
}

/// `text` inside of quotes, as browsers write it.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::body;
    use crate::runtime::types::FileUpload;

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

    #[test]
    fn a_part_for_every_value() {
        let sample = Sample {
            file: FileUpload::of_type("a \"b\"\r\n.pdf", "application/pdf\r\nX: y", *b"%PDF\0"),
            link: Some(Link { create: true }),
            purpose: "dispute_evidence".to_owned(),
        };
        let (boundary, body) = body(&sample, &|_| false);
        assert_eq!(boundary, "stripe-customers-0");
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
    fn the_boundary_is_one_that_no_part_has_in_it() {
        let sample = Sample {
            file: FileUpload::new("a", *b"--stripe-customers-0\r\n"),
            link: None,
            purpose: "stripe-customers-1".to_owned(),
        };
        assert_eq!(body(&sample, &|_| false).0, "stripe-customers-2");
    }
}
