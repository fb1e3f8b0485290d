//! All encodings with all kinds of parameters. The operations of this crate use few of them.

use crate::generated::parts::{binary::Binary, file_upload::FileUpload, multipart};
use crate::runtime::model::{Decode, ValueRef};
use crate::runtime::request::{Custom, prepare};
use crate::runtime::types::Json;
use crate::runtime::wire::form::{self, BodyEncoder};
use crate::runtime::wire::{Method, Operation, Output, Params, json};
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
        tags: Some(Metadata::new().set("k\"", "v").remove("l")),
    }
}

/// Encodes the sample as the parameters of an operation with this method and encoding.
macro_rules! encode_as {
    ($name:ident $method:ident $body:expr) => {{
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
            const BODY: BodyEncoder = $body;
        }

        encode(&$name(sample()), &Params::default()).unwrap()
    }};
}

/// The media type and the text of the body.
fn body(request: Encoded) -> (String, String) {
    let (media_type, body) = request.body.unwrap();
    (media_type.into(), String::from_utf8(body).unwrap())
}

#[test]
fn all_kinds_of_parameters_are_encoded_as_a_form() {
    let form = "active=true&lines[0]=0&lines[1]=1&lines[2]=2&lines[3]=3&lines[4]=4&lines[5]=5&lines[6]=6&lines[7]=7\
        &lines[8]=8&lines[9]=9&lines[10]=10&link[to]=x&name=&old=%7B%22a%22%3A+%5B1%5D%7D&rate=-0.5&tags[k%22]=v&tags[l]=";
    let posted = encode_as!(Posted Post form::body);
    assert_eq!(
        body(posted),
        (
            "application/x-www-form-urlencoded".to_owned(),
            form.to_owned()
        )
    );
    for (sent, method) in [
        (encode_as!(Replaced Put form::body), http::Method::PUT),
        (encode_as!(Patched Patch form::body), http::Method::PATCH),
    ] {
        let accept = "*/*";
        let prepared = prepare(Ok(Encoded { accept, ..sent }), &Custom::default());
        let prepared = prepared.unwrap();
        let mut headers = http::HeaderMap::new();
        prepared.add_headers(&mut headers);
        assert!(headers.contains_key("idempotency-key"));
        assert_eq!(headers["accept"], "*/*");
        let Encoded {
            method: sent, body, ..
        } = prepared.encoded;
        assert_eq!(http::Method::from(sent), method);
        assert_eq!(body.unwrap().1, form.as_bytes());
    }
    let deleted = encode_as!(Deleted Delete form::body);
    assert_eq!(deleted.target, format!("/v1/samples/a%2Fb?{form}"));
    assert_eq!(deleted.body, None);
    assert_eq!(http::Method::from(deleted.method), http::Method::DELETE);
}

#[test]
fn all_kinds_of_parameters_are_encoded_as_json() {
    let posted = encode_as!(Posted Post json::body);
    let json = r#"{"active":true,"lines":[0,1,2,3,4,5,6,7,8,9,10],"link":{"to":"x"},"name":null,"old":{"a": [1]},"rate":-0.5,"tags":{"k\"":"v","l":null}}"#;
    assert_eq!(
        body(posted),
        ("application/json".to_owned(), json.to_owned())
    );
}

#[test]
fn all_kinds_of_parameters_are_encoded_as_multipart() {
    let posted = encode_as!(Posted Post multipart::body);
    let (media_type, body) = body(posted);
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
fn an_operation_may_have_no_body() {
    let posted = encode_as!(Posted Post |_, _| Default::default());
    assert_eq!(posted.body, Some(("".into(), Vec::new())));
}

/// The text of the form, and the names of the parents of nested parameters.
#[test]
fn the_text_of_a_form_is_allocated_once() {
    let address = crate::create_customer::Address::new().city("Lund");
    let request = crate::CreateCustomer::new()
        .balance(-1250)
        .description("Bought \"Orbit\" at the fair")
        .metadata([("crm", "88213"), ("tier", "gold")])
        .preferred_locales(["sv", "en"])
        .shipping(crate::create_customer::Shipping::new(address, "Mara"));
    let allocations = allocation_counter::measure(|| {
        request.visit(&mut |value: ValueRef<'_>| drop(form::body(value, &|_| false)));
    });
    assert_eq!(allocations.count_total, 2);
}

#[test]
fn a_response_may_be_bytes() {
    let pdf = Binary::read(&"%PDF\u{fffd}".into(), b"%PDF\xff").unwrap();
    assert_eq!(pdf.as_bytes(), b"%PDF\xff");
    assert_eq!(format!("{pdf:?}"), "Binary(5 bytes)");
    assert_eq!(pdf.into_bytes(), b"%PDF\xff");
}

/// Encodes an operation with this encoding, without parameters in the path, and with others.
fn extended(body: BodyEncoder, params: &[(&str, Json)]) -> Result<(String, String), String> {
    let mut all = Params::default();
    for (name, value) in params {
        all.push((*name).to_owned(), value.clone());
    }
    let endpoint = super::Endpoint {
        method: Method::Post,
        path: "/v1/samples".into(),
        body,
        server: None,
        accept: "*/*",
    };
    let encoded = endpoint.encode(&sample(), &all);
    encoded.map(self::body).map_err(|error| error.to_string())
}

#[test]
fn parameters_are_added_to_every_format() {
    let params = [
        ("link[new]", Json::from(7)),
        ("other[a][b]", "x\n".into()),
        ("tags[m]", "n".into()),
    ];
    let (_, form) = extended(form::body, &params).unwrap();
    assert!(form.contains("&link[to]=x&link[new]=7&name=&"), "{form}");
    assert!(
        form.ends_with("&tags[k%22]=v&tags[l]=&tags[m]=n&other[a][b]=x%0A"),
        "{form}"
    );
    let (_, json) = extended(json::body, &params).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["link"], serde_json::json!({"to": "x", "new": 7}));
    assert_eq!(
        json["tags"],
        serde_json::json!({"k\"": "v", "l": null, "m": "n"})
    );
    assert_eq!(json["other"], serde_json::json!({"a": {"b": "x\n"}}));
    let (media_type, parts) = extended(multipart::body, &params).unwrap();
    let boundary = media_type.split_once('=').unwrap().1;
    for (name, value) in [
        ("link[new]", "7"),
        ("other[a][b]", "x\n"),
        ("tags[m]", "n"),
        ("link[to]", "x"),
    ] {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        assert_eq!(parts.matches(&part).count(), 1, "{part}\n{parts}");
    }
    let (media_type, form) = extended(|_, _| Default::default(), &params).unwrap();
    assert_eq!(media_type, "application/x-www-form-urlencoded");
    assert!(form.ends_with("other[a][b]=x%0A"));
}

#[test]
fn the_boundary_is_in_no_added_parameter() {
    let (media_type, _) = extended(multipart::body, &[("a", "stripe-customers-0".into())]).unwrap();
    assert_eq!(
        media_type,
        "multipart/form-data; boundary=stripe-customers-1"
    );
}

#[test]
fn a_parameter_that_is_set_cannot_be_added() {
    for body in [form::body as BodyEncoder, json::body, multipart::body] {
        for (name, taken) in [
            ("active", "active"),
            ("lines[10]", "lines[10]"),
            ("link", "link"),
            ("link[to]", "link[to]"),
            ("link[to][a]", "link[to]"),
            ("name", "name"),
            ("old[a]", "old"),
            ("tags[l]", "tags[l]"),
            ("id", "id"),
        ] {
            let error = extended(body, &[(name, 1.into())]).unwrap_err();
            assert!(
                error.starts_with(&format!("`{taken}` cannot be added: ")),
                "{error}"
            );
        }
        assert!(
            extended(body, &[("link[create]", 1.into())]).is_ok(),
            "not set"
        );
    }
    let error = extended(json::body, &[("lines[11]", 11.into())]).unwrap_err();
    assert!(error.starts_with("`lines` is an array in JSON"), "{error}");
}
