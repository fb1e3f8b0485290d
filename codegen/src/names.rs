//! The names of the generated code. **Invariant:** every identifier is made here.
//!
//! Each kind of name has one rule, without numbers and exceptions. Words are split where a character is neither a letter
//! nor a digit, and where a capital follows a small letter. A `_` separates a word that starts with a digit from one that
//! ends with a digit, precedes a name that starts with a digit, and follows a keyword. Two names that become the same
//! identifier are an error of [`Names`], and so is a name that becomes an identifier of the generated code or the runtime.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::pointer::Pointer;

/// `tax_exempt` and `eu_vat` as a type or variant: `TaxExempt`, `EuVat`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in words(name) {
        let digits_meet = out.ends_with(|c: char| c.is_ascii_digit())
            && word.starts_with(|c: char| c.is_ascii_digit());
        if digits_meet {
            out.push('_');
        }
        let mut chars = word.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.extend(chars.map(|c| c.to_ascii_lowercase()));
    }
    identifier(out)
}

/// `InvoiceSettings` and `test_helpers.test_clock` as a field, method or module: `invoice_settings`,
/// `test_helpers_test_clock`.
#[must_use]
pub fn snake(name: &str) -> String {
    let words: Vec<_> = words(name)
        .into_iter()
        .map(|word| word.to_ascii_lowercase())
        .collect();
    identifier(words.join("_"))
}

/// The singular of a plural: `custom_field` of `custom_fields`.
#[must_use]
pub fn singular(name: &str) -> String {
    for (plural, singular) in [
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("statuses", "status"),
    ] {
        if let Some(stem) = name.strip_suffix(plural) {
            return format!("{stem}{singular}");
        }
    }
    match name.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => name.to_owned(),
    }
}

/// The variants of an enum of `values`, in their order.
///
/// Where the rule gives two values the same name, or one value none, signs become words (`+0` is `Plus0`); where that is not
/// enough, all punctuation becomes words; then capitals are kept. [`Names`] refuses names that are still the same.
#[must_use]
pub fn variants(values: &[&str]) -> Vec<String> {
    let mut names: Vec<_> = values.iter().map(|value| upper_camel(value)).collect();
    for closer in [with_signs, with_punctuation, with_capitals] {
        let mut counts = BTreeMap::new();
        for name in &names {
            *counts.entry(name.clone()).or_insert(0) += 1;
        }
        let is_good = |name: &String| !name.is_empty() && counts.get(name) == Some(&1);
        if names.iter().all(is_good) {
            break;
        }
        for (name, value) in names.iter_mut().zip(values) {
            if !is_good(name) {
                *name = closer(value);
            }
        }
    }
    for name in names.iter_mut().filter(|name| *name == UNKNOWN) {
        name.push_str("Value");
    }
    names
}

/// The variant for unlisted values; a listed value `unknown` becomes `UnknownValue`.
pub const UNKNOWN: &str = "Unknown";

const SIGNS: &[(char, &str)] = &[('*', "Asterisk"), ('+', "Plus"), ('-', "Minus")];

const PUNCTUATION: &[(char, &str)] = &[
    (' ', "Space"),
    ('!', "Exclamation"),
    ('"', "Quote"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('\'', "Apostrophe"),
    ('(', "Open"),
    (')', "Close"),
    (',', "Comma"),
    ('.', "Dot"),
    ('/', "Slash"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('<', "Less"),
    ('=', "Equals"),
    ('>', "Greater"),
    ('?', "Question"),
    ('@', "At"),
    ('[', "Open"),
    ('\\', "Backslash"),
    (']', "Close"),
    ('^', "Caret"),
    ('_', "Underscore"),
    ('`', "Backtick"),
    ('{', "Open"),
    ('|', "Pipe"),
    ('}', "Close"),
    ('~', "Tilde"),
];

fn with_signs(value: &str) -> String {
    upper_camel(&spelled(value, &[SIGNS]))
}

fn with_punctuation(value: &str) -> String {
    upper_camel(&spelled(value, &[SIGNS, PUNCTUATION]))
}

fn with_capitals(value: &str) -> String {
    let spelled = spelled(value, &[SIGNS, PUNCTUATION]);
    let words = words(&spelled).into_iter().map(|word| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    });
    identifier(words.collect())
}

/// `value`, with the characters of the tables replaced by words.
fn spelled(value: &str, tables: &[&[(char, &str)]]) -> String {
    let mut out = String::new();
    for c in value.chars() {
        let mut words = tables.iter().copied().flatten();
        match words.find(|(sign, _)| *sign == c) {
            Some((_, word)) => {
                out.push(' ');
                out.push_str(word);
                out.push(' ');
            }
            None => out.push(c),
        }
    }
    out
}

fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut start = 0;
        let mut small = false;
        for (at, c) in part.char_indices() {
            if small && c.is_ascii_uppercase() {
                words.extend(part.get(start..at));
                start = at;
            }
            small = c.is_ascii_lowercase();
        }
        words.extend(part.get(start..).filter(|word| !word.is_empty()));
    }
    words
}

fn identifier(mut name: String) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// The keywords of Rust, including reserved ones.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The names of the runtime and the standard library that modules of the generated code use.
pub const MODULE_TYPES: &[&str] = &[
    "AnyOf",
    "BTreeMap",
    "Binary",
    "Box",
    "Clearable",
    "Expandable",
    "Expansion",
    "FileUpload",
    "From",
    "Id",
    "Into",
    "IntoIterator",
    "Json",
    "List",
    "Metadata",
    "Lazy",
    "Option",
    "Range",
    "Result",
    "String",
    "Timestamp",
    "Vec",
];

/// The types of the runtime in the root of the crate, beside the top-level types of the generated code.
pub const ROOT_TYPES: &[&str] = &[
    "AnyOf",
    "ApiError",
    "AppInfo",
    "Binary",
    "Call",
    "Clearable",
    "Client",
    "ClientBuilder",
    "Customized",
    "Decode",
    "DecodeError",
    "Error",
    "ErrorCode",
    "ErrorKind",
    "ErrorType",
    "Expandable",
    "FileUpload",
    "Id",
    "Json",
    "Lazy",
    "List",
    "Metadata",
    "Method",
    "Operation",
    "Range",
    "Response",
    "Timestamp",
    "UnknownValue",
];

/// The modules in the root of the crate, beside the generated ones.
pub const ROOT_MODULES: &[&str] = &[
    "api",
    "expand",
    "generated",
    "guide",
    "helpers",
    "http",
    "reqwest",
    "runtime",
];

/// The identifiers of one scope, each with its place in the document, if it has one.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, Option<Pointer>>);

impl Names {
    /// A scope in which the `reserved` identifiers have another meaning.
    #[must_use]
    pub fn without(reserved: &[&str]) -> Self {
        let names = reserved.iter().map(|name| ((*name).to_owned(), None));
        Self(names.collect())
    }

    /// Claims `name` for the place `pointer`.
    ///
    /// # Errors
    ///
    /// When `name` is empty, claimed already, or reserved.
    pub fn claim(&mut self, name: &str, pointer: &Pointer) -> Result<(), Error> {
        // The functions above make names of letters, digits and `_`, or empty ones.
        if name.is_empty() {
            return Err(Error::document(
                pointer,
                "expected a name with a letter or a digit in it, found none: it gives no identifier",
            ));
        }
        match self.0.get(name) {
            Some(Some(first)) => Err(Error::document(
                pointer,
                format!("becomes `{name}` in Rust, and so does {first}"),
            )),
            Some(None) => Err(Error::document(
                pointer,
                format!("becomes `{name}` in Rust, which is the name of something else there"),
            )),
            None => {
                self.0.insert(name.to_owned(), Some(pointer.clone()));
                Ok(())
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Names, singular, snake, upper_camel, variants};
    use crate::pointer::Pointer;

    #[test]
    fn names_follow_the_rule() {
        for (name, type_name, field) in [
            ("tax_exempt", "TaxExempt", "tax_exempt"),
            (
                "test_helpers.test_clock",
                "TestHelpersTestClock",
                "test_helpers_test_clock",
            ),
            ("type", "Type", "type_"),
            ("self", "Self_", "self_"),
            ("2.1.0", "_2_1_0", "_2_1_0"),
            ("3d_secure", "_3dSecure", "_3d_secure"),
            (
                "GetCustomersCustomer",
                "GetCustomersCustomer",
                "get_customers_customer",
            ),
            (
                "visa_compelling_evidence3",
                "VisaCompellingEvidence3",
                "visa_compelling_evidence3",
            ),
            ("fr-CA", "FrCa", "fr_ca"),
            ("USD", "Usd", "usd"),
        ] {
            assert_eq!(upper_camel(name), type_name);
            assert_eq!(snake(name), field);
        }
    }

    #[test]
    fn values_with_the_same_name_are_spelled_out() {
        for (values, names) in [
            (&["a+b", "a-b", "c-d"][..], &["APlusB", "AMinusB", "CD"][..]),
            (
                &["Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0", "Etc/GMT-1"],
                &["EtcGmtPlus0", "EtcGmtMinus0", "EtcGmt0", "EtcGmt1"],
            ),
            (&["*", "a"], &["Asterisk", "A"]),
            (&["a/b", "a.b", "a_c"], &["ASlashB", "ADotB", "AC"]),
            (&["us", "US", "Us"], &["Us", "US", "Us"]),
            (&["é", "a"], &["", "A"]),
            (&["unknown", "a"], &["UnknownValue", "A"]),
        ] {
            assert_eq!(variants(values), names);
        }
    }

    #[test]
    fn singulars() {
        for (plural, one) in [
            ("custom_fields", "custom_field"),
            ("taxes", "tax"),
            ("addresses", "address"),
            ("capabilities", "capability"),
            ("status", "status"),
            ("statuses", "status"),
            ("purchases", "purchase"),
            ("data", "data"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }

    #[test]
    fn a_clash_names_both_places() {
        let mut names = Names::default();
        let (a, b) = (Pointer::root().key("a-b"), Pointer::root().key("a_b"));
        assert_eq!(names.claim("a_b", &a), Ok(()));
        let error = names.claim("a_b", &b).unwrap_err();
        assert_eq!(
            error.to_string(),
            "document#/a_b: becomes `a_b` in Rust, and so does #/a-b"
        );
    }

    #[test]
    fn a_reserved_name_is_refused() {
        let mut names = Names::without(&["new"]);
        let error = names.claim("new", &Pointer::root().key("new")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "document#/new: becomes `new` in Rust, which is the name of something else there"
        );
    }
}
