//! Lists and searches over several pages.

use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use stripe_customers::{
    Client, Customer, Error, List, ListCustomers, Method, Page, Paginator, RetrieveCustomer,
    RetrievedCustomer, SearchCustomers, customer as customers,
};

use crate::lists::{Lists, Request, customer, list, page};
use crate::server::{Act, Server};
use crate::support::{KEY, stripe, wait_until};

fn client(lists: &Lists) -> Client {
    let builder = Client::builder(KEY).base_url(&lists.url).max_retries(0);
    builder.build().unwrap()
}

type Elements = Vec<Result<String, String>>;

fn id(element: Result<Customer, Error>) -> Result<String, String> {
    let id = element.map(|customer| customer.id.into_string());
    id.map_err(|error| error.to_string())
}

/// All elements, up to a limit that no test reaches.
async fn all<P: Page<Item = Customer>>(mut pages: Paginator<P>) -> Elements {
    let mut elements = Vec::new();
    while let Some(element) = pages.next().await {
        elements.push(id(element));
        assert!(elements.len() < 10_000, "an endless loop");
    }
    assert!(pages.next().await.is_none());
    elements
}

fn ids(indices: impl IntoIterator<Item = usize>) -> Elements {
    let ids = indices.into_iter().map(|index| Ok(format!("cus_{index}")));
    ids.collect()
}

/// The values of a parameter in all requests.
fn sent(lists: &Lists, name: &str) -> Vec<Option<String>> {
    let requests = lists.requests();
    let values = requests
        .iter()
        .map(|request| request.parameter(name).map(str::to_owned));
    values.collect()
}

fn texts<const N: usize>(values: [&str; N]) -> Vec<Option<String>> {
    let values = values.map(|value| (!value.is_empty()).then(|| value.to_owned()));
    values.into()
}

#[tokio::test]
async fn the_objects_of_all_pages_are_returned() {
    for (count, requests) in [(0, 1), (1, 1), (10, 1), (11, 2), (25, 3)] {
        let lists = Lists::of_customers(count);
        let pages = ListCustomers::new().paginate(&client(&lists));
        assert!(lists.requests().is_empty());
        assert_eq!(all(pages).await, ids(0..count));
        assert_eq!(lists.requests().len(), requests);
    }
    let lists = Lists::of_customers(25);
    all(ListCustomers::new().paginate(&client(&lists))).await;
    assert_eq!(
        sent(&lists, "starting_after"),
        texts(["", "cus_9", "cus_19"])
    );
}

#[tokio::test]
async fn every_request_has_the_parameters_and_the_options() {
    let lists = Lists::of_customers(9);
    let request = ListCustomers::new()
        .email("jenny & co@example.com")
        .expand(stripe_customers::list_customers::expand::data().subscriptions())
        .starting_after("cus_1")
        .limit(3);
    let pages = request
        .customize()
        .stripe_account("acct_1")
        .api_version("2026-01-28.clover")
        .header("x-trace", "7")
        .timeout(Duration::from_secs(5))
        .paginate(&client(&lists));
    assert_eq!(all(pages).await, ids(2..9));
    assert_eq!(
        sent(&lists, "starting_after"),
        texts(["cus_1", "cus_4", "cus_7"])
    );
    let common = |request: Request| {
        let mut query = request.query;
        query.remove("starting_after");
        let mut headers = request.headers;
        headers.remove("x-stripe-client-telemetry");
        (request.path, query, headers)
    };
    let mut requests: Vec<_> = lists.requests().into_iter().map(common).collect();
    requests.dedup();
    let [(path, query, headers)] = &requests[..] else {
        panic!("{requests:?}");
    };
    assert_eq!(path, "/v1/customers");
    let expected = [
        ("email", "jenny & co@example.com"),
        ("expand[0]", "data.subscriptions"),
        ("limit", "3"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(query, &BTreeMap::from(expected));
    assert_eq!(headers["stripe-account"], "acct_1");
    assert_eq!(headers["stripe-version"], "2026-01-28.clover");
    assert_eq!(headers["x-trace"], "7");
}

#[tokio::test]
async fn a_request_of_your_own_has_pages() {
    let lists = Lists::of_customers(25);
    let client = client(&lists);
    let request = client
        .request::<List<Customer>>(Method::Get, "/v1/{what}")
        .path("what", "customers")
        .param("email", "jenny@example.com");
    assert_eq!(all(request.paginate(&client)).await, ids(0..25));
    let customized = request.clone().customize().param("preview[kind]", "a b");
    assert_eq!(all(customized.paginate(&client)).await, ids(0..25));
    let last = texts(["", "cus_9", "cus_19"]);
    assert_eq!(sent(&lists, "starting_after"), [&last[..], &last].concat());
    let kinds = texts(["", "", "", "a b", "a b", "a b"]);
    assert_eq!(sent(&lists, "preview[kind]"), kinds);
    for request in lists.requests() {
        assert_eq!(request.path, "/v1/customers");
        assert_eq!(request.parameter("email"), Some("jenny@example.com"));
    }
    let invalid = request.path("other", 1).paginate(&client).next().await;
    assert!(invalid.unwrap().unwrap_err().is_parameter());
}

#[tokio::test]
async fn with_ending_before_the_objects_come_in_reverse() {
    let lists = Lists::of_customers(100);
    let request = ListCustomers::new().ending_before("cus_8").limit(3);
    assert_eq!(
        all(request.paginate(&client(&lists))).await,
        ids((0..8).rev())
    );
    assert_eq!(
        sent(&lists, "ending_before"),
        texts(["cus_8", "cus_5", "cus_2"])
    );
    assert_eq!(sent(&lists, "starting_after"), texts(["", "", ""]));
}

#[tokio::test]
async fn a_search_continues_with_its_page() {
    let lists = Lists::start(|request, _| {
        assert_eq!(request.path, "/v1/customers/search");
        assert_eq!(request.parameter("query"), Some("name:'Jenny'"));
        let number = request.parameter("page").map_or(0, |page| page.len());
        let next = (number < 2).then(|| format!("\"next_page\": \"{}\", ", "/".repeat(number + 1)));
        let body = format!(
            r#"{{"object": "search_result", "data": [{}, {}], "has_more": {}, {}"url": "/v1/customers/search"}}"#,
            customer(2 * number),
            customer(2 * number + 1),
            next.is_some(),
            next.unwrap_or_default(),
        );
        (200, body)
    });
    let request = SearchCustomers::new("name:'Jenny'");
    assert_eq!(all(request.paginate(&client(&lists))).await, ids(0..6));
    assert_eq!(sent(&lists, "page"), texts(["", "/", "//"]));

    let mut pages = request.paginate(&client(&lists));
    for cursor in [None, Some("/"), Some("/"), Some("//"), Some("//")] {
        assert!(pages.next().await.unwrap().is_ok());
        assert_eq!(pages.cursor().as_deref(), cursor);
    }
    let mut rest = request.clone();
    rest.page = pages.cursor();
    assert_eq!(all(rest.paginate(&client(&lists))).await, ids(4..6));
}

#[tokio::test]
async fn a_list_inside_an_object_continues_after_its_own_objects() {
    for url in [
        "/v1/customers/cus_1/tax_ids?kind=all",
        "https://elsewhere.example/v1/customers/cus_1/tax_ids?kind=all",
        "//elsewhere.example/v1/customers/cus_1/tax_ids?kind=all#part",
    ] {
        let tax_id = |index: u32| {
            format!(
                r#"{{"id": "txi_{index}", "object": "tax_id", "created": 1, "livemode": false, "type": "eu_vat", "value": "{index}"}}"#
            )
        };
        let page = move |indices: std::ops::Range<u32>, has_more| {
            let data: Vec<_> = indices.map(tax_id).collect();
            format!(
                r#"{{"object": "list", "data": [{}], "has_more": {has_more}, "url": "{url}"}}"#,
                data.join(",")
            )
        };
        let lists = Lists::start(move |request, number| match number {
            0 => {
                let page = page(0..2, true);
                let body = customer(1).replace(
                    "\"livemode\"",
                    &format!("\"tax_ids\": {page}, \"livemode\""),
                );
                (200, body)
            }
            _ => {
                assert_eq!(request.path, "/v1/customers/cus_1/tax_ids");
                (200, page(2..4, false))
            }
        });
        let client = client(&lists);
        let request = RetrieveCustomer::new("cus_1").expand(customers::expand::tax_ids());
        let RetrievedCustomer::Customer(customer) =
            request.send(&client).await.unwrap().into_inner()
        else {
            panic!("a deleted customer");
        };
        let tax_ids = customer.tax_ids.unwrap();
        let mut pages = tax_ids
            .customize()
            .stripe_account("acct_1")
            .paginate(&client);
        let mut values = Vec::new();
        while let Some(tax_id) = pages.next().await {
            values.push(tax_id.unwrap().value);
            assert_eq!(
                lists.requests().len(),
                if values.len() <= 2 { 1 } else { 2 }
            );
        }
        assert_eq!(values, ["0", "1", "2", "3"]);
        let last = &lists.requests()[1];
        assert_eq!(last.parameter("starting_after"), Some("txi_1"));
        assert_eq!(last.parameter("kind"), Some("all"));
        assert_eq!(last.headers["stripe-account"], "acct_1");

        let mut pages = tax_ids.paginate(&client);
        let page = pages.next_page().await.unwrap().unwrap();
        assert_eq!(page.ids().next().unwrap().unwrap(), "txi_2");
        assert!(pages.next().await.is_none());
    }
}

#[tokio::test]
async fn a_list_without_a_url_is_an_error_after_its_own_objects() {
    for url in ["", "/", "mailto:me", "https://"] {
        let lists = Lists::of_customers(0);
        let text = page(&[customer(0)], true).replace("/v1/customers", url);
        let list: List<Customer> = stripe_customers::from_json(&text).unwrap();
        let elements = all(list.paginate(&client(&lists))).await;
        assert_eq!(elements[..1], ids([0]));
        let [_, Err(message)] = &elements[..] else {
            panic!("{elements:?}");
        };
        assert!(message.contains("no `url`"), "{message}");
        assert!(lists.requests().is_empty());
    }
}

#[tokio::test]
async fn an_object_that_does_not_match_is_one_error() {
    // The last object has an id, so the next page can be requested.
    let lists = Lists::start(|request, _| {
        let objects = [
            customer(0),
            "7".to_owned(),
            customer(1),
            r#"{"id": "cus_9", "object": "charge"}"#.to_owned(),
        ];
        match request.parameter("starting_after") {
            None => (200, page(&objects, true)),
            Some(_) => (200, page(&[customer(2)], false)),
        }
    });
    let mut pages = ListCustomers::new().paginate(&client(&lists));
    let mut found = Vec::new();
    while let Some(element) = pages.next().await {
        if let Err(error) = &element {
            assert!(error.is_decode(), "{error}");
            assert_eq!(error.request_id(), Some("req_0"));
        }
        found.push((id(element), pages.cursor()));
    }
    let cursors: Vec<_> = found.iter().map(|(_, cursor)| cursor.as_deref()).collect();
    assert_eq!(
        cursors,
        ["cus_0", "cus_0", "cus_1", "cus_9", "cus_2"].map(Some)
    );
    let elements: Vec<_> = found.into_iter().map(|(element, _)| element).collect();
    assert_eq!(elements[0], Ok("cus_0".to_owned()));
    assert!(
        elements[1].as_ref().unwrap_err().contains("list.data[1]"),
        "{elements:?}"
    );
    assert_eq!(elements[2], Ok("cus_1".to_owned()));
    assert!(
        elements[3]
            .as_ref()
            .unwrap_err()
            .contains("list.data[3].object"),
        "{elements:?}"
    );
    assert_eq!(elements[4], Ok("cus_2".to_owned()));
    assert_eq!(elements.len(), 5);
}

#[tokio::test]
async fn a_last_object_without_an_id_is_an_error_when_the_next_page_is_needed() {
    for last in [
        r#"{"object": "customer"}"#,
        "null",
        r#"{"id": 7}"#,
        r#"{"id": ""}"#,
    ] {
        let lists = Lists::start(move |_, _| (200, page(&[customer(0), last.to_owned()], true)));
        let elements = all(ListCustomers::new().paginate(&client(&lists))).await;
        assert_eq!(elements.len(), 3, "{elements:?}");
        assert_eq!(elements[0], Ok("cus_0".to_owned()));
        let message = elements[2].as_ref().unwrap_err();
        assert!(
            message.contains("the last object of the page has no id"),
            "{message}"
        );
        assert!(message.contains("req_0"), "{message}");
    }
    // At the end of the list, no id is needed.
    let lists = Lists::start(|_, _| (200, page(&[customer(0), "7".to_owned()], false)));
    assert_eq!(
        all(ListCustomers::new().paginate(&client(&lists)))
            .await
            .len(),
        2
    );
}

#[tokio::test]
async fn a_page_that_fails_is_requested_again() {
    let lists = Lists::start(|request, number| match number {
        1 => (
            500,
            r#"{"error": {"type": "api_error", "message": "Later."}}"#.to_owned(),
        ),
        2 => (200, r#"{"object": "charge", "id": "ch_1"}"#.to_owned()),
        3 => (200, "<html>".to_owned()),
        4 => (200, "[]".to_owned()),
        _ => (200, list(request, 15)),
    });
    let elements = all(ListCustomers::new().paginate(&client(&lists))).await;
    let (found, errors): (Elements, Elements) = elements.into_iter().partition(Result::is_ok);
    assert_eq!(found, ids(0..15));
    assert_eq!(errors.len(), 4);
    let sent = sent(&lists, "starting_after");
    assert_eq!(
        sent,
        texts(["", "cus_9", "cus_9", "cus_9", "cus_9", "cus_9"])
    );

    let lists = Lists::start(|request, number| match number {
        0 => (500, "{}".to_owned()),
        _ => (200, list(request, 1)),
    });
    let mut pages = ListCustomers::new().paginate(&client(&lists));
    assert!(pages.next_page().await.unwrap().is_err());
    assert_eq!(pages.next_page().await.unwrap().unwrap().len(), 1);
    assert!(pages.next_page().await.is_none());
}

#[tokio::test]
async fn an_empty_page_before_the_end_is_an_error() {
    for number_of_empty in [0, 1] {
        let lists = Lists::start(move |request, number| match number == number_of_empty {
            true => (200, page(&[], true)),
            false => (200, list(request, 30)),
        });
        let mut elements = all(ListCustomers::new().paginate(&client(&lists))).await;
        let message = elements.pop().unwrap().unwrap_err();
        assert!(
            message.contains("no objects, although there are more"),
            "{message}"
        );
        assert_eq!(elements, ids(0..10 * number_of_empty));
        assert_eq!(lists.requests().len(), number_of_empty + 1);
    }
    let list: List<Customer> = stripe_customers::from_json(page(&[], true)).unwrap();
    let elements = all(list.paginate(&client(&Lists::of_customers(0)))).await;
    assert!(matches!(&elements[..], [Err(_)]));
}

#[tokio::test]
async fn pages_that_repeat_are_an_error() {
    // Each of these servers would keep a client busy for ever.
    let ignores = Lists::start(|_, _| (200, page(&[customer(0), customer(1)], true)));
    let elements = all(ListCustomers::new().paginate(&client(&ignores))).await;
    assert_eq!(elements[..2], ids([0, 1]));
    assert_eq!(elements.len(), 3);
    let message = elements[2].as_ref().unwrap_err();
    assert!(
        message.contains("the cursor `cus_1` was used before"),
        "{message}"
    );

    let cycles = Lists::start(|_, number| (200, page(&[customer(number % 7)], true)));
    let elements = all(ListCustomers::new().paginate(&client(&cycles))).await;
    assert!(elements.len() < 40 && elements.last().unwrap().is_err());

    let first = Lists::start(|_, _| (200, page(&[customer(4)], true)));
    let request = ListCustomers::new().starting_after("cus_4");
    let elements = all(request.paginate(&client(&first))).await;
    assert!(matches!(&elements[..], [Err(_)]), "{elements:?}");

    let search = Lists::start(|_, _| {
        let body = page(&[customer(0)], true)
            .replace("\"list\"", "\"search_result\", \"next_page\": \"a\"");
        (200, body)
    });
    let elements = all(SearchCustomers::new("a").paginate(&client(&search))).await;
    assert!(matches!(&elements[..], [Ok(_), Err(_)]), "{elements:?}");
}

#[tokio::test]
async fn a_search_without_its_next_page_is_an_error() {
    for next in ["null", "\"\""] {
        let lists = Lists::start(move |_, _| {
            let object = format!("\"search_result\", \"next_page\": {next}");
            (200, page(&[customer(0)], true).replace("\"list\"", &object))
        });
        let elements = all(SearchCustomers::new("a").paginate(&client(&lists))).await;
        let [Ok(_), Err(message)] = &elements[..] else {
            panic!("{elements:?}");
        };
        assert!(message.contains("no `next_page`"), "{message}");
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_one_error() {
    let lists = Lists::of_customers(3);
    let client = client(&lists);
    let both = ListCustomers::new()
        .starting_after("cus_1")
        .ending_before("cus_2");
    for request in [
        ListCustomers::new().customize().stripe_account(""),
        ListCustomers::new().starting_after("").customize(),
        both.customize(),
    ] {
        let elements = all(request.paginate(&client)).await;
        assert!(matches!(&elements[..], [Err(_)]), "{elements:?}");
    }
    assert!(lists.requests().is_empty());
}

#[tokio::test]
async fn every_request_has_the_parameters_of_the_caller() {
    let lists = Lists::of_customers(25);
    let request = ListCustomers::new()
        .customize()
        .param("preview[kind]", "a b");
    assert_eq!(all(request.paginate(&client(&lists))).await, ids(0..25));
    let sent_by_caller = texts(["a b", "a b", "a b"]);
    assert_eq!(sent(&lists, "preview[kind]"), sent_by_caller);

    for url in ["/v1/customers", "/v1/customers?kind=all"] {
        lists.forget();
        let text = page(&[customer(14)], true).replace("/v1/customers", url);
        let list: List<Customer> = stripe_customers::from_json(text).unwrap();
        let request = list.customize().param("preview[kind]", "a b");
        assert_eq!(all(request.paginate(&client(&lists))).await, ids(14..25));
        assert_eq!(sent(&lists, "preview[kind]"), texts(["a b"]));
        assert_eq!(sent(&lists, "starting_after"), texts(["cus_14"]));
    }
}

#[tokio::test]
async fn pages_can_be_returned_whole() {
    let lists = Lists::of_customers(25);
    let mut pages = ListCustomers::new().paginate(&client(&lists));
    let first = pages.next_page().await.unwrap().unwrap();
    assert_eq!((first.len(), first.request_id()), (10, Some("req_0")));
    assert_eq!(pages.cursor().as_deref(), Some("cus_9"));
    assert_eq!(id(pages.next().await.unwrap()), Ok("cus_10".to_owned()));
    assert_eq!(pages.cursor().as_deref(), Some("cus_10"));
    // The rest of the second page is skipped.
    let third = pages.next_page().await.unwrap().unwrap();
    assert_eq!(third.ids().next().unwrap().unwrap(), "cus_20");
    assert_eq!(pages.cursor().as_deref(), Some("cus_24"));
    assert!(pages.next_page().await.is_none());
    assert!(pages.next().await.is_none());

    let request = ListCustomers::new().ending_before("cus_8").limit(5);
    let mut pages = request.paginate(&client(&lists));
    let last = pages.next_page().await.unwrap().unwrap();
    assert_eq!(
        last.ids().next().unwrap().unwrap(),
        "cus_3",
        "in the order of Stripe"
    );
    assert_eq!(pages.cursor().as_deref(), Some("cus_3"));
    assert_eq!(id(pages.next().await.unwrap()), Ok("cus_2".to_owned()));
}

#[tokio::test]
async fn another_run_continues_at_the_cursor() {
    let lists = Lists::of_customers(25);
    let client = client(&lists);
    for stop in 0..=25 {
        let mut pages = ListCustomers::new().paginate(&client);
        let mut found = Vec::new();
        for _ in 0..stop {
            found.push(id(pages.next().await.unwrap()));
        }
        let mut rest = ListCustomers::new();
        rest.starting_after = pages.cursor();
        drop(pages);
        found.extend(all(rest.paginate(&client)).await);
        assert_eq!(found, ids(0..25));

        let mut pages = ListCustomers::new()
            .ending_before("cus_25")
            .limit(4)
            .paginate(&client);
        let mut found = Vec::new();
        for _ in 0..stop {
            found.push(id(pages.next().await.unwrap()));
        }
        let rest = ListCustomers::new().ending_before(pages.cursor().unwrap());
        found.extend(all(rest.paginate(&client)).await);
        assert_eq!(found, ids((0..25).rev()));
    }
}

#[tokio::test]
async fn the_next_page_is_requested_when_it_is_needed_or_with_prefetch_before() {
    let lists = Lists::of_customers(30);
    let mut pages = ListCustomers::new().paginate(&client(&lists));
    for _ in 0..10 {
        pages.next().await.unwrap().unwrap();
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(lists.requests().len(), 1);

    let lists = Lists::of_customers(30);
    let mut pages = ListCustomers::new().paginate(&client(&lists)).prefetch();
    pages.next().await.unwrap().unwrap();
    // The request is sent and answered while nothing polls the paginator.
    wait_until(|| lists.requests().len() == 2).await;
    assert_eq!(pages.cursor().as_deref(), Some("cus_0"));
    for _ in 1..10 {
        pages.next().await.unwrap().unwrap();
    }
    assert_eq!(lists.requests().len(), 2);
    assert_eq!(all(pages).await, ids(10..30));
    assert_eq!(lists.requests().len(), 3);
}

#[tokio::test]
async fn a_prefetched_page_that_fails_is_an_error_after_the_present_page() {
    let lists = Lists::start(|request, number| match number {
        1 => (500, "{}".to_owned()),
        _ => (200, list(request, 15)),
    });
    let elements = all(ListCustomers::new().paginate(&client(&lists)).prefetch()).await;
    assert!(elements[10].is_err());
    assert_eq!(elements.len(), 16);
    assert_eq!(elements[11..], ids(10..15));
}

#[tokio::test]
async fn dropping_a_paginator_cancels_its_request() {
    let server = Server::new([stripe(200, "", &page(&[customer(0)], true)), Act::BeSilent]);
    let client = crate::support::client(&server);
    let mut pages = ListCustomers::new().paginate(&client).prefetch();
    pages.next().await.unwrap().unwrap();
    wait_until(|| server.seen().len() == 2).await;
    assert_eq!(server.closed(), 0);
    drop(pages);
    wait_until(|| server.closed() == server.connections()).await;
}

/// A dropped future loses nothing and repeats nothing, wherever it was dropped.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dropped_future_loses_no_object() {
    for prefetch in [false, true] {
        let lists = Lists::of_customers(100);
        let mut pages = ListCustomers::new().limit(3).paginate(&client(&lists));
        if prefetch {
            pages = pages.prefetch();
        }
        let mut found = Vec::new();
        let mut dropped = 0;
        loop {
            tokio::select! {
                biased;
                () = tokio::task::yield_now() => dropped += 1,
                element = pages.next() => match element {
                    Some(element) => found.push(id(element)),
                    None => break,
                },
            }
            // Both branches are polled: first one, then the other.
            if let Poll::Ready(element) =
                pin!(pages.next()).poll(&mut Context::from_waker(Waker::noop()))
            {
                match element {
                    Some(element) => found.push(id(element)),
                    None => break,
                }
            }
        }
        assert_eq!(found, ids(0..100));
        assert!(dropped > 0);
        assert_eq!(lists.requests().len(), 34, "no page is requested twice");
    }
}

#[tokio::test]
async fn a_paginator_is_a_stream() {
    use futures_core::Stream;

    let lists = Lists::of_customers(12);
    let pages = ListCustomers::new().paginate(&client(&lists));
    // As `tokio::spawn` requires.
    let found = tokio::spawn(async move {
        let mut pages = Box::pin(pages);
        let mut found = Vec::new();
        while let Some(element) = std::future::poll_fn(|cx| {
            let stream: Pin<&mut dyn Stream<Item = Result<Customer, Error>>> = pages.as_mut();
            stream.poll_next(cx)
        })
        .await
        {
            found.push(id(element));
        }
        found
    });
    assert_eq!(found.await.unwrap(), ids(0..12));
}

#[cfg(feature = "blocking")]
#[test]
fn a_thread_without_a_runtime_iterates() {
    let lists = Lists::start(|request, number| match number {
        1 => (500, "{}".to_owned()),
        _ => (200, list(request, 25)),
    });
    let client = client(&lists);
    let elements: Elements = ListCustomers::new()
        .paginate_blocking(&client)
        .map(id)
        .collect();
    assert_eq!(elements[..10], ids(0..10));
    assert!(elements[10].is_err());
    assert_eq!(elements[11..], ids(10..25));

    let request = ListCustomers::new().customize().stripe_account("acct_1");
    let mut pages = request.paginate_blocking(&client).prefetch();
    assert_eq!(pages.next_page().unwrap().unwrap().len(), 10);
    assert_eq!(pages.cursor().as_deref(), Some("cus_9"));
    assert_eq!(id(pages.next().unwrap()), Ok("cus_10".to_owned()));
    assert_eq!(pages.map(id).collect::<Elements>(), ids(11..25));
    let last = lists.requests().pop().unwrap();
    assert_eq!(last.headers["stripe-account"], "acct_1");

    let own: List<Customer> = stripe_customers::from_json(page(&[customer(22)], true)).unwrap();
    assert_eq!(
        own.paginate_blocking(&client).map(id).collect::<Elements>(),
        ids(22..25)
    );
}

#[cfg(feature = "blocking")]
#[tokio::test]
async fn a_blocking_iterator_in_an_async_task_is_one_error() {
    let lists = Lists::of_customers(3);
    let mut pages = ListCustomers::new().paginate_blocking(&client(&lists));
    assert!(pages.next().unwrap().unwrap_err().is_setup());
    assert!(pages.next().is_none());
}
