use super::Decoder;

fn raw(text: &str) -> Result<String, String> {
    let mut decoder = Decoder::new(text, || "value");
    let value = decoder.raw().map(str::to_owned);
    value
        .and_then(|value| decoder.end().map(|()| value))
        .map_err(|error| error.to_string())
}

#[test]
fn accepts_what_serde_json_accepts() {
    for text in [
        "null",
        " true ",
        "false",
        "0",
        "-0",
        "-1.5e+10",
        "1E2",
        "\"\"",
        "\"a\\u0041\\n\"",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1, [2, {\"a\": []}]]",
        "{\"a\":1,\"b\":{\"c\":null}}",
        "\"\u{7f}é🦀\"",
    ] {
        assert!(
            serde_json::from_str::<serde_json::Value>(text).is_ok(),
            "{text}"
        );
        assert_eq!(raw(text).as_deref(), Ok(text.trim()), "{text}");
    }
}

#[test]
fn refuses_what_serde_json_refuses() {
    for text in [
        "",
        " ",
        "nul",
        "tru",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\n\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1",
        "[1",
        "1 2",
        "NaN",
    ] {
        assert!(
            serde_json::from_str::<serde_json::Value>(text).is_err(),
            "{text}"
        );
        assert!(raw(text).is_err(), "{text}");
    }
}

#[test]
fn an_error_has_the_offset_where_the_text_stops_being_json() {
    let end = "the end of the text";
    for (text, expected, offset, found) in [
        ("{\"a\": <html>}", "a value", 6, "`<`"),
        ("[1, 2", "a value", 5, end),
        ("[1, ]", "a value after `,`", 4, "`]`"),
        ("[1 2]", "`,` or the end of the object or array", 3, "`2`"),
        (
            "{\"a\": 1]",
            "`,` or the end of the object or array",
            7,
            "`]`",
        ),
        ("{1: 2}", "a key", 1, "`1`"),
        ("{\"a\": 1, b: 2}", "a key", 9, "`b`"),
        ("{\"a\" 1}", "`:`", 5, "`1`"),
        ("[trus]", "true", 1, "`t`"),
        ("[-é]", "a digit", 2, "`\\u{e9}`"),
        ("[1.]", "a digit", 3, "`]`"),
        ("[1.5e+", "a digit", 6, end),
        ("[\"a\\x\"]", "an escape", 4, "`x`"),
        ("[\"a\\", "an escape", 4, end),
        (
            "[\"\\u00g9\"]",
            "an escape of four hexadecimal digits",
            3,
            "`u`",
        ),
        (
            "[\"a\nb\"]",
            "a character or the end of the string",
            3,
            "`\\n`",
        ),
        ("[\"\\u00e9", "a character or the end of the string", 8, end),
    ] {
        assert_eq!(
            raw(text).unwrap_err(),
            format!("not JSON: expected {expected} at byte {offset}, found {found}"),
            "{text}"
        );
    }
}

#[test]
fn reads_escapes_as_serde_json_does() {
    for text in [
        r#""\ud83e\udd80""#,
        r#""a\u00e9\/\b\f\n\r\t\"\\""#,
        r#""\u0000""#,
    ] {
        let expected: String = serde_json::from_str(text).unwrap();
        assert_eq!(
            Decoder::new(text, || "value").string().unwrap(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn half_a_surrogate_pair_is_replaced() {
    for (text, expected) in [
        (r#""\ud83e""#, "\u{fffd}"),
        (r#""\udd80x""#, "\u{fffd}x"),
        (r#""\ud83eA""#, "\u{fffd}A"),
        (r#""\ud83e\ud83e\udd80""#, "\u{fffd}\u{1f980}"),
    ] {
        assert_eq!(
            Decoder::new(text, || "value").string().unwrap(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn nesting_is_limited() {
    let deep = "[".repeat(100_000);
    assert_eq!(raw(&deep).unwrap_err(), "nested more than 127 levels deep");
    for depth in [126, 127, 128] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let accepted = serde_json::from_str::<serde_json::Value>(&nested).is_ok();
        assert_eq!(raw(&nested).is_ok(), accepted, "{depth}");
    }
}
