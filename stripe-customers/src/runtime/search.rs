//! Queries in Stripe's search query language.
//!
//! The functions quote every value, so a quote in a name is part of the value and does not end it. A query is one clause, or
//! several that [`all`] or [`any`] joins. The language cannot combine both.
//!
//! ```
//! use stripe_customers::{SearchCustomers, search};
//!
//! let name = r#"Jenny "Rocket" Rosen"#;
//! let request = SearchCustomers::new(search::field("name").is(name));
//! assert_eq!(request.query, r#"name:"Jenny \"Rocket\" Rosen""#);
//!
//! let query = search::all([
//!     search::field("email").contains("@example.com"),
//!     search::metadata("order").is("6735"),
//!     !search::field("phone").is_null(),
//!     search::field("created").above(1_767_225_600),
//! ]);
//! assert_eq!(
//!     query.as_str(),
//!     r#"email~"@example.com" AND metadata["order"]:"6735" AND -phone:null AND created>1767225600"#
//! );
//! let request = SearchCustomers::new(query);
//!
//! // A query can also be text.
//! let request = SearchCustomers::new(r#"email:"jenny.rosen@example.com""#);
//! ```
//!
//! Stripe accepts up to ten clauses, and lists the fields of every resource on its page. Search lags behind by up to a minute: do
//! not use it to read what the program has just written.
//!
//! See <https://docs.stripe.com/search#search-query-language>.

use std::fmt;
use std::ops::Not;

/// A query, or one clause of it. It converts into the text that a search request takes.
#[derive(Clone, PartialEq, Eq, Hash)]
#[must_use = "a query does nothing until it is in a request"]
pub struct Query(String);

/// A clause: a field, an operator and a value. `!clause` matches the objects that the clause does not match.
#[derive(Clone, PartialEq, Eq, Hash)]
#[must_use = "a clause does nothing until it is in a request"]
pub struct Clause {
    negated: bool,
    text: String,
}

/// A field to compare with a value. [`field`] and [`metadata`] return it.
#[derive(Clone, Debug)]
#[must_use = "a field does nothing until it is compared with a value"]
pub struct Field(String);

/// A field by its name: `email`, `created`, `payment_method_details.card.last4`.
///
/// The name is a constant of the program. Pass the input of users to the comparison, which quotes it.
pub fn field(name: &'static str) -> Field {
    Field(name.to_owned())
}

/// The value of a key of the metadata.
pub fn metadata(key: &str) -> Field {
    Field(format!("metadata[{}]", quote(key)))
}

/// All of the clauses must match. Without clauses, the query is empty, and sending it is an error.
pub fn all(clauses: impl IntoIterator<Item = Clause>) -> Query {
    joined(clauses, " AND ")
}

/// At least one of the clauses must match. Without clauses, the query is empty, and sending it is an error.
pub fn any(clauses: impl IntoIterator<Item = Clause>) -> Query {
    joined(clauses, " OR ")
}

fn joined(clauses: impl IntoIterator<Item = Clause>, word: &str) -> Query {
    let clauses: Vec<_> = clauses.into_iter().map(String::from).collect();
    Query(clauses.join(word))
}

/// Returns `text` as a value in quotes, for queries that are written as text.
///
/// ```
/// use stripe_customers::search::quote;
///
/// assert_eq!(quote(r#"a "b" \"#), r#""a \"b\" \\""#);
/// ```
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

impl Field {
    /// The field is equal to `text`, regardless of upper and lower case.
    pub fn is(self, text: impl AsRef<str>) -> Clause {
        self.compared(":", &quote(text.as_ref()))
    }

    /// The field contains `text`, which must have at least three characters.
    pub fn contains(self, text: impl AsRef<str>) -> Clause {
        self.compared("~", &quote(text.as_ref()))
    }

    /// The object does not have the field.
    pub fn is_null(self) -> Clause {
        self.compared(":", "null")
    }

    /// The field is equal to `number`.
    pub fn exactly(self, number: impl Into<i64>) -> Clause {
        self.number(":", number.into())
    }

    /// The field is greater than `number`, for example a [`Timestamp`](crate::Timestamp).
    pub fn above(self, number: impl Into<i64>) -> Clause {
        self.number(">", number.into())
    }

    /// The field is greater than or equal to `number`.
    pub fn at_least(self, number: impl Into<i64>) -> Clause {
        self.number(">=", number.into())
    }

    /// The field is less than `number`.
    pub fn below(self, number: impl Into<i64>) -> Clause {
        self.number("<", number.into())
    }

    /// The field is less than or equal to `number`.
    pub fn at_most(self, number: impl Into<i64>) -> Clause {
        self.number("<=", number.into())
    }

    fn number(self, operator: &str, number: i64) -> Clause {
        self.compared(operator, &number.to_string())
    }

    fn compared(self, operator: &str, value: &str) -> Clause {
        Clause {
            negated: false,
            text: format!("{}{operator}{value}", self.0),
        }
    }
}

impl Not for Clause {
    type Output = Self;

    fn not(self) -> Self {
        Self {
            negated: !self.negated,
            ..self
        }
    }
}

impl Query {
    /// Returns the text of the query.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Clause> for String {
    fn from(clause: Clause) -> Self {
        clause.to_string()
    }
}

impl From<Clause> for Query {
    fn from(clause: Clause) -> Self {
        Self(clause.into())
    }
}

impl From<Query> for String {
    fn from(query: Query) -> Self {
        query.0
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.negated { "-" } else { "" };
        write!(f, "{minus}{}", self.text)
    }
}

impl fmt::Debug for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}
