//! Random walks through pages of random sizes, with failures, cancellations and restarts: each returns the same objects.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use stripe_customers::{Client, Customer, Error, ListCustomers};

use crate::lists::{Lists, Request, customer, page};
use crate::random::{Random, again};
use crate::support::KEY;

const CASES: u64 = 60;

/// One list, and how a walk goes through it.
struct Case {
    number: u64,
    count: usize,
    backward: bool,
    prefetch: bool,
}

/// Some objects do not match their type.
fn is_odd(case: u64, index: usize) -> bool {
    Random::of("odd", case * 1000 + index as u64).once_in(6)
}

fn object(case: u64, index: usize) -> String {
    match is_odd(case, index) {
        true => customer(index).replace("\"livemode\": false", "\"livemode\": 7"),
        false => customer(index),
    }
}

/// A response with a random number of objects, or a failure.
fn respond(case: u64, count: usize, request: &Request, number: usize) -> (u16, String) {
    let mut random = Random::of("respond", case * 1000 + number as u64);
    match random.below(8) {
        0 => return (500, String::new()),
        1 => return (200, r#"{"object": "list"}"#.to_owned()),
        _ => {}
    }
    let limit = 1 + random.below(6);
    let index = |name| {
        let id = request.parameter(name)?.strip_prefix("cus_")?;
        id.parse::<usize>().ok()
    };
    let (start, end, has_more) = match index("ending_before") {
        Some(end) => (end.saturating_sub(limit), end, end > limit),
        None => {
            let start = index("starting_after").map_or(0, |after| after + 1);
            let end = (start + limit).min(count);
            (start, end, end < count)
        }
    };
    let objects: Vec<_> = (start..end).map(|index| object(case, index)).collect();
    (200, page(&objects, has_more))
}

impl Case {
    fn draw(number: u64) -> Self {
        let mut random = Random::of("walk", number);
        Self {
            number,
            count: random.below(40),
            backward: random.once_in(2),
            prefetch: random.once_in(2),
        }
    }

    /// The objects in order; `None` is one that does not match.
    fn expected(&self) -> Vec<Option<String>> {
        let object = |index| (!is_odd(self.number, index)).then(|| format!("cus_{index}"));
        let mut objects: Vec<_> = (0..self.count).map(object).collect();
        if self.backward {
            objects.reverse();
        }
        objects
    }

    /// Requests for the objects after `cursor`.
    fn request(&self, cursor: Option<String>) -> ListCustomers {
        let mut request = ListCustomers::new();
        match self.backward {
            true => {
                let end = || format!("cus_{}", self.count);
                request.ending_before = Some(cursor.unwrap_or_else(end));
            }
            false => request.starting_after = cursor,
        }
        request
    }

    async fn walk(&self) -> Vec<Option<String>> {
        let (number, count) = (self.number, self.count);
        let lists = Lists::start(move |request, nth| respond(number, count, request, nth));
        let client = Client::builder(KEY).base_url(&lists.url).max_retries(0);
        let client = client.build().unwrap();
        let mut random = Random::of("client", self.number);
        let mut found = Vec::new();
        let mut cursor = None;
        loop {
            let mut pages = self.request(cursor).paginate(&client);
            if self.prefetch {
                pages = pages.prefetch();
            }
            loop {
                let next = match random.once_in(3) {
                    false => pages.next().await,
                    // Dropped after the first poll.
                    true => {
                        match pin!(pages.next()).poll(&mut Context::from_waker(Waker::noop())) {
                            Poll::Ready(next) => next,
                            Poll::Pending => continue,
                        }
                    }
                };
                match next {
                    Some(element) => found.extend(object_of(element)),
                    None => return found,
                }
                if random.once_in(20) {
                    break;
                }
            }
            cursor = pages.cursor();
        }
    }
}

/// The id of the object, `Some(None)` for an object that does not match, and `None` for a page that fails.
fn object_of(element: Result<Customer, Error>) -> Option<Option<String>> {
    match element {
        Ok(customer) => Some(Some(customer.id.into_string())),
        Err(error) if error.to_string().contains("list.data[") => Some(None),
        Err(_) => None,
    }
}

#[tokio::test]
async fn random_walks_return_every_object_once() {
    for number in 0..CASES {
        let case = Case::draw(number);
        assert_eq!(
            case.walk().await,
            case.expected(),
            "case {number}: {}",
            again()
        );
    }
}
