//! Webhooks: signatures, errors, and events that are not as expected.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used)]

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use stripe_customers::webhook::{Event, Webhook, WebhookError, WebhookErrorKind};
use stripe_customers::{Customer, DecodeError, Json, Timestamp, from_json};

const SECRET: &str = "whsec_hidden";
const NOW: i64 = 1_764_000_000;

/// An event with `object` in it, and more members.
fn event(object: &str, more: &str) -> String {
    format!(
        r#"{{"id": "evt_1", "object": "event", "type": "customer.updated", "created": 1764000000, "livemode": false,
            "pending_webhooks": 1, "data": {{"object": {object}}}{more}}}"#
    )
}

fn webhook() -> Webhook {
    Webhook::new(SECRET)
}

/// Signs and verifies a body.
fn delivered(body: impl AsRef<[u8]>) -> Result<Event, WebhookError> {
    let signature = webhook().sign(&body, NOW);
    webhook().event_at(body, signature, NOW)
}

fn kind<T: Debug>(result: Result<T, WebhookError>) -> WebhookErrorKind {
    result.unwrap_err().kind()
}

/// The signatures are from the module `hmac` of Python.
#[test]
fn signatures_are_those_of_an_independent_implementation() {
    let long = format!("whsec_{}", "k".repeat(100));
    for (secret, time, body, signature) in [
        (
            "whsec_test",
            NOW,
            &b"{}"[..],
            "4f96748d68fa89f609c83851e8a98602c0d9762fcc5bc7c698c980211b7522ed",
        ),
        (
            &long,
            NOW,
            "é\u{2028}".as_bytes(),
            "bf1f6f5620ffb4d1d55a053c466165bbc2f5507bf54e16c2a3feecd331db6ee9",
        ),
        (
            "whsec_test",
            -1,
            b"",
            "954ea7d2ff5b0fd65a20af378bff25145773d4403432834fc8c6e48a5438b82a",
        ),
        (
            "secret é",
            0,
            b"\xff\0",
            "cc48c9ab69e4c3b0d83b41f165252d11e1340a38f51c13137a6b44b43b37d80e",
        ),
    ] {
        let webhook = Webhook::new(secret);
        let header = format!("t={time},v1={signature}");
        assert_eq!(webhook.sign(body, time), header);
        assert_eq!(
            webhook
                .verify_at(body, header, time)
                .map_err(|it| it.kind()),
            Ok(())
        );
    }
}

#[test]
fn an_event_is_verified_at_the_present_time() {
    let body = event(r#"{"id": "cus_1"}"#, "");
    let signature = webhook().sign(&body, SystemTime::now());
    assert_eq!(webhook().event(&body, &signature).unwrap().id, "evt_1");
    webhook()
        .verify(body.as_bytes(), signature.as_bytes())
        .unwrap();
    let old = webhook().sign(&body, NOW);
    assert_eq!(kind(webhook().event(&body, &old)), WebhookErrorKind::TooOld);
    assert!(webhook().any_age().event(&body, &old).is_ok());
}

#[test]
fn a_header_as_an_http_library_has_it() {
    let body = event("{}", "");
    let header = webhook().sign(&body, NOW);
    let value = stripe_customers::http::HeaderValue::try_from(&header).unwrap();
    assert!(webhook().event_at(&body, &value, NOW).is_ok());
    let header = [&b"v0=\xff,"[..], header.as_bytes()].concat();
    let value = stripe_customers::http::HeaderValue::from_bytes(&header).unwrap();
    assert!(webhook().event_at(&body, value, NOW).is_ok());
}

#[test]
fn the_form_of_a_header_is_that_of_the_official_libraries() {
    let signed = webhook().sign("{}", NOW);
    let signature = signed.strip_prefix("t=1764000000,").unwrap();
    let other = format!("v1={}", "0".repeat(64));
    for header in [
        format!("{signature},t={NOW}"),
        format!("t={NOW},{other},{signature},{other}"),
        format!("t={NOW},v0=abc,{signature}"),
        format!("t={NOW},,{signature},v2,x=y"),
        format!("t={NOW},t=7,{signature}"),
        format!("t={NOW}=x,{signature}=x"),
        format!("t=+00{NOW},{signature}"),
        format!("t={NOW},v1=,v1=zz,{signature}"),
    ] {
        assert!(webhook().verify_at("{}", &header, NOW).is_ok(), "{header}");
    }
    for (header, kind) in [
        (String::new(), WebhookErrorKind::NoHeader),
        (" ".to_owned(), WebhookErrorKind::MalformedHeader),
        (signature.to_owned(), WebhookErrorKind::MalformedHeader),
        (format!("t=,{signature}"), WebhookErrorKind::MalformedHeader),
        (format!("t,{signature}"), WebhookErrorKind::MalformedHeader),
        (
            format!("t=1e9,{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("t={NOW}0000000000,{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("t={NOW},{signature},v1"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("t={NOW},{signature},t"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("t=x,t={NOW},{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!(" t={NOW},{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("T={NOW},{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (
            format!("t={NOW};{signature}"),
            WebhookErrorKind::MalformedHeader,
        ),
        (format!("t={NOW}"), WebhookErrorKind::NoSignature),
        (
            format!("t={NOW}, {signature}"),
            WebhookErrorKind::NoSignature,
        ),
        (signed.replace("v1", "v0"), WebhookErrorKind::NoSignature),
        (format!("t={NOW},v1="), WebhookErrorKind::NoMatch),
        (format!("t={NOW},{other}"), WebhookErrorKind::NoMatch),
        (format!("{signed}0"), WebhookErrorKind::NoMatch),
        (format!("{signed} "), WebhookErrorKind::NoMatch),
        (
            format!("t={NOW},v1={}", signature[3..].to_uppercase()),
            WebhookErrorKind::NoMatch,
        ),
        (
            format!("t={},{signature}", NOW + 1),
            WebhookErrorKind::NoMatch,
        ),
    ] {
        let error = webhook().verify_at("{}", &header, NOW).unwrap_err();
        assert_eq!(error.kind(), kind, "{header}: {error}");
        assert!(!error.is_verified());
    }
}

#[test]
fn any_of_several_secrets_is_enough() {
    let rotated = Webhook::new("whsec_new").add_secret("whsec_old");
    for secret in ["whsec_new", "whsec_old"] {
        let signature = Webhook::new(secret).sign("{}", NOW);
        assert!(rotated.verify_at("{}", signature, NOW).is_ok());
    }
    // Stripe signs with both.
    let signature = rotated.sign("{}", NOW);
    assert_eq!(signature.matches("v1=").count(), 2);
    for secret in ["whsec_new", "whsec_old"] {
        assert!(
            Webhook::new(secret)
                .verify_at("{}", &signature, NOW)
                .is_ok()
        );
    }
    assert_eq!(
        kind(webhook().verify_at("{}", signature, NOW)),
        WebhookErrorKind::NoMatch
    );
}

/// A request that is signed with a blank key is not from Stripe.
#[test]
fn a_blank_secret_verifies_nothing() {
    for secret in ["", " ", "\n"] {
        let blank = Webhook::new(secret);
        let header = blank.sign("{}", NOW);
        assert_eq!(
            kind(blank.verify_at("{}", header, NOW)),
            WebhookErrorKind::NoSecret
        );
        let signature = webhook().sign("{}", NOW);
        assert!(
            blank
                .add_secret(SECRET)
                .verify_at("{}", signature, NOW)
                .is_ok()
        );
    }
}

#[test]
fn a_signature_is_old_after_the_tolerance() {
    let signature = webhook().sign("{}", NOW);
    let zero = webhook().tolerance(Duration::ZERO);
    let most = webhook().tolerance(Duration::MAX);
    for (webhook, now, accepted) in [
        (webhook(), NOW + 300, true),
        (webhook(), NOW + 301, false),
        (webhook(), NOW - 86_400, true),
        (webhook(), i64::MIN, true),
        (webhook(), i64::MAX, false),
        (webhook().tolerance(Duration::from_secs(10)), NOW + 10, true),
        (
            webhook().tolerance(Duration::from_secs(10)),
            NOW + 11,
            false,
        ),
        (zero.clone(), NOW, true),
        (zero, NOW + 1, false),
        (most, i64::MAX, true),
        (webhook().any_age(), i64::MAX, true),
        (
            webhook().any_age().tolerance(Duration::from_secs(1)),
            NOW + 2,
            false,
        ),
    ] {
        let result = webhook.verify_at("{}", &signature, now);
        assert_eq!(result.is_ok(), accepted, "{webhook:?} {now}");
        // The age of a request that is not from Stripe is of no interest.
        assert_eq!(
            kind(webhook.verify_at("", &signature, now)),
            WebhookErrorKind::NoMatch
        );
    }
    for time in [i64::MIN, -1, 0, i64::MAX] {
        let signature = webhook().sign("{}", time);
        assert!(
            webhook()
                .verify_at("{}", signature, Timestamp::from_unix(time))
                .is_ok()
        );
    }
    let error = webhook()
        .verify_at("{}", signature, NOW + 1000)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the signature is 1000s old, and the limit is 300s"
    );
}

#[test]
fn a_large_body_is_refused() {
    let object = format!(r#""{}""#, "x".repeat(1 << 20));
    assert_eq!(
        kind(delivered(event(&object, ""))),
        WebhookErrorKind::TooLarge
    );
    let body = event("{}", "");
    let signature = webhook().sign(&body, NOW);
    for (limit, accepted) in [(body.len(), true), (body.len() - 1, false)] {
        let result = webhook()
            .max_body_bytes(limit)
            .event_at(&body, &signature, NOW);
        assert_eq!(result.is_ok(), accepted);
    }
}

#[test]
fn a_verified_body_that_is_not_an_event_is_an_error() {
    let thin = r#"{"id": "evt_1", "object": "v2.core.event", "type": "v1.billing.meter.error_report_triggered"}"#;
    for (body, kind, message) in [
        (
            &b"\xff"[..],
            WebhookErrorKind::NotUtf8,
            "the body is verified, but is not UTF-8",
        ),
        (
            b"",
            WebhookErrorKind::NotJson,
            "the body is verified, but is not JSON: expected a value at byte 0",
        ),
        (
            b"\xef\xbb\xbf{}",
            WebhookErrorKind::NotJson,
            "the body is verified, but is not JSON: expected a value at byte 0",
        ),
        (
            b"id=hidden",
            WebhookErrorKind::NotJson,
            "the body is verified, but is not JSON: expected a value at byte 0",
        ),
        (
            b"[\"hidden\"]",
            WebhookErrorKind::NotEvent,
            "the body is verified, but is not an event: event: expected an object",
        ),
        (
            b"{}",
            WebhookErrorKind::NotEvent,
            "the body is verified, but is not an event: event.object: required, but missing",
        ),
        (
            thin.as_bytes(),
            WebhookErrorKind::NotEvent,
            "the body is verified, but is not an event: event.object: expected `event`",
        ),
    ] {
        let error = delivered(body).unwrap_err();
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, message));
        assert!(error.is_verified());
        // Nothing of it is read unless a signature matches.
        let other = Webhook::new("whsec_other").sign(body, NOW);
        assert_eq!(
            self::kind(webhook().event_at(body, other, NOW)),
            WebhookErrorKind::NoMatch
        );
    }
}

/// Whatever the object is, the event is delivered.
#[test]
fn a_verified_body_is_decoded_as_any_type() {
    let body = r#"{"new": [1]}"#;
    let signature = webhook().sign(body, NOW);
    let json: Json = webhook().decode_at(body, &signature, NOW).unwrap();
    assert_eq!(json.text(), body);
    let other = webhook().decode_at::<Json>("{}", &signature, NOW);
    assert_eq!(kind(other), WebhookErrorKind::NoMatch);
    let customer = webhook().decode_at::<Customer>(body, &signature, NOW);
    assert_eq!(kind(customer), WebhookErrorKind::NotEvent);
}

#[test]
fn the_object_of_an_event_is_any_json() {
    for object in [
        r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#,
        r#"{"id": "new_1", "object": "a_resource_of_the_future"}"#,
        r#"{"id": "cus_1", "object": "customer", "created": {"odd": true}}"#,
        "{}",
        "[]",
        r#""cus_1""#,
        "7",
        "null",
    ] {
        for more in [
            "",
            r#", "api_version": null, "request": null"#,
            r#", "api_version": "2030-01-01.acacia", "request": {"id": null, "idempotency_key": null}, "new": [1]"#,
            r#", "api_version": "2014-01-31", "request": "iar_1""#,
            r#", "request": {"id": 7}, "account": "acct_1", "context": "acct_1""#,
        ] {
            let event = delivered(event(object, more)).unwrap();
            assert_eq!(event.object_json().text(), object);
            let written = serde_json::to_string(&event).unwrap();
            let again: Event = from_json(written).unwrap();
            assert_eq!(again.object_json().text(), object.replace(' ', ""));
            assert!(format!("{event:?}").starts_with("Event"));
        }
    }
}

#[test]
fn an_object_is_decoded_on_demand() {
    let customer = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "email": "a@example.com"}"#;
    let event: Event = delivered(event(customer, "")).unwrap();
    let customer: Customer = event.object().unwrap();
    assert_eq!(customer.email.as_deref(), Some("a@example.com"));
    let error: DecodeError = event.object::<stripe_customers::Invoice>().unwrap_err();
    assert_eq!(error.path(), "event.data.object.object");
}

#[test]
fn the_request_of_an_event_is_decoded_on_demand() {
    let request = |more| from_json::<Event>(event("{}", more)).unwrap().request;
    let request_of_today = request(r#", "request": {"id": "req_1", "idempotency_key": "key"}"#);
    let decoded = request_of_today.unwrap().object().unwrap();
    assert_eq!(decoded.id.as_deref(), Some("req_1"));
    assert_eq!(decoded.idempotency_key.as_deref(), Some("key"));
    let old = request(r#", "request": "iar_1""#).unwrap();
    assert_eq!(old.json().text(), r#""iar_1""#);
    assert_eq!(old.object().unwrap_err().path(), "event.request");
    assert!(request("").is_none());
}

#[test]
fn what_changed_is_json() {
    let body = event("{}", "").replace(
        r#""data": {"#,
        r#""data": {"previous_attributes": {"email": null}, "#,
    );
    let previous = delivered(body).unwrap().data.previous_attributes.unwrap();
    assert_eq!(previous.text(), r#"{"email": null}"#);
}

/// Neither the secret nor anything of the request is in a message.
#[test]
fn no_output_has_a_secret_or_a_body() {
    let webhook = webhook().add_secret("whsec_hidden_too");
    assert_eq!(
        format!("{webhook:?}"),
        "Webhook { secrets: 2, tolerance: Some(300s), max_body_bytes: 1048576 }"
    );
    let bodies = [
        r#""hidden""#,
        r#"{"object": "hidden"}"#,
        r#"{"object": "event", "hidden": hidden}"#,
        r#"{"object": "event", "created": "hidden"}"#,
        r#"{"object": "event", "data": {"object": {"hidden": tru}}}"#,
        r#"{"object": "event", "data": {"object": {"hidden": "hidden"}, "livemode": 1}, "id": "hidden"}"#,
        "hidden",
    ];
    let headers = [
        "hidden",
        "t=hidden,v1=1",
        "t=1,hidden",
        "t=1,v1=hidden",
        "t=1,v1",
    ];
    let mut errors: Vec<_> = bodies.map(|body| delivered(body).unwrap_err()).into();
    errors.extend(headers.map(|header| webhook.event("hidden", header).unwrap_err()));
    errors.push(
        webhook
            .clone()
            .max_body_bytes(1)
            .event("hidden", "t=1,v1=1")
            .unwrap_err(),
    );
    let old = webhook.sign("hidden", 1);
    errors.push(webhook.event("hidden", old).unwrap_err());
    errors.push(Webhook::new("").event("hidden", "hidden").unwrap_err());
    for error in errors {
        let texts = format!("{error} {error:?}");
        assert!(!texts.contains("hid"), "{texts}");
        assert!(!error.to_string().contains('\n'), "{texts}");
        assert!(std::error::Error::source(&error).is_none());
    }
}
