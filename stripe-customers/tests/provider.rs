//! rustls without a crypto provider: an error if there is none, and the installed one otherwise.
#![cfg(all(
    feature = "rustls-no-provider",
    not(any(feature = "rustls", feature = "native-tls"))
))]
#![allow(missing_docs)]

use stripe_customers::Client;

#[test]
fn a_missing_provider_is_an_error_with_a_solution() {
    let builder = Client::builder("sk_test_1");
    let error = builder.clone().build().unwrap_err();
    assert!(error.is_setup());
    assert_eq!(
        error.to_string(),
        "rustls has no crypto provider: install one before the client is built \
         (`rustls::crypto::ring::default_provider().install_default()`), or use the feature `rustls`"
    );
    rustls::crypto::aws_lc_rs::default_provider()
        .install_default()
        .unwrap();
    assert!(builder.build().is_ok());
}
