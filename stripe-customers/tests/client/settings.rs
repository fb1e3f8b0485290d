//! Validation of settings.

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
fn the_error_of_an_invalid_key_does_not_show_it() {
    for (end, problem) in [
        ("\n", "contains a line break"),
        (" ", "contains white space"),
        ("\u{7f}", "contains a control character"),
        ("\u{200b}", "contains a character that is not ASCII"),
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
fn plain_http_to_another_machine_is_an_error() {
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
fn the_error_of_a_url_with_a_password_does_not_show_it() {
    let message = refuse(
        Client::builder(KEY)
            .base_url("https://me:hidden@localhost")
            .build(),
    );
    assert_eq!(message, "the base URL contains a user name or password");
}

#[test]
fn a_client_is_created_from_a_key() {
    assert!(Client::new(KEY).is_ok());
    assert_eq!(refuse(Client::new("")), "the secret key is empty");
}
