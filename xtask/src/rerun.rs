//! The command line that makes generated code fresh, for whoever is told that it is stale.

use std::path::Path;

use crate::cli::Regenerate;
use crate::workspace::Workspace;

/// The command that makes the folder fresh, with the options of this one.
pub(crate) fn command(workspace: &Workspace, options: &Regenerate) -> String {
    let mut command = "cargo xtask regenerate".to_owned();
    let given = [
        ("--root", workspace.given()),
        ("--spec", options.spec.as_deref()),
        ("--out", options.out.as_deref()),
    ];
    for (option, path) in given {
        if let Some(path) = path {
            command.push_str(&format!(" {option} {}", quoted(path)));
        }
    }
    if !options.operations.is_empty() {
        let ids = options.operations.join(",");
        command.push_str(&format!(" --operations {}", quoted(Path::new(&ids))));
    }
    command
}

/// `path` as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+=:,@%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::quoted;

    #[test]
    fn quotes_for_a_shell() {
        for (path, expected) in [
            ("/tmp/a-b_c.json", "/tmp/a-b_c.json"),
            ("my spec.json", "'my spec.json'"),
            ("it's", r"'it'\''s'"),
            ("$HOME", "'$HOME'"),
        ] {
            assert_eq!(quoted(Path::new(path)), expected);
        }
    }
}
