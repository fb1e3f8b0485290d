//! A Markdown table, aligned so that it is also readable as plain text.

use std::fmt;

/// A table: a row with the heads of the columns, and others with a cell for each.
#[derive(Debug, PartialEq)]
pub(crate) struct Table(pub(crate) Vec<Vec<String>>);

impl Table {
    /// Reads a table as it was printed; `None` if `text` does not start with one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut rows = text.lines().map_while(|line| {
            let cells = line.trim().strip_prefix('|')?.strip_suffix('|')?;
            Some(cells.split('|').map(|it| it.trim().to_owned()).collect())
        });
        let heads: Vec<_> = rows.next()?;
        let width = heads.len();
        let rows: Vec<_> = [heads].into_iter().chain(rows.skip(1)).collect();
        rows.iter()
            .all(|row| row.len() == width)
            .then_some(Self(rows))
    }

    /// The cells of a column with the same width, and below its head the dashes that give Markdown the alignment: text to the
    /// left, figures to the right.
    fn column(&self, index: usize) -> Vec<String> {
        let cells = self.0.iter().filter_map(|row| row.get(index));
        let cells: Vec<_> = cells.map(String::as_str).collect();
        let is_text = |cell: &&str| cell.starts_with(char::is_alphabetic);
        let is_text = cells.iter().skip(1).any(is_text);
        let width = cells.iter().map(|it| it.chars().count()).max();
        let width = width.unwrap_or_default();
        let dashes = match is_text {
            true => "-".repeat(width),
            false => "-".repeat(width.saturating_sub(1)) + ":",
        };
        let head = cells.iter().copied().take(1).chain([dashes.as_str()]);
        head.chain(cells.iter().copied().skip(1))
            .map(|cell| match is_text {
                true => format!("{cell:width$}"),
                false => format!("{cell:>width$}"),
            })
            .collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.first().map_or(0, Vec::len);
        let columns: Vec<_> = (0..width).map(|it| self.column(it)).collect();
        (0..=self.0.len()).try_for_each(|row| {
            let cells = columns.iter().filter_map(|cells| cells.get(row));
            let cells: Vec<_> = cells.map(String::as_str).collect();
            writeln!(f, "| {} |", cells.join(" | "))
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::Table;

    #[test]
    fn prints_aligned_columns_and_reads_them_again() {
        let rows = [["name", "seconds"], ["a", "7.5"], ["longer", "-"]];
        let table = Table(rows.map(|row| row.map(str::to_owned).to_vec()).to_vec());
        let text = "| name   | seconds |\n| ------ | ------: |\n| a      |     7.5 |\n| longer |       - |\n";
        assert_eq!(table.to_string(), text);
        assert_eq!(Table::parse(text).unwrap(), table);
    }

    #[test]
    fn reads_nothing_but_a_table() {
        assert_eq!(Table::parse("error: could not compile\n"), None);
        assert_eq!(Table::parse("| a | b |\n| - | - |\n| 1 |\n"), None);
    }
}
