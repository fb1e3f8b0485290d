//! Times next to each other.
//!
//! A ratio of two times means something only if both were taken under the same load; so the candidates take turns, many
//! times, and the medians are compared. That is why this is not a benchmark of divan, which runs one after
//! the other.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many times each candidate has its turn.
const TURNS: usize = 401;

/// About how long a turn takes: so short that most turns are not interrupted.
const TURN: Duration = Duration::from_micros(200);

/// Something to measure, with its name.
pub struct Candidate<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
    times: Vec<f64>,
}

impl<'a> Candidate<'a> {
    /// Runs `run`; what it returns is dropped, and that counts.
    pub fn new<T>(name: &'static str, mut run: impl FnMut() -> T + 'a) -> Self {
        let run = Box::new(move || drop(black_box(run())));
        let times = Vec::new();
        Self { name, run, times }
    }

    /// The time of one of `runs` runs, in nanoseconds.
    fn time(&mut self, runs: u32) -> f64 {
        // Into its own caches and heap first, not those that the candidate before it left.
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

/// Whether the command line asks for what has this title: `cargo bench -- create` for what has `create` in it.
fn is_asked_for(title: &str) -> bool {
    let mut words = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .peekable();
    words.peek().is_none() || words.any(|word| title.contains(&word))
}

/// Prints how long each of `candidates` takes, and its ratio to the first.
pub fn compare(title: &str, mut candidates: Vec<Candidate<'_>>) {
    if !is_asked_for(title) {
        return;
    }
    let runs: Vec<u32> = candidates
        .iter_mut()
        .map(|candidate| {
            let once = candidate.time(3).max(1.0);
            // Not lossy: positive, and far from the largest number.
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
