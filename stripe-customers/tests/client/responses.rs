//! Responses, and errors in them.

use std::error::Error as _;
use std::time::Duration;

use stripe_customers::{
    CreateCustomer, DecodeError, DeleteCustomer, Error, ErrorCode, ErrorKind, ListCustomers,
    RetrieveCustomer, RetrievedCustomer, SearchCustomers, UpdateCustomer,
};

use crate::server::{Act, Server};
use crate::support::{
    CUSTOMER, builder, client, create, error, fail, http, run_clock_fast, stripe,
};

#[tokio::test]
async fn a_response_has_the_status_and_headers() {
    let replayed = stripe(200, "idempotent-replayed: true\r\n", CUSTOMER);
    let response = create([replayed]).await.0.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.request_id(), Some("req_1"));
    assert!(response.idempotent_replayed());
    assert_eq!(response.body(), CUSTOMER);
    assert_eq!(response.attempts(), 1);
    let text = format!("{response:?}");
    assert!(text.contains("req_1") && text.contains("cus_1"), "{text}");
    assert_eq!(response.headers()["request-id"], "req_1");
    assert_eq!(response.as_ref().id, "cus_1");
    let plain = create([stripe(200, "", CUSTOMER)]).await.0.unwrap();
    assert!(!plain.idempotent_replayed());
    assert_eq!(plain.notice(), None);
    let notice = stripe(200, "stripe-notice: Use `tax` instead.\r\n", CUSTOMER);
    let noticed = create([notice]).await.0.unwrap();
    assert_eq!(noticed.notice(), Some("Use `tax` instead."));
    assert_eq!(plain.into_inner().id, "cus_1");
}

#[tokio::test(start_paused = true)]
async fn a_response_to_a_list_that_is_not_a_list_is_an_error() {
    run_clock_fast();
    let found = r#"{"object": "search_result", "data": [], "has_more": false, "url": "/"}"#;
    for (body, kind, message) in [
        (
            CUSTOMER,
            ErrorKind::UnexpectedResponse,
            "list.object: expected `list`, found `customer` (200",
        ),
        (
            found,
            ErrorKind::UnexpectedResponse,
            "list.object: expected `list`, found `search_result` (200",
        ),
        (
            "[]",
            ErrorKind::UnexpectedResponse,
            "list: expected an object, found an array (200",
        ),
        (
            r#"{"object": "list", "data": {}, "has_more": false, "url": "/"}"#,
            ErrorKind::Decode,
            "list.data: expected an array, found an object (200",
        ),
        (
            r#"{"object": "list", "has_more": false, "url": "/"}"#,
            ErrorKind::Decode,
            "list.data: required, but missing (200",
        ),
    ] {
        let server = Server::new([stripe(200, "", body)]);
        let listed = ListCustomers::new().send(&client(&server)).await;
        let error = listed.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (kind, 1), "{error}");
        assert!(error.to_string().contains(message), "{error}");
    }
    let server = Server::new([stripe(200, "", CUSTOMER)]);
    let found = SearchCustomers::new("created>0")
        .send(&client(&server))
        .await;
    assert!(found.unwrap_err().is_unexpected_response());
}

#[tokio::test(start_paused = true)]
async fn a_missing_object_is_told_apart_from_other_invalid_requests() {
    run_clock_fast();
    for (status, code, is_not_found) in [
        (404, "resource_missing", true),
        (400, "resource_missing", true),
        (404, "", true),
        (400, "parameter_unknown", false),
    ] {
        let (error, _) = fail([error(status, "", "invalid_request_error", code)]).await;
        assert_eq!(error.is_not_found(), is_not_found, "{status} {code}");
    }
    let (error, _) = fail([error(500, "", "api_error", "resource_missing")]).await;
    assert!(!error.is_not_found());
}

/// Nothing is sent, and the parameters are not in the error.
#[tokio::test]
async fn a_request_that_cannot_be_sent_makes_no_attempt() {
    let server = Server::new([]);
    let client = client(&server);
    let errors = [
        CreateCustomer::new()
            .name("")
            .email("jenny@example.com")
            .send(&client)
            .await
            .err(),
        UpdateCustomer::new("")
            .name("Jenny")
            .send(&client)
            .await
            .err(),
        UpdateCustomer::new("cus_1")
            .name("")
            .send(&client)
            .await
            .err(),
        DeleteCustomer::new("").send(&client).await.err(),
        ListCustomers::new()
            .starting_after("cus_1")
            .ending_before("cus_2")
            .send(&client)
            .await
            .err(),
        SearchCustomers::new(r#"name:"Jenny"#)
            .send(&client)
            .await
            .err(),
    ];
    for error in errors {
        let error = error.unwrap();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Parameter, 0));
        let text = format!("{error} {error:?}");
        assert!(!text.contains("Jenny") && !text.contains("jenny"), "{text}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn status_and_type_determine_the_kind_of_an_error() {
    run_clock_fast();
    for (status, type_, kind) in [
        (400, "invalid_request_error", ErrorKind::InvalidRequest),
        (404, "invalid_request_error", ErrorKind::InvalidRequest),
        (401, "invalid_request_error", ErrorKind::Authentication),
        (402, "card_error", ErrorKind::Card),
        (403, "invalid_request_error", ErrorKind::Permission),
        (429, "invalid_request_error", ErrorKind::RateLimit),
        (400, "idempotency_error", ErrorKind::Idempotency),
        (409, "invalid_request_error", ErrorKind::Api),
        (500, "api_error", ErrorKind::Api),
        (400, "a_type_of_tomorrow", ErrorKind::InvalidRequest),
    ] {
        let (error, _) = fail([error(status, "", type_, "some_code")]).await;
        assert_eq!(error.kind(), kind, "{status} {type_}");
        assert_eq!(asks(&error), [kind], "{status} {type_}");
        assert_eq!(error.status(), Some(status));
        assert_eq!(error.request_id(), Some("req_1"));
        let api_error = error.api_error().unwrap();
        assert_eq!(api_error.type_.as_str(), type_);
        assert_eq!(api_error.message.as_deref(), Some("Rejected."));
        let message = error.to_string();
        let details = format!("Rejected. ({status} {type_} some_code, request req_1");
        assert!(message.starts_with(&details), "{message}");
    }
}

/// Returns the kinds whose predicates are true.
fn asks(error: &Error) -> Vec<ErrorKind> {
    let all = [
        (error.is_invalid_request(), ErrorKind::InvalidRequest),
        (error.is_authentication(), ErrorKind::Authentication),
        (error.is_card(), ErrorKind::Card),
        (error.is_permission(), ErrorKind::Permission),
        (error.is_rate_limit(), ErrorKind::RateLimit),
        (error.is_idempotency(), ErrorKind::Idempotency),
        (error.is_api(), ErrorKind::Api),
        (error.is_connection(), ErrorKind::Connection),
        (error.is_setup(), ErrorKind::Setup),
        (error.is_parameter(), ErrorKind::Parameter),
    ];
    let asked = all.into_iter().filter(|(holds, _)| *holds);
    asked.map(|(_, kind)| kind).collect()
}

#[tokio::test]
async fn the_error_of_a_declined_card_has_all_details() {
    let body = r#"{"error": {"advice_code": "try_again_later", "charge": "ch_1", "code": "card_declined",
        "decline_code": "insufficient_funds", "doc_url": "https://stripe.com/docs/error-codes/card-declined",
        "message": "Your card has insufficient funds.", "network_decline_code": "51", "param": "source",
        "payment_intent": {"object": "payment_intent", "id": 7}, "type": "card_error"}}"#;
    let (error, seen) = fail([stripe(402, "", body)]).await;
    assert!(error.is_card());
    assert_eq!(seen, 1);
    assert_eq!(
        error.to_string(),
        "Your card has insufficient funds. (402 card_error card_declined, param source, \
         decline code insufficient_funds, request req_1)"
    );
    let said = error.api_error().unwrap();
    assert_eq!(said.advice_code.as_deref(), Some("try_again_later"));
    assert_eq!(said.charge.as_deref(), Some("ch_1"));
    assert_eq!(said.decline_code.as_deref(), Some("insufficient_funds"));
    assert_eq!(said.network_decline_code.as_deref(), Some("51"));
    assert!(said.doc_url.is_some());
    // A malformed embedded object is an error only when it is decoded.
    assert!(said.payment_intent.as_ref().unwrap().object().is_err());
}

#[tokio::test]
async fn a_malformed_member_of_an_error_does_not_hide_the_others() {
    let body = r#"{"error": {"code": 7, "message": "No\u2028such\ncustomer.", "param": "id", "type": "invalid_request_error"}}"#;
    let (error, _) = fail([stripe(404, "", body)]).await;
    assert_eq!(
        error.to_string(),
        "No such customer. (404 invalid_request_error, param id, request req_1)"
    );
    for message in ["null", "7", r#""""#, r#"" ""#] {
        let body = format!(r#"{{"error": {{"message": {message}, "type": "api_error"}}}}"#);
        let (error, _) = fail([stripe(400, "", &body)]).await;
        assert_eq!(
            error.to_string(),
            "Stripe sent no message (400 api_error, request req_1)"
        );
    }
    assert_eq!(error.body(), Some(body));
    assert!(error.is_invalid_request());
}

#[tokio::test(start_paused = true)]
async fn an_error_that_is_not_from_stripe_has_status_and_body() {
    run_clock_fast();
    for (status, body, attempts) in [
        (502, "<html>Bad Gateway</html>", 3),
        (503, "", 3),
        (404, "{\"error\": \"not_found\"}", 1),
        (403, "{\"error\": {\"message\": \"cut o", 1),
        (500, "[]", 3),
        (404, "null", 1),
    ] {
        let page = Act::Send(http(status, "content-type: text/html\r\n", body));
        let (error, seen) = fail([page]).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{body}");
        assert_eq!((error.status(), seen), (Some(status), attempts), "{body}");
        assert_eq!(error.body(), Some(body));
        assert!(error.api_error().is_none());
        let message = error.to_string();
        let details = format!(
            "not a response of Stripe's API ({status}, text/html, {} bytes",
            body.len()
        );
        assert!(message.starts_with(&details), "{message}");
    }
}

#[tokio::test]
async fn a_success_that_is_not_json_is_unexpected() {
    for (body, found) in [
        (
            "<html>Welcome</html>",
            "expected a value at byte 0, found `<`",
        ),
        ("", "expected a value at byte 0, found the end of the text"),
        (
            "{\"id\": \"cus_1\"",
            "expected a value at byte 14, found the end of the text",
        ),
    ] {
        let (error, seen) = fail([stripe(200, "", body)]).await;
        assert_eq!(seen, 1, "the request is not retried");
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert_eq!((error.status(), error.body()), (Some(200), Some(body)));
        assert_eq!(
            error.to_string(),
            format!(
                "not a response of Stripe's API: not JSON: {found} \
                 (200, application/json, {} bytes, request req_1)",
                body.len()
            )
        );
    }
    let compressed = stripe(200, "content-encoding: gzip\r\n", "\u{1f}");
    let (error, _) = fail([compressed]).await;
    let details = " (200, application/json, gzip, 1 bytes, request req_1)";
    assert!(error.to_string().ends_with(details), "{error}");
}

#[tokio::test]
async fn a_success_without_the_requested_object_is_unexpected() {
    for (body, problem) in [
        ("{}", "customer.object: required, but missing"),
        (
            r#"{"status": "ok"}"#,
            "customer.object: required, but missing",
        ),
        (
            r#"{"object": 7}"#,
            "customer.object: expected a string, found 7",
        ),
        (
            r#"{"id": "cus_1", "object": null}"#,
            "customer.object: expected a string, found null",
        ),
        (
            r#"{"deleted": false, "id": "cus_1"}"#,
            "customer.object: required, but missing",
        ),
        ("[]", "customer: expected an object, found an array"),
        ("null", "customer: expected an object, found null"),
    ] {
        let server = Server::new([stripe(200, "", body)]);
        let client = builder(&server).build().unwrap();
        let retrieve = RetrieveCustomer::new("cus_1")
            .send(&client)
            .await
            .unwrap_err();
        let (create, _) = fail([stripe(200, "", body)]).await;
        for error in [retrieve, create] {
            let kind = ErrorKind::UnexpectedResponse;
            assert_eq!((error.kind(), error.status()), (kind, Some(200)));
            assert_eq!(error.body(), Some(body));
            let message = error.to_string();
            let start = format!("not a response of Stripe's API: {problem}");
            assert!(message.starts_with(&start), "{message}");
        }
    }
    for (body, found) in [
        (
            CUSTOMER.replace("\"customer\"", "\"charge\""),
            "customer.object: expected `customer`, found `charge`",
        ),
        (
            r#"{"id": 7}"#.to_owned(),
            "customer.id: expected a string, found 7",
        ),
    ] {
        let (error, _) = fail([stripe(200, "", &body)]).await;
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        assert!(error.to_string().contains(found), "{error}");
    }
}

#[tokio::test]
async fn a_success_with_an_error_object_has_the_message_of_stripe() {
    let body = r#"{"error": {"type": "api_error", "message": "Something went wrong."}}"#;
    let server = Server::new([stripe(200, "", body)]);
    let client = builder(&server).build().unwrap();
    let retrieve = RetrieveCustomer::new("cus_1")
        .send(&client)
        .await
        .unwrap_err();
    let (create, _) = fail([stripe(200, "", body)]).await;
    for error in [retrieve, create] {
        assert_eq!(
            error.to_string(),
            "Something went wrong. (200 api_error, application/json, 68 bytes, request req_1)"
        );
        assert!(error.is_unexpected_response());
        assert!(error.api_error().is_some());
        assert_eq!(error.was_carried_out(), None);
    }
}

#[tokio::test]
async fn an_object_that_is_new_is_unknown_and_one_that_is_deleted_needs_no_name() {
    let new = stripe(
        200,
        "",
        r#"{"id": "cus_1", "object": "customer_of_tomorrow"}"#,
    );
    let deleted = stripe(200, "", r#"{"id": "cus_1", "deleted": true}"#);
    let server = Server::new([new, deleted]);
    let client = builder(&server).build().unwrap();
    let request = RetrieveCustomer::new("cus_1");
    let retrieved = request.send(&client).await.unwrap();
    assert!(matches!(*retrieved, RetrievedCustomer::Unknown(_)));
    let retrieved = request.send(&client).await.unwrap();
    assert!(retrieved.is_deleted());
    assert_eq!(retrieved.id().unwrap(), "cus_1");
}

#[tokio::test]
async fn a_wrong_type_in_a_nested_field_is_an_error_with_its_path() {
    let body = CUSTOMER.replace("\"metadata\": {}", "\"address\": {\"city\": 7}");
    let (error, seen) = fail([stripe(200, "", &body)]).await;
    assert_eq!((error.kind(), seen), (ErrorKind::Decode, 1));
    assert_eq!(
        error.to_string(),
        "customer.address.city: expected a string, found 7 (200, request req_1)"
    );
    assert_eq!(error.body(), Some(&*body));
    let source = error
        .source()
        .unwrap()
        .downcast_ref::<DecodeError>()
        .unwrap();
    assert_eq!(source.path(), "customer.address.city");
}

#[tokio::test]
async fn deep_nesting_is_an_error() {
    let brackets = "[".repeat(100_000);
    let (error, _) = fail([stripe(200, "", &brackets)]).await;
    assert!(error.is_unexpected_response(), "{error}");
    let inside = format!("{{\"unknown\": {brackets}");
    let (error, _) = fail([stripe(200, "", &inside)]).await;
    assert_eq!(
        error.to_string(),
        "customer: nested more than 127 levels deep (200, request req_1)"
    );
    let (error, _) = fail([stripe(400, "", &format!("{{\"error\": {brackets}"))]).await;
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::UnexpectedResponse, Some(400))
    );
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = Server::new([stripe(200, "", CUSTOMER)]);
    for status in [301, 302, 303, 307, 308] {
        let location = format!("location: {}/stolen?key=1\r\n", elsewhere.url());
        let (error, seen) = fail([Act::Send(http(status, &location, ""))]).await;
        assert_eq!((error.kind(), seen), (ErrorKind::UnexpectedResponse, 1));
        assert_eq!(
            error.to_string(),
            format!(
                "redirected to {}/stolen, which is not followed ({status}, 0 bytes)",
                elsewhere.url()
            )
        );
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn a_response_after_a_redirect_is_an_error_and_not_retried() {
    for status in [200, 409, 500] {
        let elsewhere = Server::new([stripe(status, "", CUSTOMER)]);
        let location = format!("location: {}/\r\n", elsewhere.url());
        let server = Server::new([Act::Send(http(302, &location, ""))]);
        let http = stripe_customers::reqwest::Client::builder()
            .no_proxy()
            .build()
            .unwrap();
        let client = builder(&server).http_client(http).build().unwrap();
        let error = CreateCustomer::new().send(&client).await.unwrap_err();
        assert!(error.is_unexpected_response(), "{error}");
        assert_eq!(
            (error.attempts(), elsewhere.seen().len()),
            (1, 1),
            "{error}"
        );
        assert_eq!(elsewhere.seen()[0].header("authorization"), None);
    }
}

#[tokio::test]
async fn the_location_of_a_redirect_is_shown_without_a_password() {
    for (location, shown) in [
        (
            "https://me:hidden@example.com/a@b?c#d",
            "https://example.com/a@b",
        ),
        ("//me:hidden@example.com", "//example.com"),
        (
            "https:\\\\me:hid@den@example.com\\a",
            "https://example.com/a",
        ),
        ("/a/b@c:d", "/a/b@c:d"),
        ("", ""),
    ] {
        let head = format!("location: {location}\r\nstripe-should-retry: true\r\n");
        let (error, seen) = fail([Act::Send(http(302, &head, ""))]).await;
        assert_eq!((error.kind(), seen), (ErrorKind::UnexpectedResponse, 1));
        let message = format!("redirected to {shown}, which is not followed (302, 0 bytes)");
        assert_eq!(error.to_string(), message);
    }
}

#[tokio::test]
async fn a_response_over_the_limit_is_an_error() {
    const DEFAULT: usize = 32 * 1024 * 1024;
    let declared = "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\ncontent-length: 104857600\r\n\r\n";
    let endless = "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\n\r\n";
    for (head, limit) in [
        (declared, 1_000_000),
        (endless, 1_000_000),
        (declared, DEFAULT),
        (endless, DEFAULT),
    ] {
        let server = Server::new([Act::SendAndFlood(head.into())]);
        let mut builder = builder(&server);
        if limit != DEFAULT {
            builder = builder.max_response_bytes(limit);
        }
        let client = builder.build().unwrap();
        let error = CreateCustomer::new().send(&client).await.unwrap_err();
        assert!(error.is_unexpected_response());
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.request_id(), Some("req_1"));
        assert!(error.body().unwrap().len() <= limit);
        let message = error.to_string();
        let expected = format!(
            "the response is larger than the limit of {limit} bytes: increase it with `max_response_bytes` (200, "
        );
        assert!(message.starts_with(&expected), "{message}");
        let of_all = message.contains(" of 104857600 bytes, request req_1)");
        assert_eq!(of_all, head == declared, "{message}");
    }
}

#[tokio::test]
async fn a_response_at_the_limit_is_decoded() {
    let server = Server::new([stripe(200, "", CUSTOMER)]);
    for (limit, fits) in [(CUSTOMER.len(), true), (CUSTOMER.len() - 1, false)] {
        let client = builder(&server).max_response_bytes(limit).build().unwrap();
        assert_eq!(CreateCustomer::new().send(&client).await.is_ok(), fits);
    }
}

#[tokio::test]
async fn a_response_may_have_any_number_of_chunks() {
    for size in [1, 7, CUSTOMER.len()] {
        let mut response = String::from("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        for chunk in CUSTOMER.as_bytes().chunks(size).chain([&[][..]]) {
            let text = std::str::from_utf8(chunk).unwrap();
            response.push_str(&format!("{:x}\r\n{text}\r\n", text.len()));
        }
        let server = Server::new([Act::Send(response)]);
        for (limit, fits) in [(CUSTOMER.len(), true), (CUSTOMER.len() - 1, false)] {
            let client = builder(&server).max_response_bytes(limit).build().unwrap();
            let result = CreateCustomer::new().send(&client).await;
            let kept = match &result {
                Ok(response) => response.body(),
                Err(error) => error.body().unwrap(),
            };
            assert_eq!(kept, &CUSTOMER[..limit]);
            assert_eq!(result.is_ok(), fits);
        }
    }
}

#[tokio::test]
async fn an_error_has_the_parameter_and_the_time_to_wait() {
    let body = r#"{"error": {"code": "card_declined", "decline_code": "generic_decline", "message": "Rejected.",
        "param": "source", "type": "card_error"}}"#;
    let (error, _) = fail([stripe(402, "retry-after: 7\r\nx-more: 1\r\n", body)]).await;
    assert_eq!(error.code(), Some(&ErrorCode::CardDeclined));
    assert_eq!(error.param(), Some("source"));
    assert_eq!(error.decline_code(), Some("generic_decline"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.headers().unwrap()["x-more"], "1");

    let odd = stripe(402, "retry-after: soon\r\n", "{}");
    let (error, _) = fail([odd]).await;
    assert_eq!(error.code(), None);
    assert_eq!(error.param(), None);
    assert_eq!(error.decline_code(), None);
    assert_eq!(error.retry_after(), None);
}
