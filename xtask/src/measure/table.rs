//! A Markdown table, aligned so that it is also readable as plain text.

use std::fmt;

/// A table: the heads of the columns, and rows with a cell for each.
#[derive(Debug, PartialEq)]
pub(crate) struct Table {
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(heads: &[&str]) -> Self {
        Self {
            heads: heads.iter().map(|&head| head.to_owned()).collect(),
            rows: vec![],
        }
    }

    /// Reads a table as it was printed; `None` if `text` does not start with one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().map_while(|line| {
            let cells = line.trim().strip_prefix('|')?.strip_suffix('|')?;
            Some(
                cells
                    .split('|')
                    .map(|cell| cell.trim().to_owned())
                    .collect(),
            )
        });
        let heads: Vec<_> = lines.next()?;
        let rows: Vec<Vec<_>> = lines.skip(1).collect();
        let is_whole = rows.iter().all(|row| row.len() == heads.len());
        is_whole.then_some(Self { heads, rows })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns: Vec<_> = (0..self.heads.len()).map(|it| self.column(it)).collect();
        let line = |row: &[String]| {
            let cells = row.iter().zip(&columns);
            let cells: Vec<_> = cells.map(|(cell, column)| column.align(cell)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let dashes: Vec<_> = columns.iter().map(Column::dashes).collect();
        writeln!(f, "{}", line(&self.heads))?;
        writeln!(f, "| {} |", dashes.join(" | "))?;
        self.rows
            .iter()
            .try_for_each(|row| writeln!(f, "{}", line(row)))
    }
}

impl Table {
    fn column(&self, index: usize) -> Column {
        let cells: Vec<_> = self.rows.iter().filter_map(|row| row.get(index)).collect();
        let all = cells.iter().copied().chain(self.heads.get(index));
        Column {
            width: all.map(|cell| cell.chars().count()).max().unwrap_or(0),
            is_text: cells
                .iter()
                .any(|cell| cell.starts_with(char::is_alphabetic)),
        }
    }
}

struct Column {
    width: usize,
    /// Text is aligned to the left, figures to the right.
    is_text: bool,
}

impl Column {
    fn align(&self, cell: &str) -> String {
        let width = self.width;
        match self.is_text {
            true => format!("{cell:width$}"),
            false => format!("{cell:>width$}"),
        }
    }

    /// The line below the head, which tells Markdown the alignment.
    fn dashes(&self) -> String {
        match self.is_text {
            true => "-".repeat(self.width),
            false => format!("{}:", "-".repeat(self.width.saturating_sub(1))),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::Table;

    #[test]
    fn prints_aligned_columns_and_reads_them_again() {
        let mut table = Table::new(&["name", "seconds"]);
        let rows = [["a", "7.5"], ["longer", "-"]];
        table.rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
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
