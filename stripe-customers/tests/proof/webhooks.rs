//! Signatures of webhooks: random headers against a second implementation, and comparison with Stripe's official library for Python.
//!
//! ```text
//! pip install stripe==16.1.0
//! cargo test -p stripe-customers --test proof webhooks -- --ignored
//! ```

use std::collections::BTreeSet;

use serde_json::json;
use stripe_customers::webhook::{Webhook, WebhookErrorKind};

use super::library::Library;
use super::random::{Random, again};
use super::{draw, text};

/// The number of events that are signed, and of headers that are compared with a second implementation.
const CASES: u64 = 1000;

/// The number of damaged requests that both libraries must refuse.
const DAMAGED: usize = 1000;

/// A request to an endpoint with one secret.
#[derive(Clone, Debug)]
struct Delivery {
    secret: String,
    body: Vec<u8>,
    header: Vec<u8>,
    now: i64,
}

impl Delivery {
    /// Draws an event that is signed within the tolerance.
    fn draw(random: &mut Random) -> Self {
        let secret = format!("whsec_{}", random.text(100));
        let body = text::write(&draw::value("event", random), random).into_bytes();
        let time = i64::from(u32::MAX) + random.integer() % 1_000_000;
        let mut webhook = Webhook::new(&secret);
        if random.once_in(4) {
            webhook = Webhook::new("whsec_other").add_secret(&secret);
        }
        Self {
            header: webhook.sign(&body, time).into_bytes(),
            now: time + i64::try_from(random.below(301)).unwrap(),
            secret,
            body,
        }
    }

    /// Changes the request in one place.
    fn damage(&mut self, random: &mut Random) {
        match random.below(8) {
            0 => self.now += i64::try_from(301 + random.below(1000)).unwrap(),
            1 => self.secret.push(*random.pick(&['0', ' ', 'é'])),
            2..=4 => edit(&mut self.body, random),
            _ => edit(&mut self.header, random),
        }
    }

    fn verdict(&self) -> String {
        let webhook = Webhook::new(&self.secret);
        match webhook.event_at(&self.body, &self.header, self.now) {
            Ok(_) => "accepted".to_owned(),
            Err(error) => format!("{:?}", error.kind()),
        }
    }

    fn verdict_of(&self, library: &mut Library) -> String {
        library.ask(&json!({
            "secret": self.secret,
            "body": latin(&self.body),
            "header": latin(&self.header),
            "now": self.now,
        }))
    }

    /// Whether Python reads the time of the header as an integer, but this crate does not: `int` accepts white space around
    /// the digits, underscores between them, and any number of them.
    fn has_time_of_python(&self) -> bool {
        let header = latin(&self.header);
        let time = header.split(',').find_map(|item| item.strip_prefix("t="));
        let time = time
            .and_then(|time| time.split('=').next())
            .unwrap_or_default();
        let is_of_python = |c: char| {
            c.is_ascii_digit() || c.is_whitespace() || "_+-\u{1c}\u{1d}\u{1e}\u{1f}".contains(c)
        };
        time.parse::<i64>().is_err() && !time.is_empty() && time.chars().all(is_of_python)
    }
}

/// The text with a character for each byte.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// Changes, inserts, removes or repeats something.
fn edit(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len().max(1));
    let byte = match random.below(3) {
        0 => u8::try_from(random.below(256)).unwrap(),
        _ => *random.pick(b"0189afAF=,.tv_+- \t\"{}"),
    };
    match random.below(6) {
        0 => bytes.insert(at.min(bytes.len()), byte),
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(..at)),
        3 if at + 1 < bytes.len() => bytes.swap(at, at + 1),
        4 if at < bytes.len() => drop(bytes.remove(at)),
        _ => match bytes.get_mut(at) {
            Some(place) => *place = byte,
            None => bytes.push(byte),
        },
    }
}

#[test]
fn what_is_signed_is_verified_until_it_is_changed() {
    for case in 0..CASES {
        let mut random = Random::of("webhook", case);
        let delivery = Delivery::draw(&mut random);
        assert_eq!(delivery.verdict(), "accepted", "{delivery:?}\n{}", again());
        let mut damaged = delivery.clone();
        edit(&mut damaged.body, &mut random);
        let expected = match damaged.body == delivery.body {
            true => "accepted",
            false => "NoMatch",
        };
        assert_eq!(damaged.verdict(), expected, "{damaged:?}\n{}", again());
    }
}

/// A second implementation of the form of a header: the kind of the error, or the time and the texts of the signatures.
fn read(header: &str) -> Result<(i64, Vec<&str>), WebhookErrorKind> {
    let mut time = None;
    let mut signatures = Vec::new();
    if header.is_empty() {
        return Err(WebhookErrorKind::NoHeader);
    }
    for item in header.split(',') {
        let parts: Vec<_> = item.split('=').collect();
        match parts[..] {
            ["t"] | ["v1"] => return Err(WebhookErrorKind::MalformedHeader),
            ["t", seconds, ..] => time = time.or(Some(seconds)),
            ["v1", signature, ..] => signatures.push(signature),
            _ => {}
        }
    }
    let time = time.and_then(|time| time.parse().ok());
    match time {
        None => Err(WebhookErrorKind::MalformedHeader),
        Some(_) if signatures.is_empty() => Err(WebhookErrorKind::NoSignature),
        Some(time) => Ok((time, signatures)),
    }
}

#[test]
fn a_header_is_read_like_by_a_second_implementation() {
    let webhook = Webhook::new("whsec_test").any_age();
    let mut accepted = 0;
    for case in 0..20 * CASES {
        let mut random = Random::of("webhook header", case);
        let time = random.integer().to_string();
        let signature = webhook.sign("{}", time.parse::<i64>().unwrap());
        let signature = signature.rsplit('=').next().unwrap();
        let pieces = [
            "t", "v1", "v0", "=", ",", "t=", "v1=", ",v1=", "+", "0", &time, signature,
        ];
        let header: String = (0..random.below(12))
            .map(|_| *random.pick(&pieces))
            .collect();
        let header = match random.once_in(4) {
            true => header,
            false => format!("t={time},{header},v1={signature}"),
        };
        let expected = read(&header).and_then(|(time, signatures)| {
            let right = webhook.sign("{}", time);
            let right = right.rsplit('=').next().unwrap();
            match signatures.contains(&right) {
                true => Ok(()),
                false => Err(WebhookErrorKind::NoMatch),
            }
        });
        let found = webhook
            .verify_at("{}", &header, 0)
            .map_err(|error| error.kind());
        assert_eq!(found, expected, "{header}\n{}", again());
        accepted += usize::from(found.is_ok());
    }
    assert!(accepted > 1000, "only {accepted} headers are accepted");
}

#[test]
fn no_header_or_body_causes_a_panic() {
    let webhook = Webhook::new("whsec_test").any_age();
    for case in 0..CASES {
        let mut random = Random::of("webhook bytes", case);
        let mut bytes = |longest| -> Vec<u8> {
            let length = random.below(longest);
            (0..length)
                .map(|_| u8::try_from(random.below(256)).unwrap())
                .collect()
        };
        let (body, header) = (bytes(50), bytes(100));
        assert!(webhook.event(&body, header).is_err());
        // Whatever is signed is looked at.
        let error = webhook.event(&body, webhook.sign(&body, 0)).unwrap_err();
        assert!(error.is_verified(), "{error}");
    }
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_official_library_signs_alike_and_accepts() {
    let mut library = Library::start("official_webhooks.py", &[]);
    for case in 0..CASES {
        let mut random = Random::of("official webhook", case);
        let delivery = Delivery::draw(&mut random);
        let Delivery {
            secret, body, now, ..
        } = &delivery;
        assert_eq!(
            delivery.verdict_of(&mut library),
            "accepted",
            "{delivery:?}\n{}",
            again()
        );
        let theirs = library.ask(&json!({"secret": secret, "body": latin(body), "now": now}));
        let webhook = Webhook::new(secret);
        assert_eq!(
            webhook.sign(body, *now),
            theirs,
            "{delivery:?}\n{}",
            again()
        );
        assert!(webhook.event_at(body, theirs, *now).is_ok());
    }
}

/// Both give the same reason. By design, this crate also refuses times that only Python reads as an integer.
#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_official_library_refuses_the_same_damaged_requests() {
    let mut library = Library::start("official_webhooks.py", &[]);
    let (mut refused, mut case, mut reasons) = (0, 0, BTreeSet::new());
    while refused < DAMAGED {
        let mut random = Random::of("damaged webhook", case);
        case += 1;
        let mut delivery = Delivery::draw(&mut random);
        for _ in 0..=random.below(2) {
            delivery.damage(&mut random);
        }
        let (ours, theirs) = (delivery.verdict(), delivery.verdict_of(&mut library));
        let is_alike = match theirs.as_str() {
            _ if delivery.has_time_of_python() => ours == "MalformedHeader",
            // Python decodes the body first.
            "NotUtf8" => ours != "accepted",
            // Another signature may match.
            "NotAscii" => ["NoMatch", "accepted", "TooOld"].contains(&ours.as_str()),
            theirs => ours == theirs,
        };
        assert!(
            is_alike,
            "this crate: {ours}, the official library: {theirs}\n{delivery:?}\n{}",
            again()
        );
        if ours != "accepted" && theirs != "accepted" {
            refused += 1;
            reasons.insert(ours);
        }
    }
    assert!(reasons.len() > 3, "only {reasons:?}");
    let harmless = case - u64::try_from(DAMAGED).unwrap();
    assert!(
        harmless < case / 5,
        "{harmless} of {case} requests are not damaged"
    );
}
