//! What it costs to run something.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// What one run of a program took, with all programs that it started.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Cost {
    /// From its start to its end.
    pub(crate) wall_seconds: f64,
    /// The time of processors, its own and that of the system for it.
    pub(crate) cpu_seconds: f64,
    /// The largest part of memory that a single one of the processes has had.
    pub(crate) peak_memory_bytes: u64,
}

impl AddAssign for Cost {
    /// One after the other: the times add up, the memory does not.
    fn add_assign(&mut self, other: Self) {
        self.wall_seconds += other.wall_seconds;
        self.cpu_seconds += other.cpu_seconds;
        self.peak_memory_bytes = self.peak_memory_bytes.max(other.peak_memory_bytes);
    }
}

impl Cost {
    /// The median of each figure of `costs`, apart; nothing if there are none.
    pub(crate) fn median(costs: &[Self]) -> Option<Self> {
        let of = |figure: fn(&Self) -> f64| median(costs.iter().map(figure).collect());
        let mut memory: Vec<u64> = costs.iter().map(|cost| cost.peak_memory_bytes).collect();
        memory.sort_unstable();
        Some(Self {
            wall_seconds: of(|cost| cost.wall_seconds)?,
            cpu_seconds: of(|cost| cost.cpu_seconds)?,
            peak_memory_bytes: memory.get(memory.len() / 2).copied()?,
        })
    }
}

/// The median of `figures`: of an even number of them, the upper one of the two in the middle.
pub(crate) fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::Cost;

    fn cost(wall_seconds: f64, cpu_seconds: f64, peak_memory_bytes: u64) -> Cost {
        Cost {
            wall_seconds,
            cpu_seconds,
            peak_memory_bytes,
        }
    }

    #[test]
    fn times_add_up_and_memory_does_not() {
        let mut all = cost(1.0, 2.0, 10);
        all += cost(0.5, 0.25, 7);
        assert_eq!(all, cost(1.5, 2.25, 10));
    }

    #[test]
    fn the_median_is_taken_of_each_figure_apart() {
        let costs = [cost(3.0, 1.0, 5), cost(1.0, 2.0, 9), cost(2.0, 9.0, 1)];
        assert_eq!(Cost::median(&costs), Some(cost(2.0, 2.0, 5)));
        assert_eq!(Cost::median(&[]), None);
    }
}
