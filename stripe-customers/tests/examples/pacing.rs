//! Tests of the number of concurrent calls of the import.

use std::time::{Duration, Instant};

use crate::pace::Pace;

#[test]
fn a_rate_limit_error_halves_the_calls_once_for_all_concurrent_calls() {
    let start = Instant::now();
    let at = |milliseconds| start + Duration::from_millis(milliseconds);
    let mut pace = Pace::new(20);
    pace.refused(at(0), at(10), None);
    pace.refused(at(5), at(11), None);
    assert_eq!(pace.at_a_time(), 10);
    pace.refused(at(12), at(20), None);
    assert_eq!(pace.at_a_time(), 5);
    for began in 3..9 {
        pace.refused(at(began * 10), at(began * 10 + 5), None);
    }
    assert_eq!(pace.at_a_time(), 1, "never none");
}

#[test]
fn ten_customers_add_one_call_up_to_the_maximum() {
    let now = Instant::now();
    let mut pace = Pace::new(4);
    pace.refused(now, now, None);
    let mut steps = Vec::new();
    for _ in 0..4 {
        steps.push(pace.at_a_time());
        (0..10).for_each(|_| pace.succeeded());
    }
    assert_eq!(steps, [2, 3, 4, 4]);
}

#[test]
fn the_pause_doubles_up_to_a_limit_and_is_at_least_retry_after() {
    let mut now = Instant::now();
    let mut pace = Pace::new(20);
    let mut pauses = Vec::new();
    for _ in 0..8 {
        pace.refused(now, now, None);
        let end = pace.pause(now).unwrap();
        pauses.push((end - now).as_millis());
        now = end;
        assert_eq!(pace.pause(now), None);
    }
    assert_eq!(pauses, [250, 500, 1000, 2000, 4000, 8000, 16_000, 16_000]);
    pace.succeeded();
    pace.refused(now, now, Some(Duration::from_secs(3)));
    assert_eq!(pace.pause(now), Some(now + Duration::from_secs(3)));
}
