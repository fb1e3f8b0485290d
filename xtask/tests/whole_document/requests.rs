//! The test `whole_document` copies this file into a crate with all operations: a sample of them sends the requests that
//! Stripe's documentation shows.

use whole::*;

/// The method, the address and the body of a request.
fn sent(request: Result<http::Request<Vec<u8>>, Error>) -> (String, String, String) {
    let (head, body) = request.unwrap().into_parts();
    let body = String::from_utf8(body).unwrap();
    (head.method.to_string(), head.uri.to_string(), body)
}

/// The same as texts to compare with.
fn expect(method: &str, target: &str, body: &str) -> (String, String, String) {
    let uri = match target.starts_with('/') {
        true => format!("https://api.stripe.com{target}"),
        false => target.to_owned(),
    };
    (method.to_owned(), uri, body.to_owned())
}

const KEY: &str = "sk_test_1";

/// <https://docs.stripe.com/api/customers/update>
#[test]
fn update_a_customer() {
    let request = UpdateCustomer::new("cus_1")
        .metadata(Metadata::new().set("order_id", "6735").remove("cart"))
        .address(Clearable::Clear);
    assert_eq!(
        sent(request.http_request(KEY)),
        expect("POST", "/v1/customers/cus_1", "address=&metadata[cart]=&metadata[order_id]=6735")
    );
}

/// <https://docs.stripe.com/api/customers/delete>
#[test]
fn delete_a_customer() {
    let request = DeleteCustomer::new("cus_1").http_request(KEY);
    assert!(!request.as_ref().unwrap().headers().contains_key("idempotency-key"));
    assert_eq!(sent(request), expect("DELETE", "/v1/customers/cus_1", ""));
}

/// <https://docs.stripe.com/api/customers/list>
#[test]
fn list_customers() {
    let request = ListCustomers::new().limit(3).created(Range::at_least(1_575_239_418).below(Timestamp::from_unix(1_600_000_000)));
    assert_eq!(
        sent(request.http_request(KEY)),
        expect(
            "GET",
            "/v1/customers?created[gte]=1575239418&created[lt]=1600000000&limit=3",
            ""
        )
    );
    let request = ListCustomers::new().created(Timestamp::from_unix(1_575_239_418));
    assert_eq!(sent(request.http_request(KEY)), expect("GET", "/v1/customers?created=1575239418", ""));
    let page = r#"{"object": "list", "data": [{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}],
        "has_more": false, "url": "/v1/customers"}"#;
    let page = ListCustomers::decode_response(http::Response::new(page)).unwrap();
    assert_eq!(page.get(0).unwrap().unwrap().id, "cus_1");
}

/// <https://docs.stripe.com/api/customers/search>
#[test]
fn search_customers() {
    let request = SearchCustomers::new("name:'Jane' AND metadata['foo']:'bar'");
    assert_eq!(
        sent(request.http_request(KEY)),
        expect(
            "GET",
            "/v1/customers/search?query=name%3A%27Jane%27+AND+metadata%5B%27foo%27%5D%3A%27bar%27",
            ""
        )
    );
    let page = r#"{"object": "search_result", "data": [], "has_more": false, "url": "/v1/customers/search"}"#;
    let page = SearchCustomers::decode_response(http::Response::new(page)).unwrap();
    assert!(page.is_empty() && !page.has_more);
}

/// <https://docs.stripe.com/api/payment_intents/create>
#[test]
fn create_a_payment_intent() {
    use create_payment_intent::{AutomaticPaymentMethods, CaptureMethod, OffSession};
    let request = CreatePaymentIntent::new(2000, "usd")
        .automatic_payment_methods(AutomaticPaymentMethods::new(true))
        .capture_method(CaptureMethod::Manual);
    assert_eq!(
        sent(request.clone().off_session(true).http_request(KEY)),
        expect(
            "POST",
            "/v1/payment_intents",
            "amount=2000&automatic_payment_methods[enabled]=true&capture_method=manual&currency=usd&off_session=true"
        )
    );
    let (_, _, body) = sent(request.off_session(OffSession::Recurring).http_request(KEY));
    assert!(body.ends_with("&off_session=recurring"), "{body}");
}

/// <https://docs.stripe.com/api/checkout/sessions/create>
#[test]
fn create_a_checkout_session() {
    use create_checkout_session::{LineItem, Mode};
    let request = CreateCheckoutSession::new()
        .success_url("https://example.com/success")
        .line_items([LineItem::new().price("price_1").quantity(2)])
        .mode(Mode::Payment);
    assert_eq!(
        sent(request.http_request(KEY)),
        expect(
            "POST",
            "/v1/checkout/sessions",
            "line_items[0][price]=price_1&line_items[0][quantity]=2&mode=payment\
             &success_url=https%3A%2F%2Fexample.com%2Fsuccess"
        )
    );
}

/// <https://docs.stripe.com/api/subscriptions/create>
#[test]
fn create_a_subscription() {
    use create_subscription::{Item, TrialEnd};
    let request = CreateSubscription::new()
        .customer("cus_1")
        .items([Item::new().price("price_1")])
        .trial_end(TrialEnd::Now);
    assert_eq!(
        sent(request.clone().http_request(KEY)),
        expect("POST", "/v1/subscriptions", "customer=cus_1&items[0][price]=price_1&trial_end=now")
    );
    let (_, _, body) = sent(request.trial_end(Timestamp::from_unix(1_600_000_000)).http_request(KEY));
    assert!(body.ends_with("&trial_end=1600000000"), "{body}");
}

/// The form parameters of `DELETE` go into the query, as in Stripe's libraries.
#[test]
fn delete_with_parameters() {
    let request = DeleteSubscription::new("sub_1").invoice_now(true);
    assert_eq!(
        sent(request.http_request(KEY)),
        expect("DELETE", "/v1/subscriptions/sub_1?invoice_now=true", "")
    );
}

/// <https://docs.stripe.com/api/files/create>
#[test]
fn upload_a_file() {
    use create_file::Purpose;
    let file = FileUpload::of_type("receipt.pdf", "application/pdf", *b"%PDF-1.7");
    let request = CreateFile::new(file, Purpose::DisputeEvidence).http_request(KEY).unwrap();
    let headers = request.headers();
    assert_eq!(headers["content-type"], "multipart/form-data; boundary=stripe-customers-0");
    assert!(headers.contains_key("idempotency-key"));
    assert_eq!(
        sent(Ok(request)),
        expect(
            "POST",
            "https://files.stripe.com/v1/files",
            "--stripe-customers-0\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"receipt.pdf\"\r\n\
             Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n\
             --stripe-customers-0\r\n\
             Content-Disposition: form-data; name=\"purpose\"\r\n\r\ndispute_evidence\r\n\
             --stripe-customers-0--\r\n"
        )
    );
}

/// <https://docs.stripe.com/api/quotes/pdf>
#[test]
fn download_a_pdf() {
    let request = RetrieveQuotePdf::new("qt_1").http_request(KEY).unwrap();
    assert_eq!(request.headers()["accept"], "*/*");
    assert_eq!(sent(Ok(request)), expect("GET", "https://files.stripe.com/v1/quotes/qt_1/pdf", ""));
    let bytes = [b'%', b'P', 0xff, 0, 0xfe];
    let pdf = RetrieveQuotePdf::decode_response(http::Response::new(bytes)).unwrap();
    assert_eq!(pdf.as_bytes(), bytes);
}

/// <https://docs.stripe.com/api/v2/core/event_destinations/create>
#[test]
fn create_an_event_destination() {
    use create_v2core_event_destination::{EventPayload, EventsFrom, Type, WebhookEndpoint};
    let request = CreateV2CoreEventDestination::new(
        ["v1.billing.meter.error_report_triggered"],
        EventPayload::Thin,
        "My \"destination\"",
        Type::WebhookEndpoint,
    )
    .events_from([EventsFrom::Self_])
    .webhook_endpoint(WebhookEndpoint::new("https://example.com/hook"))
    .http_request(KEY)
    .unwrap();
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(
        sent(Ok(request)),
        expect(
            "POST",
            "/v2/core/event_destinations",
            r#"{"enabled_events":["v1.billing.meter.error_report_triggered"],"event_payload":"thin","events_from":["self"],"name":"My \"destination\"","type":"webhook_endpoint","webhook_endpoint":{"url":"https://example.com/hook"}}"#
        )
    );
}

/// <https://docs.stripe.com/api/v2/core/accounts/update>: `null` removes a key.
#[test]
fn update_an_account() {
    let request = UpdateV2CoreAccount::new("acct_1").metadata(Metadata::new().set("a", "1").remove("b"));
    assert_eq!(
        sent(request.http_request(KEY)),
        expect("POST", "/v2/core/accounts/acct_1", r#"{"metadata":{"a":"1","b":null}}"#)
    );
}

/// A `POST` without a body has none.
#[test]
fn ping_an_event_destination() {
    let request = PingV2CoreEventDestination::new("ed_1").http_request(KEY).unwrap();
    assert!(!request.headers().contains_key("content-type"));
    assert!(request.headers().contains_key("idempotency-key"));
    assert_eq!(sent(Ok(request)), expect("POST", "/v2/core/event_destinations/ed_1/ping", ""));
}

/// <https://docs.stripe.com/expand>
#[test]
fn expand_in_every_kind_of_response() {
    let list = ListCustomers::new().expand(list_customers::expand::data().default_source());
    assert_eq!(
        sent(list.http_request(KEY)),
        expect("GET", "/v1/customers?expand[0]=data.default_source", "")
    );
    let search = SearchCustomers::new("a").expand(search_customers::expand::data().tax());
    assert_eq!(
        sent(search.http_request(KEY)),
        expect("GET", "/v1/customers/search?expand[0]=data.tax&query=a", "")
    );
    let update = UpdateCustomer::new(Id::<Customer>::new("cus_1"))
        .expand(customer::expand::tax())
        .expand(customer::expand::sources().data());
    assert_eq!(
        sent(update.http_request(KEY)),
        expect("POST", "/v1/customers/cus_1", "expand[0]=tax&expand[1]=sources.data")
    );
    let source = balance_transaction::expand::source();
    let transaction = RetrieveBalanceTransaction::new("txn_1")
        .expand(source.downcast::<Charge>().refunds().data().payment_intent());
    assert_eq!(
        sent(transaction.http_request(KEY)),
        expect("GET", "/v1/balance_transactions/txn_1?expand[0]=source.refunds.data.payment_intent", "")
    );
}
