//! The memory of pagination does not depend on the number of pages.
//!
//! A single test, because concurrent tests would be counted too.

#![cfg(feature = "client")]
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/lists.rs"]
mod lists;

use lists::{Lists, customer, page};
use peak_alloc::PeakAlloc;
use stripe_customers::{Client, ListCustomers};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const PAGES: usize = 1000;
const PER_PAGE: usize = 20;

/// What the client, the server and the test harness may use for other purposes.
const SLACK: usize = 64 * 1024;

#[tokio::test]
async fn a_thousand_pages_take_the_memory_of_a_few() {
    for (prefetch, backward) in [(false, false), (true, false), (false, true)] {
        walk(prefetch, backward).await;
    }
}

async fn walk(prefetch: bool, backward: bool) {
    let lists = Lists::start(|request, _| {
        let id = |name| {
            let id = request.parameter(name)?.strip_prefix("cus_")?;
            id.parse::<usize>().ok()
        };
        let (start, has_more) = match id("ending_before") {
            Some(end) => (end - PER_PAGE, end > PER_PAGE),
            None => {
                let start = id("starting_after").map_or(0, |after| after + 1);
                (start, start + PER_PAGE < PAGES * PER_PAGE)
            }
        };
        let objects: Vec<_> = (start..start + PER_PAGE).map(customer).collect();
        (200, page(&objects, has_more))
    });
    let client = Client::builder("sk_test_123").base_url(&lists.url);
    let client = client.build().unwrap();
    let mut request = ListCustomers::new();
    if backward {
        request = request.ending_before(format!("cus_{}", PAGES * PER_PAGE));
    }
    let mut pages = request.paginate(&client);
    if prefetch {
        pages = pages.prefetch();
    }
    let (mut count, mut early) = (0, 0);
    ALLOCATOR.reset_peak_usage();
    while let Some(customer) = pages.next().await {
        customer.unwrap();
        count += 1;
        if count % PER_PAGE == 0 {
            lists.forget();
        }
        if count == 10 * PER_PAGE {
            early = ALLOCATOR.peak_usage();
            ALLOCATOR.reset_peak_usage();
        }
    }
    let late = ALLOCATOR.peak_usage();
    assert_eq!(count, PAGES * PER_PAGE);
    println!("{early} bytes during 10 pages, {late} during the rest");
    assert!(late <= early + SLACK, "{early} bytes at first, then {late}");
}
