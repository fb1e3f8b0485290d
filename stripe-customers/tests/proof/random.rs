//! Chance that can be repeated.

/// Where the seed of all tests is taken from.
const VARIABLE: &str = "PROOF_SEED";

/// The seed: that of the environment, or always the same.
pub fn seed() -> u64 {
    match std::env::var(VARIABLE) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{VARIABLE} is a number, not {text:?}")),
        Err(_) => 20_260_128,
    }
}

/// What to do to see a failure again.
pub fn again() -> String {
    format!("{VARIABLE}={} shows it again", seed())
}

/// SplitMix64.
pub struct Random(u64);

impl Random {
    /// One for the cases of this name: so no test depends on how many cases another one has.
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

    /// A number below `limit`, which is not zero.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    /// Whether a thing happens that happens once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn shuffle<T>(&mut self, values: &mut [T]) {
        for index in (1..values.len()).rev() {
            values.swap(index, self.below(index + 1));
        }
    }

    /// A text of at most `longest` characters: empty, plain, of any characters, or long.
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

    /// Any character: of every length in UTF-8, those that JSON and forms escape more often.
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

    pub fn number(&mut self) -> f64 {
        let any = f64::from_bits(self.next());
        match self.below(4) {
            0 => *self.pick(&[
                0.0,
                -0.0,
                1.0,
                f64::MAX,
                f64::MIN,
                f64::MIN_POSITIVE,
                5e-324,
                1e21,
                0.1,
            ]),
            1 if any.is_finite() => any,
            _ => f64::from(u32::try_from(self.below(1_000_000)).unwrap()) / 1000.0,
        }
    }
}
