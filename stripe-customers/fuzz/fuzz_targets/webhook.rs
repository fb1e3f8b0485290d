//! Any bytes as the header and the body of a request to a webhook endpoint.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_customers::webhook::{Webhook, WebhookErrorKind};
use stripe_customers_fuzz::{is_json, is_one_line};

const SECRET: &str = "whsec_secretsecretsecret";

fuzz_target!(|input: (&[u8], &str, i64, &[u8])| {
    let (header, secret, time, body) = input;
    forged(header, body);
    signed(secret, time, header, body);
});

/// Nobody signs without the secret.
fn forged(header: &[u8], body: &[u8]) {
    let webhook = Webhook::new(SECRET).any_age();
    let error = webhook.event_at(body, header, 0).unwrap_err();
    assert!(!error.is_verified());
    assert!(is_one_line(&error.to_string()));
    assert!(!format!("{error}{error:?}{webhook:?}").contains("secretsecret"));
    // A signature by another key does not help.
    let other = Webhook::new("whsec_other").sign(body, 0).into_bytes();
    let headers = [
        [&other, &b","[..], header].concat(),
        [header, b",", &other].concat(),
    ];
    for header in headers {
        assert!(webhook.verify_at(body, header, 0).is_err());
    }
}

/// What is signed is verified, whatever surrounds the signature, and only for this body and this secret.
fn signed(secret: &str, time: i64, rest: &[u8], body: &[u8]) {
    let webhook = Webhook::new(secret);
    let header = webhook.sign(body, time);
    let result = webhook.event_at(body, &header, time);
    if secret.trim().is_empty() {
        assert_eq!(result.unwrap_err().kind(), WebhookErrorKind::NoSecret);
        return;
    }
    match result {
        Ok(event) => {
            assert!(is_json(event.object_json().text().as_bytes()));
            let _ = (
                event.object::<stripe_customers::Customer>(),
                format!("{event:?}"),
            );
        }
        Err(error) => {
            assert!(error.is_verified(), "{error}");
            assert!(is_one_line(&error.to_string()));
        }
    }
    let surrounded = [header.as_bytes(), b",", rest].concat();
    match webhook.verify_at(body, surrounded, time) {
        Ok(()) => {}
        // A `t` or `v1` without a value.
        Err(error) => assert_eq!(error.kind(), WebhookErrorKind::MalformedHeader),
    }
    let longer = [body, b" "].concat();
    for result in [
        webhook.verify_at(&longer, &header, time),
        Webhook::new(format!("{secret}0")).verify_at(body, &header, time),
    ] {
        assert_eq!(result.unwrap_err().kind(), WebhookErrorKind::NoMatch);
    }
    let is_old = webhook
        .verify_at(body, &header, time.saturating_add(301))
        .is_err();
    assert_eq!(is_old, time <= i64::MAX - 301);
}
