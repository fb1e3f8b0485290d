//! Requests whose path and parameters the caller writes.

use std::time::Duration;

use serde::Deserialize;
use stripe_customers::{
    CreateCustomer, Customer, Error, ErrorKind, Id, Json, Method, Request, RetrieveCustomer,
    RetrievedCustomer, http,
};

use crate::server::{Act, Server};
use crate::support::{CUSTOMER, KEY, client, error, run_clock_fast, stripe, success};

const TRANSACTIONS: &str = "/v1/customers/{customer}/balance_transactions";

#[derive(Debug, Deserialize, PartialEq)]
struct Transaction {
    id: String,
    amount: i64,
    customer: Id<Customer>,
}

fn transaction() -> Act {
    stripe(
        200,
        "",
        r#"{"id": "cbtxn_1", "object": "customer_balance_transaction", "amount": -500, "customer": "cus_1"}"#,
    )
}

#[tokio::test]
async fn a_post_is_a_form_and_the_response_any_type() {
    let server = Server::new([transaction(), success(), success()]);
    let client = client(&server);
    let id = Id::<Customer>::new("cus/1");
    let created = client
        .request::<Transaction>(Method::Post, TRANSACTIONS)
        .path("customer", &id)
        .param("amount", -500)
        .param("metadata[a b]", "é&=")
        .param("expand", ["customer"])
        .param("flag", true)
        .send()
        .await
        .unwrap();
    assert_eq!((&*created.id, created.amount), ("cbtxn_1", -500));
    assert_eq!(created.request_id(), Some("req_1"));
    assert_eq!(
        created.json().pointer("/object").unwrap(),
        "customer_balance_transaction"
    );
    let customer = client
        .request::<Customer>(Method::Get, "/v1/customers/cus_1")
        .param("expand[0]", "default_source")
        .send()
        .await
        .unwrap();
    assert_eq!(customer.id, "cus_1");
    let json = client
        .request::<Json>(Method::Delete, String::from("/v1/customers/cus_1"))
        .send()
        .await
        .unwrap();
    assert_eq!(json.into_inner(), CUSTOMER.parse::<Json>().unwrap());
    let [post, get, delete] = &server.seen()[..] else {
        panic!("three requests");
    };
    assert_eq!(
        (&*post.method, &*post.target),
        ("POST", "/v1/customers/cus%2F1/balance_transactions")
    );
    assert_eq!(
        post.body,
        "amount=-500&metadata[a+b]=%C3%A9%26%3D&expand[0]=customer&flag=true"
    );
    assert_eq!(
        post.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(post.header("idempotency-key").unwrap().len(), 36);
    assert_eq!(
        post.header("authorization"),
        Some(&*format!("Bearer {KEY}"))
    );
    assert_eq!(
        (&*get.method, &*get.target),
        ("GET", "/v1/customers/cus_1?expand[0]=default_source")
    );
    assert_eq!(
        (&*delete.method, &*delete.target),
        ("DELETE", "/v1/customers/cus_1")
    );
    for seen in [get, delete] {
        assert_eq!((&*seen.body, seen.header("idempotency-key")), ("", None));
    }
}

#[tokio::test(start_paused = true)]
async fn retries_and_options_are_those_of_any_request() {
    run_clock_fast();
    let server = Server::new([
        error(500, "", "api_error", ""),
        transaction(),
        error(400, "", "invalid_request_error", "parameter_unknown"),
    ]);
    let client = client(&server);
    let request = client
        .request::<Transaction>(Method::Post, TRANSACTIONS)
        .path("customer", "cus_1")
        .param("amount", 1)
        .customize()
        .idempotency_key("order-6735")
        .stripe_account("acct_1")
        .timeout(Duration::from_secs(7000))
        .param("currency", "usd");
    assert_eq!(request.send().await.unwrap().attempts(), 2);
    let error = request.send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.request_id()),
        (ErrorKind::InvalidRequest, Some("req_1"))
    );
    for seen in server.seen() {
        assert_eq!(seen.header("idempotency-key"), Some("order-6735"));
        assert_eq!(seen.header("stripe-account"), Some("acct_1"));
        assert_eq!(seen.body, "amount=1&currency=usd");
    }
}

#[tokio::test]
async fn a_request_can_be_repeated_with_the_key_of_the_error() {
    let server = Server::new([success(), transaction()]);
    let client = client(&server);
    let request = client
        .request::<Transaction>(Method::Post, TRANSACTIONS)
        .path("customer", "cus_1")
        .param("amount", -500);
    let error = request.send().await.unwrap_err();
    assert_eq!(error.was_carried_out(), Some(true));
    let again = request.clone().customize();
    let again = again.idempotency_key(error.idempotency_key().unwrap());
    assert_eq!(again.send().await.unwrap().amount, -500);
    let [first, second] = &server.seen()[..] else {
        panic!("two requests");
    };
    assert_eq!((&first.target, &first.body), (&second.target, &second.body));
    let key = "idempotency-key";
    assert_eq!(first.header(key), second.header(key));
}

#[test]
fn a_blocking_request_is_the_same() {
    let server = Server::new([transaction(), transaction()]);
    let client = client(&server);
    let request = || {
        client
            .request::<Transaction>(Method::Post, TRANSACTIONS)
            .path("customer", "cus_1")
    };
    assert_eq!(request().send_blocking().unwrap().amount, -500);
    let customized = request().customize().idempotency_key("k").send_blocking();
    assert_eq!(customized.unwrap().amount, -500);
    assert_eq!(server.seen()[1].header("idempotency-key"), Some("k"));
}

#[tokio::test]
async fn a_response_that_does_not_match_is_an_error_with_a_path() {
    let bodies = [
        (
            r#"{"id": "cbtxn_1", "object": "x", "amount": "1", "customer": "cus_1"}"#,
            ErrorKind::Decode,
            "Transaction.amount: expected i64, found a string",
        ),
        (
            r#"{"id": "cbtxn_1", "object": "x", "amount": 1, "customer": {}}"#,
            ErrorKind::Decode,
            "Transaction.customer: expected a string, found an object",
        ),
        (
            "<html>",
            ErrorKind::UnexpectedResponse,
            "not a response of Stripe's API: not JSON: expected a value at byte 0, found `<`",
        ),
    ];
    let server = Server::new(bodies.map(|(body, _, _)| stripe(200, "", body)));
    for (_, kind, message) in bodies {
        let request = client(&server).request::<Transaction>(Method::Get, "/v1/x");
        let error = request.send().await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(error.to_string().starts_with(message), "{error}");
    }
    let other = CUSTOMER.replace("\"customer\"", "\"invoice\"");
    let server = Server::new([stripe(200, "", &other)]);
    let request = client(&server).request::<Customer>(Method::Get, "/v1/x");
    let error = request.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    assert!(
        error
            .to_string()
            .contains("Customer.object: expected `customer`, found `invoice`"),
        "{error}"
    );
}

fn refused(result: Result<http::Request<Vec<u8>>, Error>) -> String {
    let error = result.unwrap_err();
    assert!(error.is_parameter(), "{error:?}");
    error.to_string()
}

#[test]
fn an_invalid_path_is_an_error_before_anything_is_sent() {
    for (path, problem) in [
        (
            "v1/customers",
            "does not start with `/`: expected a path without a host, such as `/v1/customers`",
        ),
        (
            "",
            "does not start with `/`: expected a path without a host, such as `/v1/customers`",
        ),
        (
            "https://example.com/v1",
            "does not start with `/`: expected a path without a host, such as `/v1/customers`",
        ),
        (
            "//example.com/v1",
            "has an empty segment: expected a path such as `/v1/customers`",
        ),
        (
            "/",
            "has an empty segment: expected a path such as `/v1/customers`",
        ),
        (
            "/v1/",
            "has an empty segment: expected a path such as `/v1/customers`",
        ),
        ("/v1/../x", "has the segment `..`: expected names"),
        ("/v1/./x", "has the segment `.`: expected names"),
        ("/v1/%2e%2e/x", "contains `%`: set values with `path`"),
        ("/v1\\x", "contains `\\\\`: set values with `path`"),
        ("/v1/x y", "contains ` `: set values with `path`"),
        ("/v1/x\n", "contains `\\n`: set values with `path`"),
        ("/v1/é", "contains `é`: set values with `path`"),
        ("/v1/x?limit=3", "contains `?`: set parameters with `param`"),
        ("/v1/x#y", "contains `#`: set values with `path`"),
        ("/v1/{x", "has braces that do not match: expected `{name}`"),
        ("/v1/x}", "has braces that do not match: expected `{name}`"),
        ("/v1/{}", "has braces that do not match: expected `{name}`"),
        (
            "/v1/{a{b}}",
            "has braces that do not match: expected `{name}`",
        ),
        (
            "/v1/{a/b}",
            "has braces that do not match: expected `{name}`",
        ),
        ("/v1/{x}/{x}", "has `{x}` twice: expected different names"),
        ("/v1/{x}", "has no value of `x`: set it with `path`"),
    ] {
        let request = Request::<Json>::new(Method::Get, path);
        let path = path.escape_debug();
        assert_eq!(
            refused(request.http_request(KEY)),
            format!("the path `{path}` {problem}")
        );
    }
}

#[test]
fn an_invalid_value_in_the_path_is_an_error_before_anything_is_sent() {
    let request = || Request::<Json>::new(Method::Get, "/v1/{x}/{y}.pdf").path("x", 7);
    assert_eq!(
        request()
            .path("y", "a/b?")
            .http_request(KEY)
            .unwrap()
            .uri()
            .path(),
        "/v1/7/a%2Fb%3F.pdf"
    );
    for (value, problem) in [("", "is empty"), (".", "is `.`"), ("..", "is `..`")] {
        let refused = refused(request().path("y", value).http_request(KEY));
        assert_eq!(refused, format!("`y` {problem}: expected an id"));
    }
    let path = "the path `/v1/{x}/{y}.pdf`";
    for (request, problem) in [
        (request(), "has no value of `y`: set it with `path`"),
        (request().path("y", 1).path("z", 1), "does not have `{z}`"),
        (
            request().path("y", 1).path("x", 7),
            "has two values of `x`: set one",
        ),
    ] {
        assert_eq!(
            refused(request.http_request(KEY)),
            format!("{path} {problem}")
        );
    }
    let named = request().path("y", 1).param("x", 2);
    assert_eq!(
        refused(named.http_request(KEY)),
        "`x` cannot be added: it is a parameter in the path"
    );
}

const TAKEN: &str =
    "cannot be added: the request already has this parameter, or one that contains it or is in it";

#[test]
fn a_name_that_the_request_has_is_an_error() {
    let request = || {
        CreateCustomer::new()
            .name("Jenny Rosen")
            .metadata([("order", "6735")])
            .preferred_locales(["sv"])
            .address(stripe_customers::create_customer::Address::new().city("Paris"))
            .customize()
    };
    for (name, taken) in [
        ("name", "name"),
        ("name[first]", "name"),
        ("address", "address"),
        ("address[city]", "address[city]"),
        ("address[city][0]", "address[city]"),
        ("metadata[order]", "metadata[order]"),
        ("metadata", "metadata"),
        ("preferred_locales", "preferred_locales"),
        ("preferred_locales[0]", "preferred_locales[0]"),
    ] {
        assert_eq!(
            refused(request().param(name, "x").http_request(KEY)),
            format!("`{taken}` {TAKEN}")
        );
    }
    for (first, second) in [
        ("a", "a"),
        ("a", "a[b]"),
        ("a[b]", "a"),
        ("a[b]", "a[b][c]"),
        ("a[0]", "a[0]"),
    ] {
        let refused = refused(request().param(first, 1).param(second, 2).http_request(KEY));
        assert_eq!(refused, format!("`{second}` {TAKEN}"));
    }
    // Names that were not set, and other parts of names that were.
    let extended = request()
        .param("email", "a@b.c")
        .param("address[new]", 1)
        .param("metadata[cart]", "7")
        .param("preferred_locales[1]", "en")
        .param("new[a][0]", 1.5)
        .param("new[a][1]", "")
        .param("new[b]", [[1, 2]])
        .http_request(KEY)
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(extended.body()),
        "address[city]=Paris&address[new]=1&metadata[order]=6735&metadata[cart]=7&name=Jenny+Rosen\
         &preferred_locales[0]=sv&preferred_locales[1]=en&email=a%40b.c&new[a][0]=1.5&new[a][1]=&new[b][0][0]=1&new[b][0][1]=2"
    );
    let in_path = RetrieveCustomer::new("cus_1")
        .customize()
        .param("customer", "cus_2");
    assert_eq!(
        refused(in_path.http_request(KEY)),
        format!("`customer` {TAKEN}")
    );
    let queried = RetrieveCustomer::new("cus_1")
        .customize()
        .param("a[b]", "c d");
    assert_eq!(
        queried.http_request(KEY).unwrap().uri().query(),
        Some("a[b]=c+d")
    );
}

#[test]
fn an_invalid_parameter_is_an_error_before_anything_is_sent() {
    let request = || Request::<Json>::new(Method::Post, "/v1/x");
    for name in [
        "", "[a]", "a[", "a]", "a[b", "a[]", "a[b]c", "a[[b]]", "a[b][", "a[b]]", "a[b]][",
    ] {
        let refused = refused(request().param(name, 1).http_request(KEY));
        assert_eq!(
            refused,
            format!(
                "`{name}` is not the name of a parameter: expected a name such as `name`, `address[city]` or `items[0][price]`"
            )
        );
    }
    for (value, found) in [
        ("null", "null"),
        ("[]", "an empty array"),
        ("{}", "an empty object"),
        (r#"[{"a": 1, "b": [null]}]"#, "null"),
    ] {
        let value: Json = value.parse().unwrap();
        let refused = refused(request().param("a[b]", value).http_request(KEY));
        assert_eq!(
            refused,
            format!("`a[b]` is or contains {found}, which a form cannot express")
        );
    }
    let value: Json = r#"{"x": [true, {"y z": "\u0041"}], "n": 1e2}"#.parse().unwrap();
    let sent = request().param("a", value).http_request(KEY).unwrap();
    assert_eq!(
        String::from_utf8_lossy(sent.body()),
        "a[x][0]=true&a[x][1][y+z]=A&a[n]=1e2"
    );
}

#[test]
fn the_parameters_of_v2_are_json() {
    let request = || Request::<Json>::new(Method::Post, "/v2/core/events");
    let body = |request: Request<Json>| {
        let request = request.http_request(KEY).unwrap();
        assert_eq!(request.headers()["content-type"], "application/json");
        String::from_utf8(request.into_body()).unwrap()
    };
    assert_eq!(body(request()), "{}");
    let nested = request()
        .param("a[b]", "x\n")
        .param("a[c][d]", 1)
        .param("e", Vec::<i32>::new())
        .param("f", Json::default());
    assert_eq!(
        body(nested),
        r#"{"a":{"b":"x\n","c":{"d":1}},"e":[],"f":null}"#
    );
    let element = request().param("a[b][0]", 1).http_request(KEY);
    assert_eq!(
        refused(element),
        "`a[b]` is an array in JSON, whose elements cannot be set one by one: set all of them"
    );
    let queried = Request::<Json>::new(Method::Get, "/v2/x")
        .param("a[0]", 1)
        .http_request(KEY);
    assert_eq!(queried.unwrap().uri().query(), Some("a[0]=1"));
}

#[test]
fn a_response_of_another_http_client_is_decoded() {
    let response = |status, body: &str| {
        http::Response::builder()
            .status(status)
            .body(body.to_owned())
            .unwrap()
    };
    let decoded = Request::<Customer>::decode_response(response(200, CUSTOMER)).unwrap();
    assert_eq!(decoded.id, "cus_1");
    let json = Request::<Json>::decode_response(response(200, " [1] ")).unwrap();
    assert_eq!((json.text(), json.json().text()), ("[1]", "[1]"));
    assert!(Request::<Json>::decode_response(response(404, CUSTOMER)).is_err());
}

#[tokio::test]
async fn the_whole_response_is_json() {
    let body = CUSTOMER.replace("\"livemode\"", "\"new\": [{\"a/b\": 7}], \"livemode\"");
    let server = Server::new([stripe(200, "", &format!("\n{body}\n"))]);
    let customer = RetrieveCustomer::new("cus_1")
        .send(&client(&server))
        .await
        .unwrap();
    assert!(matches!(&*customer, RetrievedCustomer::Customer(_)));
    let json = customer.json();
    assert_eq!(json.text(), body);
    assert_eq!(json.pointer("/new/0/a~1b").unwrap().as_i64(), Some(7));
    assert_eq!(
        json.text().as_ptr(),
        customer.body()[1..].as_ptr(),
        "not copied"
    );
    let error = json
        .pointer("/new/0")
        .unwrap()
        .decode::<Customer>()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "response.new[0].object: required, but missing"
    );
}

#[test]
fn debug_shows_names_only() {
    let request = Request::<Json>::new(Method::Get, "/v1/{x}")
        .path("x", "secret")
        .param("a[b]", "secret");
    assert_eq!(
        format!("{request:?}"),
        r#"Request { method: Get, path: "/v1/{x}", params: ["a[b]"], .. }"#
    );
    let customized = request.customize().param("c", "secret");
    assert!(!format!("{customized:?}").contains("secret"));
}
