//! Columns, as text or as Markdown: what is a figure to the right, and what is none to the left.

use crate::cli::Format;

/// A table: its heads, and rows that have a cell for each.
pub(super) struct Columns {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Columns {
    pub(super) fn new(heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self {
            heads: heads.iter().map(|&head| head.to_owned()).collect(),
            rows: rows.into_iter().collect(),
        }
    }

    pub(super) fn print(&self, format: Format) -> String {
        let columns: Vec<_> = (0..self.heads.len()).map(|it| self.column(it)).collect();
        let lines = [&self.heads].into_iter().chain(&self.rows);
        let lines = lines.map(|row| {
            let cells = row.iter().zip(&columns);
            let cells: Vec<_> = cells.map(|(cell, column)| column.align(cell)).collect();
            match format {
                Format::Markdown => format!("| {} |\n", cells.join(" | ")),
                _ => format!("{}\n", cells.join("  ").trim_end()),
            }
        });
        let mut lines: Vec<String> = lines.collect();
        if let Format::Markdown = format {
            let dashes: Vec<_> = columns.iter().map(Column::dashes).collect();
            lines.insert(1, format!("| {} |\n", dashes.join(" | ")));
        }
        lines.concat()
    }

    fn column(&self, column: usize) -> Column {
        let rows = self.rows.iter();
        let cells: Vec<_> = rows.filter_map(|row| row.get(column)).collect();
        let all = cells.iter().copied().chain(self.heads.get(column));
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

    /// What tells Markdown how to align the column.
    fn dashes(&self) -> String {
        match self.is_text {
            true => "-".repeat(self.width),
            false => format!("{}:", "-".repeat(self.width.saturating_sub(1))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Format};

    #[test]
    fn aligns_figures_to_the_right() {
        let rows = [["a", "7.5"], ["longer", "-"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let columns = Columns::new(&["name", "seconds"], rows);
        assert_eq!(
            columns.print(Format::Text),
            "name    seconds\na           7.5\nlonger        -\n"
        );
        assert_eq!(
            columns.print(Format::Markdown),
            "| name   | seconds |\n| ------ | ------: |\n| a      |     7.5 |\n| longer |       - |\n"
        );
    }
}
