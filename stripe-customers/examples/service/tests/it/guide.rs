//! The guide of the crate quotes `mock_server.rs`, which is not compiled there.

#[test]
fn the_guide_quotes_the_test() {
    let test = include_str!("mock_server.rs");
    let guide = include_str!("../../../../src/guide/testing.md");
    let code = |line: &&str| !line.starts_with("//!");
    let test: Vec<_> = test
        .lines()
        .filter(code)
        .skip_while(|line| line.is_empty())
        .collect();
    let guide: Vec<_> = guide.lines().collect();
    let is_quoted = guide.windows(test.len()).any(|lines| lines == test);
    assert!(
        is_quoted,
        "copy tests/it/mock_server.rs to src/guide/testing.md"
    );
}
