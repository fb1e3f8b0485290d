//! The requests that are sent.

use stripe_customers::create_customer::Address;
use stripe_customers::reqwest::Url;
use stripe_customers::{
    API_VERSION, AppInfo, Clearable, CreateCustomer, RetrieveCustomer, customer,
};

use crate::server::{Seen, Server};
use crate::support::{KEY, builder, client, success};

/// The decoded pairs of a form or a query.
fn pairs(form: &str) -> Vec<(String, String)> {
    Url::parse(&format!("http://localhost/?{form}"))
        .unwrap()
        .query_pairs()
        .into_owned()
        .collect()
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

fn assert_common_headers(seen: &Seen) {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        seen.header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
    assert_eq!(seen.header("stripe-version"), Some(API_VERSION));
    assert_eq!(
        seen.header("user-agent"),
        Some(format!("Stripe/v1 RustBindings/{version}").as_str())
    );
    let about: serde_json::Value =
        serde_json::from_str(seen.header("x-stripe-client-user-agent").unwrap()).unwrap();
    assert_eq!(about["bindings_version"], version);
    assert_eq!(about["lang"], "rust");
    assert!(about["lang_version"].is_string());
    assert_eq!(about["publisher"], "stripe-customers");
    assert_eq!(seen.header("x-stripe-client-telemetry"), None);
}

#[tokio::test]
async fn create_sends_the_same_body_as_curl() {
    let server = Server::new([success()]);
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .send(&client(&server))
        .await
        .unwrap();
    assert_eq!(created.id, "cus_1");
    let [seen] = &server.seen()[..] else {
        panic!("one request");
    };
    assert_eq!((&*seen.method, &*seen.target), ("POST", "/v1/customers"));
    // curl https://api.stripe.com/v1/customers -u "$KEY:" -d description="Customer for jenny.rosen@example.com"
    let curl = "description=Customer for jenny.rosen@example.com";
    assert_eq!(pairs(&seen.body), pairs(curl));
    assert_eq!(
        seen.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_common_headers(seen);
}

#[tokio::test]
async fn create_sends_nested_parameters_in_brackets() {
    let server = Server::new([success()]);
    CreateCustomer::new()
        .address(Address::new().city("Paris").line1("1 & 2"))
        .balance(-2500)
        .business_name(Clearable::Clear)
        .metadata([("order", "6735"), ("a&b", "c=d é")])
        .preferred_locales(["fr"])
        .expand(customer::expand::sources())
        .expand(customer::expand::default_source())
        .send(&client(&server))
        .await
        .unwrap();
    assert_eq!(
        pairs(&server.seen()[0].body),
        [
            pair("address[city]", "Paris"),
            pair("address[line1]", "1 & 2"),
            pair("balance", "-2500"),
            pair("business_name", ""),
            pair("expand[0]", "sources"),
            pair("expand[1]", "default_source"),
            pair("metadata[a&b]", "c=d é"),
            pair("metadata[order]", "6735"),
            pair("preferred_locales[0]", "fr"),
        ]
    );
}

#[tokio::test]
async fn retrieve_sends_its_parameters_in_path_and_query() {
    let server = Server::new([success()]);
    RetrieveCustomer::new("cus_1")
        .expand(customer::expand::default_source())
        .send(&client(&server))
        .await
        .unwrap();
    let seen = &server.seen()[0];
    let (path, query) = seen.target.split_once('?').unwrap();
    assert_eq!((&*seen.method, path), ("GET", "/v1/customers/cus_1"));
    assert_eq!(pairs(query), [pair("expand[0]", "default_source")]);
    assert_eq!(seen.body, "");
    assert_eq!(seen.header("content-type"), None);
    assert_eq!(seen.header("idempotency-key"), None);
    assert_common_headers(seen);
}

#[tokio::test]
async fn any_id_is_one_segment_of_the_path() {
    let server = Server::new([success()]);
    for (id, target) in [
        ("../charges?a#b", "/v1/customers/..%2Fcharges%3Fa%23b"),
        ("%2e%2e", "/v1/customers/%252e%252e"),
        ("é ", "/v1/customers/%C3%A9%20"),
    ] {
        RetrieveCustomer::new(id)
            .send(&client(&server))
            .await
            .unwrap();
        assert_eq!(server.seen().last().unwrap().target, target);
    }
}

#[tokio::test]
async fn an_invalid_id_is_an_error_before_anything_is_sent() {
    let server = Server::new([success()]);
    for (id, message) in [
        ("", "`customer` is empty: expected an id"),
        (".", "`customer` is `.`: expected an id"),
        ("..", "`customer` is `..`: expected an id"),
    ] {
        let error = RetrieveCustomer::new(id)
            .send(&client(&server))
            .await
            .unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(error.is_parameter());
        assert_eq!((error.status(), error.attempts()), (None, 0));
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn every_post_has_a_unique_key() {
    let server = Server::new([success()]);
    let client = client(&server);
    for _ in 0..3 {
        CreateCustomer::new().send(&client).await.unwrap();
    }
    let mut keys: Vec<_> = server
        .seen()
        .iter()
        .map(|seen| seen.header("idempotency-key").unwrap().to_owned())
        .collect();
    for key in &keys {
        let lengths: Vec<_> = key.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{key}");
    }
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 3);
}

#[tokio::test]
async fn the_headers_identify_the_application() {
    let server = Server::new([success()]);
    let app = AppInfo::new("RocketRides")
        .version("1.2")
        .url("https://rocketrides.example");
    let client = builder(&server).app_info(app).build().unwrap();
    CreateCustomer::new().send(&client).await.unwrap();
    let seen = &server.seen()[0];
    let agent = seen.header("user-agent").unwrap();
    assert!(
        agent.ends_with(" RocketRides/1.2 (https://rocketrides.example)"),
        "{agent}"
    );
    let about = seen.header("x-stripe-client-user-agent").unwrap();
    assert!(
        about.contains(r#""application":{"name":"RocketRides","#),
        "{about}"
    );
}

#[tokio::test]
async fn a_path_in_the_base_url_comes_first() {
    let server = Server::new([success()]);
    let client = builder(&server)
        .base_url(format!("{}/stripe/", server.url()))
        .build()
        .unwrap();
    CreateCustomer::new().send(&client).await.unwrap();
    assert_eq!(server.seen()[0].target, "/stripe/v1/customers");
}

#[tokio::test]
async fn calls_share_a_connection() {
    let server = Server::new([success()]);
    let client = client(&server);
    for _ in 0..3 {
        CreateCustomer::new().send(&client).await.unwrap();
    }
    assert_eq!(server.connections(), 1);
}
