//! The names of the generated code. **Invariant:** every identifier is made here.
//!
//! Each kind of name has one rule, without numbers and exceptions. Words are split where a character is neither a letter
//! nor a digit, and where a capital follows a small letter. A `_` separates a word that starts with a digit from one that
//! ends with a digit, precedes a name that starts with a digit, and follows a keyword. Names of one scope that would become
//! the same identifier are spelled out: see [`distinct`]. A name of the runtime gets a suffix: a field or a method `_`, a
//! type [`INNER`] or [`OUTER`]. What is then still the same is an error of [`Names`].

mod spelling;
mod tables;

use std::collections::BTreeMap;

use crate::error::Error;
use crate::pointer::Pointer;

pub use spelling::distinct;
use tables::KEYWORDS;
pub use tables::{INNER, MODULE_TYPES, OUTER, ROOT_MODULES, ROOT_TYPES, UNKNOWN};

/// `tax_exempt` and `eu_vat` as a type or variant: `TaxExempt`, `EuVat`.
pub fn upper_camel(name: &str) -> String {
    camel(name, |c| c.to_ascii_lowercase())
}

/// The words of a name, each with a capital and the `rest` of its letters.
fn camel(name: &str, rest: fn(char) -> char) -> String {
    let mut out = String::with_capacity(name.len());
    for word in words(name) {
        let digits_meet = out.ends_with(|c: char| c.is_ascii_digit())
            && word.starts_with(|c: char| c.is_ascii_digit());
        if digits_meet {
            out.push('_');
        }
        let mut chars = word.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.extend(chars.map(rest));
    }
    identifier(out)
}

/// `InvoiceSettings` and `test_helpers.test_clock` as a field, method or module: `invoice_settings`,
/// `test_helpers_test_clock`.
pub fn snake(name: &str) -> String {
    let mut out = words(name).join("_");
    out.make_ascii_lowercase();
    identifier(out)
}

/// The singular of a plural: `custom_field` of `custom_fields`.
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

/// `Create` and `3dSecure` as one type: `Create3dSecure`. A `_` before a digit separates it from another digit only.
pub fn join(prefix: &str, name: &str) -> String {
    let prefix = prefix.trim_end_matches('_');
    let is_apart = prefix.is_empty() || prefix.ends_with(|c: char| c.is_ascii_digit());
    match name.strip_prefix('_') {
        Some(rest) if !is_apart => format!("{prefix}{rest}"),
        _ => format!("{prefix}{name}"),
    }
}

/// The variants of an enum of `values`, in their order: see [`distinct`]. The empty string is `Empty`.
pub fn variants(values: &[&str]) -> Vec<String> {
    let values: Vec<_> = values
        .iter()
        .map(|value| if value.is_empty() { "empty" } else { value })
        .collect();
    distinct(&values, upper_camel, &[UNKNOWN], "Value")
}

/// `name`, with the suffix if it is `taken` by something else.
pub fn untaken(mut name: String, taken: &[&str], suffix: &str) -> String {
    if taken.contains(&name.as_str()) {
        name.push_str(suffix);
    }
    name
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

/// The identifiers of one scope, each with its place in the document, if it has one.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, Option<Pointer>>);

impl Names {
    /// A scope in which the `reserved` identifiers have another meaning.
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
        let problem = match self.0.get(name) {
            // The functions above make names of letters, digits and `_`, and an empty one of an empty name.
            _ if name.is_empty() => {
                "expected a name with a character in it, found none: it gives no identifier"
                    .to_owned()
            }
            Some(Some(first)) => format!("becomes `{name}` in Rust, and so does {first}"),
            Some(None) => {
                format!("becomes `{name}` in Rust, which is the name of something else there")
            }
            None => {
                self.0.insert(name.to_owned(), Some(pointer.clone()));
                return Ok(());
            }
        };
        Err(Error::document(pointer, problem))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Names, distinct, join, singular, snake, upper_camel, variants};
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
            (&["us", "US", "Us"], &["Us", "US", "UpperUs"]),
            (&["é", "a"], &["Ue9", "A"]),
            (&["≥", "≤", ""], &["U2265", "U2264", "Empty"]),
            (&["unknown", "a"], &["UnknownValue", "A"]),
            (
                &["unknown", "unknown_value"],
                &["UnknownValueValue", "UnknownValue"],
            ),
            (
                &["a b", "a\tb", "a\nb", "\0"],
                &["ASpaceB", "AU9B", "AUaB", "U0"],
            ),
            (&["[]", "{}", "()"], &["U5bU5d", "U7bU7d", "U28U29"]),
        ] {
            assert_eq!(variants(values), names);
        }
    }

    #[test]
    fn fields_with_the_same_name_are_spelled_out() {
        for (wires, names) in [
            (&["a-b", "a_b"][..], &["a_minus_b", "a_b"][..]),
            (
                &["a.b", "a_b", "_a_b"],
                &["a_dot_b", "a_underscore_b", "underscore_a_underscore_b"],
            ),
            (&["Id", "id", "ID"], &["upper_id", "id", "upper_i_upper_d"]),
            (
                &["AB", "ab", "A_B", "a_b", "aB"],
                &[
                    "upper_a_upper_b",
                    "ab",
                    "upper_a_underscore_upper_b",
                    "a_underscore_b",
                    "a_b",
                ],
            ),
            (&["≥"], &["u2265"]),
            (&["send", "new"], &["send_", "new_"]),
        ] {
            assert_eq!(distinct(wires, snake, &["new", "send"], "_"), names);
        }
    }

    #[test]
    fn a_digit_in_a_type_needs_no_separator_after_a_letter() {
        assert_eq!(join("Create", "_3dSecure"), "Create3dSecure");
        assert_eq!(join("V2", "_3dSecure"), "V2_3dSecure");
        assert_eq!(join("", "_3dSecure"), "_3dSecure");
        assert_eq!(join("Self_", "Type"), "SelfType");
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
