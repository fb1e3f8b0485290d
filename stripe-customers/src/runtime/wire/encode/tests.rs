//! Every way to send parameters, and every kind of them: the operations of the crate need few of these.

use crate::runtime::request::{Custom, prepare};
use crate::runtime::types::{Binary, FileUpload, Json};
use crate::runtime::wire::{Body, Method, Operation, Output};
use crate::{Clearable, Customer, Metadata, from_json};

use super::{Encoded, encode};

/// Parameters of every kind.
struct Sample {
    active: Option<bool>,
    file: Option<FileUpload>,
    id: String,
    lines: Vec<i64>,
    link: Option<Link>,
    name: Clearable<String>,
    old: Option<Json>,
    rate: Option<f64>,
    tags: Option<Metadata>,
}

crate::runtime::model::object! { Sample deny_unknown_fields { active = "active", file = "file", id = "id", lines = "lines", link = "link", name = "name",
old = "old", rate = "rate", tags = "tags" } }

struct Link {
    create: Option<bool>,
    to: String,
}

crate::runtime::model::object! { Link deny_unknown_fields { create = "create", to = "to" } }

fn sample() -> Sample {
    Sample {
        active: Some(true),
        file: None,
        id: "a/b".to_owned(),
        lines: (0..11).collect(),
        link: Some(Link {
            create: None,
            to: "x".to_owned(),
        }),
        name: Clearable::Clear,
        old: Some(from_json(r#"{"a": [1]}"#).unwrap()),
        rate: Some(-0.5),
        tags: Some([("k\"", "v"), ("l", "")].into_iter().collect()),
    }
}

/// An operation that sends the sample in one of the ways that there are.
macro_rules! sent_as {
    ($name:ident $method:ident $body:ident) => {{
        struct $name(Sample);

        impl crate::runtime::model::Decode for $name {
            fn decode(
                &mut self,
                decoder: &mut crate::runtime::json::Decoder<'_>,
            ) -> Result<(), crate::DecodeError> {
                self.0.decode(decoder)
            }

            fn visit(&self, visitor: &mut dyn crate::runtime::model::Visit) {
                self.0.visit(visitor);
            }

            fn empty() -> Self {
                Self(crate::runtime::model::Decode::empty())
            }
        }

        impl Operation for $name {
            type Output = Customer;
            const METHOD: Method = Method::$method;
            const PATH: &'static str = "/v1/samples/{id}";
            const BODY: Body = Body::$body;
        }

        encode(&$name(sample())).unwrap()
    }};
}

/// The media type and the text.
fn body(sent: Encoded) -> (String, String) {
    let (media_type, body) = sent.body.unwrap();
    (media_type, String::from_utf8(body).unwrap())
}

#[test]
fn parameters_of_every_kind_as_a_form() {
    let form = "active=true&lines[0]=0&lines[1]=1&lines[2]=2&lines[3]=3&lines[4]=4&lines[5]=5&lines[6]=6&lines[7]=7\
        &lines[8]=8&lines[9]=9&lines[10]=10&link[to]=x&name=&old=%7B%22a%22%3A+%5B1%5D%7D&rate=-0.5&tags[k%22]=v&tags[l]=";
    let sent = sent_as!(Sent Post Form);
    assert_eq!(
        body(sent),
        (
            "application/x-www-form-urlencoded".to_owned(),
            form.to_owned()
        )
    );
    let deleted = sent_as!(Deleted Delete Form);
    assert_eq!(deleted.target, format!("/v1/samples/a%2Fb?{form}"));
    assert_eq!(deleted.body, None);
    let prepared = prepare(
        Ok(deleted),
        &http::HeaderMap::new(),
        &Custom::default(),
        "*/*",
    )
    .unwrap();
    assert_eq!(prepared.method, http::Method::DELETE);
}

#[test]
fn parameters_of_every_kind_as_json() {
    let sent = sent_as!(Sent Post Json);
    let json = r#"{"active":true,"lines":[0,1,2,3,4,5,6,7,8,9,10],"link":{"to":"x"},"name":null,"old":{"a": [1]},"rate":-0.5,"tags":{"k\"":"v","l":null}}"#;
    assert_eq!(body(sent), ("application/json".to_owned(), json.to_owned()));
}

#[test]
fn parameters_of_every_kind_in_parts() {
    let sent = sent_as!(Sent Post Multipart);
    let (media_type, body) = body(sent);
    let boundary = media_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    for (name, value) in [
        ("active", "true"),
        ("lines[10]", "10"),
        ("link[to]", "x"),
        ("name", ""),
        ("old", r#"{"a": [1]}"#),
        ("rate", "-0.5"),
        ("tags[k%22]", "v"),
    ] {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        assert!(body.contains(&part), "{part}\n{body}");
    }
}

#[test]
fn an_operation_may_send_nothing() {
    let sent = sent_as!(Sent Post Empty);
    assert_eq!(sent.body, Some((String::new(), Vec::new())));
}

#[test]
fn an_answer_may_be_bytes() {
    let pdf = Binary::read(&"%PDF\u{fffd}".into(), b"%PDF\xff").unwrap();
    assert_eq!(pdf.as_bytes(), b"%PDF\xff");
    assert_eq!(format!("{pdf:?}"), "Binary(5 bytes)");
    assert_eq!(pdf.into_bytes(), b"%PDF\xff");
}

#[test]
fn a_file_is_no_json() {
    let file = FileUpload::new("a.pdf", *b"%PDF");
    assert_eq!(format!("{file:?}"), r#""a.pdf" (4 bytes)"#);
    assert!(serde_json::to_string(&file).is_err());
    let error = from_json::<FileUpload>("{}").unwrap_err();
    assert_eq!(
        error.problem(),
        "expected a file, which can't be read from JSON, found an object"
    );
}
