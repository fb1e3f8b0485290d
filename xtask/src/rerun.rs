//! The command that regenerates stale code.

/// The command line of this process without `--check`.
pub(crate) fn command() -> String {
    let arguments = std::env::args().skip(1);
    let arguments = arguments.filter(|it| it != "--check").map(|it| quoted(&it));
    format!("cargo xtask {}", arguments.collect::<Vec<_>>().join(" "))
}

/// `text`, quoted for a shell if necessary.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+=:,@%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_for_a_shell() {
        for (text, expected) in [
            ("/tmp/a-b_c.json", "/tmp/a-b_c.json"),
            ("my spec.json", "'my spec.json'"),
            ("it's", r"'it'\''s'"),
            ("$HOME", "'$HOME'"),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
