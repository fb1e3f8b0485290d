//! Whether and when to retry. These functions only decide; they do not send or wait.

use std::time::Duration;

/// The delay before the first retry, and the minimum delay.
const MIN_DELAY: Duration = Duration::from_millis(500);
/// The maximum delay without `Retry-After`.
const MAX_DELAY: Duration = Duration::from_secs(5);
/// The maximum delay with `Retry-After`.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(60);

/// Returns whether to retry after a response that is not a success, with this HTTP status, value of `Stripe-Should-Retry` and code of
/// the error. The advice of Stripe takes precedence over the status.
pub(super) fn should_retry(status: u16, advice: Option<bool>, code: Option<&str>) -> bool {
    match (status, advice) {
        // The next response would be the same redirect.
        (300..=399, _) => false,
        (_, Some(advice)) => advice,
        (409, None) => true,
        // Retries would add to too many requests, but a lock is released soon.
        (429, None) => code == Some("lock_timeout"),
        (status, None) => status >= 500,
    }
}

/// Returns the delay before the retry `number` (1, 2, …).
///
/// `random` is in `0.0..=1.0`. It spreads the retries of clients that failed at the same time.
pub(super) fn delay(number: u32, retry_after: Option<Duration>, random: f64) -> Duration {
    let factor = 1_u32.checked_shl(number.saturating_sub(1));
    let doubled = MIN_DELAY.saturating_mul(factor.unwrap_or(u32::MAX));
    let jittered = doubled.min(MAX_DELAY).mul_f64(0.5 + random / 2.0);
    let minimum = retry_after.map_or(MIN_DELAY, |retry_after| {
        retry_after.clamp(MIN_DELAY, MAX_RETRY_AFTER)
    });
    jittered.max(minimum)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{delay, should_retry};

    #[test]
    fn the_status_decides_where_stripe_gives_no_advice() {
        for status in [409, 500, 502, 503, 504, 599] {
            assert!(should_retry(status, None, None), "{status}");
        }
        for status in [302, 307, 400, 401, 402, 403, 404, 429] {
            assert!(!should_retry(status, None, None), "{status}");
        }
    }

    #[test]
    fn a_429_is_retried_only_for_a_lock() {
        assert!(should_retry(429, None, Some("lock_timeout")));
        assert!(!should_retry(429, None, Some("rate_limit")));
        assert!(!should_retry(400, None, Some("lock_timeout")));
    }

    #[test]
    fn the_advice_of_stripe_takes_precedence_over_the_status() {
        assert!(should_retry(400, Some(true), None));
        assert!(should_retry(429, Some(true), None));
        assert!(!should_retry(500, Some(false), None));
        assert!(!should_retry(409, Some(false), None));
        assert!(!should_retry(429, Some(false), Some("lock_timeout")));
        assert!(!should_retry(302, Some(true), None), "except for redirects");
    }

    #[test]
    fn the_delay_doubles_up_to_five_seconds() {
        let longest: Vec<_> = [1, 2, 3, 4, 5, 6, 40, u32::MAX]
            .into_iter()
            .map(|number| delay(number, None, 1.0).as_millis())
            .collect();
        assert_eq!(longest, [500, 1000, 2000, 4000, 5000, 5000, 5000, 5000]);
    }

    #[test]
    fn jitter_is_up_to_half_of_the_delay_but_leaves_half_a_second() {
        let shortest: Vec<_> = [1, 2, 3, 4, 5]
            .into_iter()
            .map(|number| delay(number, None, 0.0).as_millis())
            .collect();
        assert_eq!(shortest, [500, 500, 1000, 2000, 2500]);
        assert_eq!(delay(3, None, 0.5), Duration::from_millis(1500));
    }

    #[test]
    fn retry_after_is_a_lower_bound_up_to_a_minute() {
        let after = |seconds| Some(Duration::from_secs(seconds));
        assert_eq!(delay(1, after(2), 1.0), Duration::from_secs(2));
        assert_eq!(delay(5, after(2), 1.0), Duration::from_secs(5));
        assert_eq!(delay(1, after(0), 1.0), Duration::from_millis(500));
        assert_eq!(delay(1, after(60), 1.0), Duration::from_secs(60));
        assert_eq!(delay(1, after(600), 1.0), Duration::from_secs(60));
    }
}
