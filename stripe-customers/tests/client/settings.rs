//! Settings that are refused.

use stripe_customers::{Client, ErrorKind};

use crate::support::KEY;

fn refuse(result: Result<Client, stripe_customers::Error>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Setup);
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(!format!("{error:?}").contains("secretsecret"), "{error:?}");
    error.to_string()
}

#[test]
fn a_key_with_a_line_break_is_refused_without_being_shown() {
    for (end, problem) in [
        ("\n", "has a line break in it"),
        (" ", "has white space in it"),
        ("\u{7f}", "has a control character in it"),
        ("\u{200b}", "has a character in it that is not ASCII"),
    ] {
        assert_eq!(
            refuse(Client::builder(format!("{KEY}{end}")).build()),
            format!("the secret key {problem}")
        );
    }
    assert_eq!(
        refuse(Client::builder("").build()),
        "the secret key is empty"
    );
}

#[test]
fn plain_http_to_another_machine_is_refused() {
    let message = refuse(
        Client::builder(KEY)
            .base_url("http://api.stripe.com")
            .build(),
    );
    assert!(
        message.contains("plain http to another machine"),
        "{message}"
    );
    let allowed = Client::builder(KEY)
        .base_url("http://api.stripe.com")
        .allow_insecure_http(true);
    assert!(allowed.build().is_ok());
}

#[test]
fn an_address_with_a_password_is_refused_without_being_shown() {
    let message = refuse(
        Client::builder(KEY)
            .base_url("https://me:hidden@localhost")
            .build(),
    );
    assert_eq!(message, "the base URL has a user name or password in it");
}

#[test]
fn a_client_is_made_from_a_key_alone() {
    assert!(Client::new(KEY).is_ok());
    assert_eq!(refuse(Client::new("")), "the secret key is empty");
}
