//! Queries that the functions of `search` write, read by a parser that knows nothing of them.
#![allow(
    missing_docs,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

#[path = "proof/random.rs"]
mod random;

use random::{Random, again};
use stripe_customers::search::{self, Clause, Query};
use stripe_customers::{SearchCustomers, Timestamp};

/// A clause as Stripe reads it.
#[derive(Clone, Debug, PartialEq)]
struct Read {
    negated: bool,
    field: String,
    /// The key of metadata.
    key: Option<String>,
    operator: String,
    value: String,
}

/// A parser of Stripe's search query language, after its description: clauses separated by `AND` or by `OR`.
struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    /// Reads all clauses, and the word between them.
    fn query(mut self) -> Option<(Vec<Read>, Option<&'static str>)> {
        let (mut clauses, mut word) = (vec![self.clause()?], None);
        while !self.rest.is_empty() {
            let between = [" AND ", " OR "];
            let next = between.into_iter().find(|it| self.accept(it))?;
            if word.is_some_and(|word| word != next) {
                return None;
            }
            word = Some(next);
            clauses.push(self.clause()?);
        }
        Some((clauses, word))
    }

    fn clause(&mut self) -> Option<Read> {
        let negated = self.accept("-");
        let field = self.word(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))?;
        let key = match self.accept("[") {
            true => Some(self.quoted()?),
            false => None,
        };
        if key.is_some() && !self.accept("]") {
            return None;
        }
        let operators = [":", "~", ">=", "<=", ">", "<"];
        let operator = operators.into_iter().find(|it| self.accept(it))?;
        let value = match self.rest.starts_with('"') {
            true => self.quoted()?,
            false => self.word(|c| c.is_ascii_alphanumeric() || c == '-')?,
        };
        Some(Read {
            negated,
            field,
            key,
            operator: operator.to_owned(),
            value,
        })
    }

    fn accept(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn word(&mut self, is_part: impl Fn(char) -> bool) -> Option<String> {
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then(|| word.to_owned())
    }

    fn quoted(&mut self) -> Option<String> {
        let mut characters = self.rest.strip_prefix('"')?.char_indices();
        let mut text = String::new();
        loop {
            match characters.next()? {
                (_, '"') => break,
                (_, '\\') => text.push(characters.next()?.1),
                (_, c) => text.push(c),
            }
        }
        self.rest = characters.as_str();
        Some(text)
    }
}

fn read(query: &str) -> (Vec<Read>, Option<&'static str>) {
    let parsed = Parser { rest: query }.query();
    parsed.unwrap_or_else(|| panic!("{query}\n{}", again()))
}

/// Draws a text that is likely to break a query.
fn text(random: &mut Random) -> String {
    let parts = [
        "\"",
        "\\",
        "'",
        "\" OR name:\"",
        " AND ",
        "\n",
        "]",
        ":null",
        "-",
    ];
    let mut text = random.text(20);
    for _ in 0..random.below(4) {
        let part: &&str = random.pick(&parts);
        text.push_str(part);
    }
    text
}

/// Draws a clause, and how it is read.
fn clause(random: &mut Random) -> (Clause, Read) {
    let text = text(random);
    let number = random.integer();
    let key = random.once_in(2).then(|| self::text(random));
    let (field, name) = match &key {
        Some(key) => (search::metadata(key), "metadata"),
        None => (search::field("name"), "name"),
    };
    let (clause, operator, value) = match random.below(8) {
        0 | 1 => (field.is(&text), ":", text),
        2 => (field.contains(&text), "~", text),
        3 => (field.is_null(), ":", "null".to_owned()),
        4 => (field.exactly(number), ":", number.to_string()),
        5 => (field.above(number), ">", number.to_string()),
        6 => (field.at_least(number), ">=", number.to_string()),
        _ => (field.below(number), "<", number.to_string()),
    };
    let negated = random.once_in(3);
    let read = Read {
        negated,
        field: name.to_owned(),
        key,
        operator: operator.to_owned(),
        value,
    };
    (if negated { !clause } else { clause }, read)
}

#[test]
fn a_query_has_exactly_the_clauses_that_were_given() {
    for case in 0..3000 {
        let mut random = Random::of("search", case);
        let drawn: Vec<_> = (0..1 + random.below(4))
            .map(|_| clause(&mut random))
            .collect();
        let (clauses, expected): (Vec<_>, Vec<_>) = drawn.into_iter().unzip();
        let several = clauses.len() > 1;
        for (query, word) in [
            (search::all(clauses.clone()), " AND "),
            (search::any(clauses.clone()), " OR "),
        ] {
            let found = read(query.as_str());
            assert_eq!(
                found,
                (expected.clone(), several.then_some(word)),
                "{}",
                again()
            );
            let request = SearchCustomers::new(query.clone());
            assert_eq!(request.query, query.to_string());
            #[cfg(feature = "http")]
            assert!(request.http_request("sk_test_123").is_ok(), "{query}");
        }
    }
}

#[test]
fn one_clause_is_a_query() {
    let clause = search::field("email").is("jenny.rosen@example.com");
    assert_eq!(clause.to_string(), r#"email:"jenny.rosen@example.com""#);
    let request = SearchCustomers::new(clause.clone());
    assert_eq!(request.query, clause.to_string());
    assert_eq!((!!clause.clone()).to_string(), clause.to_string());
    let query = Query::from(!clause);
    assert_eq!(
        format!("{query:?}"),
        r#""-email:\"jenny.rosen@example.com\"""#
    );
    let since = search::field("created").at_most(Timestamp::from_unix(5));
    assert_eq!(since.to_string(), "created<=5");
    assert_eq!(format!("{since:?}"), "\"created<=5\"");
}

#[test]
fn the_query_of_the_documentation_is_written() {
    let query = search::all([
        search::field("email").is("jenny@example.com"),
        search::metadata("order").is("6735"),
    ]);
    assert_eq!(
        query.as_str(),
        r#"email:"jenny@example.com" AND metadata["order"]:"6735""#
    );
}
