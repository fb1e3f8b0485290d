//! Comparison of run times.
//!
//! The ratio of two times is meaningful only if both are measured under the same load. Therefore the candidates take turns,
//! many times, and the medians are compared. Benchmark libraries such as divan run one candidate after the other.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The number of turns of each candidate.
const TURNS: usize = 401;

/// The approximate time of a turn, short enough that most turns are not interrupted.
const TURN: Duration = Duration::from_micros(200);

/// A named function to measure.
pub struct Candidate<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
    times: Vec<f64>,
}

impl<'a> Candidate<'a> {
    /// Measures `run`, including the time to drop its result.
    pub fn new<T>(name: &'static str, mut run: impl FnMut() -> T + 'a) -> Self {
        let run = Box::new(move || drop(black_box(run())));
        let times = Vec::new();
        Self { name, run, times }
    }

    /// Returns the average time of `runs` runs, in nanoseconds.
    fn time(&mut self, runs: u32) -> f64 {
        // Warms up the caches and the heap, which the previous candidate used.
        (self.run)();
        let start = Instant::now();
        for _ in 0..runs {
            (self.run)();
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(runs)
    }

    fn median(&mut self) -> f64 {
        self.times.sort_by(f64::total_cmp);
        self.times.get(TURNS / 2).copied().unwrap_or(f64::NAN)
    }
}

/// Returns whether the arguments select this title: `cargo bench -- create` selects titles that contain `create`.
fn is_selected(title: &str) -> bool {
    let mut words = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .peekable();
    words.peek().is_none() || words.any(|word| title.contains(&word))
}

/// Prints the time of each candidate, and its ratio to the first.
pub fn compare(title: &str, mut candidates: Vec<Candidate<'_>>) {
    if !is_selected(title) {
        return;
    }
    let runs: Vec<u32> = candidates
        .iter_mut()
        .map(|candidate| {
            let once = candidate.time(3).max(1.0);
            // Not lossy: the number is positive and small.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let runs = (TURN.as_secs_f64() * 1e9 / once) as u32;
            runs.max(1)
        })
        .collect();
    for _ in 0..TURNS {
        for (candidate, &runs) in candidates.iter_mut().zip(&runs) {
            let time = candidate.time(runs);
            candidate.times.push(time);
        }
    }
    println!("{title}");
    let baseline = candidates.first_mut().map_or(f64::NAN, Candidate::median);
    for candidate in &mut candidates {
        let median = candidate.median();
        let ratio = median / baseline;
        println!("  {:44} {median:12.0} ns  {ratio:5.2}", candidate.name);
    }
}
