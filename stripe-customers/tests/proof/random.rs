//! Reproducible random numbers.

/// The environment variable with the seed of all tests.
const VARIABLE: &str = "PROOF_SEED";

/// Returns the seed, which is constant by default.
pub fn seed() -> u64 {
    match std::env::var(VARIABLE) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{VARIABLE} is not a number: {text:?}")),
        Err(_) => 20_260_128,
    }
}

/// Describes how to reproduce a failure.
pub fn again() -> String {
    format!("to reproduce the failure, set {VARIABLE}={}", seed())
}

/// A SplitMix64 generator.
pub struct Random(u64);

impl Random {
    /// Creates a generator for a case of a test. Tests are independent of the number of cases of other tests.
    pub fn of(name: &str, case: u64) -> Self {
        let mut random = Self(seed() ^ case.wrapping_mul(0x2545_f491_4f6c_dd1d));
        for byte in name.bytes() {
            random.0 = random.next() ^ u64::from(byte);
        }
        random
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number below `limit`, which must not be zero.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    /// Returns `true` with a probability of one in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Returns a text of at most `longest` characters: empty, ASCII, any characters, or long.
    pub fn text(&mut self, longest: usize) -> String {
        let length = match self.below(50) {
            0 => longest.min(5000),
            1..=5 => 0,
            _ => self.below(12).min(longest),
        };
        let plain = self.once_in(2);
        (0..length)
            .map(|_| match plain {
                true => char::from(*self.pick(b"abcxyz_0189-. ")),
                false => self.character(),
            })
            .collect()
    }

    /// Returns any character, preferring those that JSON and forms escape.
    fn character(&mut self) -> char {
        let last = *self.pick(&[0x7f, 0x7ff, 0xffff, 0x0010_ffff]);
        match self.below(3) {
            0 => *self.pick(&[
                '"', '\\', '/', '\0', '\n', '\u{1f}', '\u{7f}', '&', '=', '+', '%', '[', ']',
                '\u{2028}', '\u{fffd}',
            ]),
            _ => char::from_u32(u32::try_from(self.below(last + 1)).unwrap()).unwrap_or('\u{d7ff}'),
        }
    }

    pub fn integer(&mut self) -> i64 {
        let any = self.next().cast_signed();
        match self.below(5) {
            0 => *self.pick(&[
                i64::MIN,
                i64::MAX,
                0,
                -1,
                1 << 53,
                (1 << 53) + 1,
                -(1 << 53) - 1,
            ]),
            1 => any,
            _ => any % 1_000_000,
        }
    }
}
