//! Whether to send a request again, and when. Decisions only: nothing here sends or waits.

use std::time::Duration;

/// The delay before the first retry, and the least before any.
const SHORTEST: Duration = Duration::from_millis(500);
/// What the doubling of the delay ends at.
const LONGEST: Duration = Duration::from_secs(5);
/// The most that a server can ask for with `Retry-After`.
const LONGEST_ASKED_FOR: Duration = Duration::from_secs(60);

/// How an attempt ended, as far as it matters for another one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome<'a> {
    /// Without a whole answer.
    NoAnswer {
        /// Whether it would end the same way again: so if the certificate is not to be trusted.
        hopeless: bool,
    },
    /// With an answer that is not a success.
    Refused {
        /// The status.
        status: u16,
        /// What `Stripe-Should-Retry` says.
        advice: Option<bool>,
        /// `code` of the error.
        code: Option<&'a str>,
    },
}

/// Whether another attempt can help. The order of the checks matters: the advice of Stripe goes before what
/// the status alone would say.
pub(super) fn can_help(outcome: Outcome<'_>) -> bool {
    match outcome {
        Outcome::NoAnswer { hopeless } => !hopeless,
        Outcome::Refused {
            advice: Some(advice),
            ..
        } => advice,
        Outcome::Refused { status, code, .. } => match status {
            409 => true,
            // Too many requests would become even more; a lock is soon released.
            429 => code == Some("lock_timeout"),
            status => status >= 500,
        },
    }
}

/// How long to wait before the retry `number` (1, 2, …).
///
/// `asked_for` is what the server said with `Retry-After`, `random` is in `0.0..=1.0` and keeps clients that
/// failed together from coming back together.
pub(super) fn delay(number: u32, asked_for: Option<Duration>, random: f64) -> Duration {
    let doublings = 1_u32.checked_shl(number.saturating_sub(1));
    let doubled = SHORTEST.saturating_mul(doublings.unwrap_or(u32::MAX));
    let jittered = doubled.min(LONGEST).mul_f64(0.5 + random / 2.0);
    let least = asked_for.map_or(SHORTEST, |asked_for| {
        asked_for.clamp(SHORTEST, LONGEST_ASKED_FOR)
    });
    jittered.max(least)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Outcome, can_help, delay};

    fn refused(status: u16, advice: Option<bool>, code: Option<&str>) -> bool {
        can_help(Outcome::Refused {
            status,
            advice,
            code,
        })
    }

    #[test]
    fn a_failed_connection_is_tried_again_unless_that_is_hopeless() {
        assert!(can_help(Outcome::NoAnswer { hopeless: false }));
        assert!(!can_help(Outcome::NoAnswer { hopeless: true }));
    }

    #[test]
    fn the_status_decides_where_stripe_gives_no_advice() {
        for status in [409, 500, 502, 503, 504, 599] {
            assert!(refused(status, None, None), "{status}");
        }
        for status in [302, 307, 400, 401, 402, 403, 404, 429] {
            assert!(!refused(status, None, None), "{status}");
        }
    }

    #[test]
    fn of_429_only_a_lock_is_tried_again() {
        assert!(refused(429, None, Some("lock_timeout")));
        assert!(!refused(429, None, Some("rate_limit")));
        assert!(!refused(400, None, Some("lock_timeout")));
    }

    #[test]
    fn the_advice_of_stripe_wins_over_the_status() {
        assert!(refused(400, Some(true), None));
        assert!(refused(429, Some(true), None));
        assert!(!refused(500, Some(false), None));
        assert!(!refused(409, Some(false), None));
        assert!(!refused(429, Some(false), Some("lock_timeout")));
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
    fn chance_takes_up_to_half_of_the_delay_but_leaves_half_a_second() {
        let shortest: Vec<_> = [1, 2, 3, 4, 5]
            .into_iter()
            .map(|number| delay(number, None, 0.0).as_millis())
            .collect();
        assert_eq!(shortest, [500, 500, 1000, 2000, 2500]);
        assert_eq!(delay(3, None, 0.5), Duration::from_millis(1500));
    }

    #[test]
    fn retry_after_is_a_lower_bound_up_to_a_minute() {
        let asked = |seconds| Some(Duration::from_secs(seconds));
        assert_eq!(delay(1, asked(2), 1.0), Duration::from_secs(2));
        assert_eq!(delay(5, asked(2), 1.0), Duration::from_secs(5));
        assert_eq!(delay(1, asked(0), 1.0), Duration::from_millis(500));
        assert_eq!(delay(1, asked(60), 1.0), Duration::from_secs(60));
        assert_eq!(delay(1, asked(600), 1.0), Duration::from_secs(60));
    }
}
