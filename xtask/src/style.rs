//! The colours of the output. `anstream` removes them if the output is not a terminal or `NO_COLOR` is set.

use std::fmt::Display;

use anstyle::{AnsiColor, Effects, Style};

pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);
pub(crate) const HELP: Style = AnsiColor::BrightCyan.on_default().effects(Effects::BOLD);
pub(crate) const HEADLINE: Style = Style::new().effects(Effects::BOLD);
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();
pub(crate) const ARROW: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);
pub(crate) const PLACE: Style = AnsiColor::Cyan.on_default();

/// `text` in `style`.
pub(crate) fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}
