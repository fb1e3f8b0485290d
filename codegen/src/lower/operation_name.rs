//! The names of operations, from their method, their path, and what they answer.
//!
//! | request | answer | name |
//! |---|---|---|
//! | `GET /v1/customers` | a list | `ListCustomers` |
//! | `GET /v1/customers/search` | a list | `SearchCustomers` |
//! | `GET /v1/customers/{customer}`, `GET /v1/balance` | anything else | `RetrieveCustomer`, `RetrieveBalance` |
//! | `POST /v1/customers` | | `CreateCustomer` |
//! | `POST /v1/customers/{customer}` | | `UpdateCustomer` |
//! | `POST /v1/tax/settings` | what is called so | `UpdateTaxSettings` |
//! | `POST /v1/payment_intents/{intent}/increment_authorization` | | `IncrementPaymentIntentAuthorization` |
//! | `DELETE /v1/customers/{customer}` | | `DeleteCustomer` |
//!
//! The words of the path come in their order; one is made singular where an id comes after it. A version other than `v1` is
//! a word too. The last word of a `POST` is a verb if the answer is not called like it, and it is no plural or the answer
//! is called like the word before: then its first part comes first. No other operation has a say in it: so a name stays
//! when operations are added.

use crate::document::{Endpoint, component};
use crate::error::Error;
use crate::ir::Method;
use crate::names::{singular, upper_camel};

use super::shape::{Node, Shape, is_list};
use super::success::success_schema;

/// The name of an operation.
pub(super) fn name(endpoint: &Endpoint<'_>) -> Result<String, Error> {
    let path = Path::of(endpoint.path);
    let Some((last, before)) = path.words.split_last() else {
        return Err(Error::document(
            &endpoint.pointer,
            format!(
                "expected a path with a name in it, found `{}`",
                endpoint.path
            ),
        ));
    };
    let answer = Answer::of(endpoint);
    let (verb, words) = match endpoint.method {
        Method::Get if matches!(answer, Answer::List) && last.text == "search" => {
            ("Search".to_owned(), before.to_vec())
        }
        Method::Get if matches!(answer, Answer::List) => ("List".to_owned(), path.words.clone()),
        Method::Get => ("Retrieve".to_owned(), path.words.clone()),
        Method::Delete => ("Delete".to_owned(), path.words.clone()),
        Method::Post if last.has_id => ("Update".to_owned(), path.words.clone()),
        Method::Post => match kind(&path, &answer) {
            Kind::Update => ("Update".to_owned(), path.words.clone()),
            Kind::Create => {
                let one = Word {
                    has_id: true,
                    ..last.clone()
                };
                ("Create".to_owned(), [before, &[one]].concat())
            }
            Kind::Action => {
                let (verb, rest) = last.text.split_once('_').unwrap_or((last.text, ""));
                let mut words = before.to_vec();
                if let Some(collection) = words.last_mut() {
                    collection.has_id = true;
                }
                let rest = Word {
                    text: rest,
                    has_id: false,
                };
                words.extend((!rest.text.is_empty()).then_some(rest));
                (upper_camel(verb), words)
            }
        },
    };
    let words: String = words.iter().map(Word::camel).collect();
    Ok(format!("{verb}{}{words}", path.version))
}

/// What a `POST` without an id at the end does.
enum Kind {
    Create,
    Update,
    Action,
}

/// Told from the operation alone, so that no other one that is generated or not changes its name.
fn kind(path: &Path<'_>, answer: &Answer<'_>) -> Kind {
    let Some((last, before)) = path.words.split_last() else {
        return Kind::Create;
    };
    let answers = |word: &str| {
        // `fee_refund` is a refund too.
        let Answer::Component(name) = answer else {
            return false;
        };
        let before = name.strip_suffix(word);
        before.is_some_and(|before| before.is_empty() || before.ends_with(['.', '_']))
    };
    let one = singular(last.text);
    let is_plural = one != last.text;
    let holder = before.last();
    let of_one = before.iter().any(|word| word.has_id);
    let of_many = holder.is_some_and(|word| singular(word.text) != word.text);
    if answers(last.text) && (is_plural || of_one) {
        // There is one of it: `tax/settings`, `customers/{customer}/cash_balance`.
        Kind::Update
    } else if answers(&one) {
        Kind::Create
    } else if is_plural {
        let is_holder = holder.is_some_and(|word| match answer {
            Answer::Component(name) => name.rsplit('.').next() == Some(&singular(word.text)),
            Answer::List | Answer::Other => false,
        });
        if is_holder {
            Kind::Action
        } else {
            Kind::Create
        }
    } else if of_one || of_many {
        Kind::Action
    } else {
        Kind::Create
    }
}

/// What an operation answers.
enum Answer<'d> {
    /// One component, or its deleted twin.
    Component(&'d str),
    /// A page of many.
    List,
    Other,
}

impl<'d> Answer<'d> {
    fn of(endpoint: &Endpoint<'d>) -> Self {
        let Some((node, at)) = success_schema(endpoint) else {
            return Self::Other;
        };
        let named = |reference: &'d str| component(reference).map_or(Self::Other, Self::Component);
        match Shape::of(node, &at) {
            Ok(Shape::Reference(reference)) => named(reference),
            Ok(Shape::Union(references)) => {
                references.first().map_or(Self::Other, |first| named(first))
            }
            Ok(Shape::Object(_)) if matches!(node, Node::Schema(schema) if is_list(schema)) => {
                Self::List
            }
            _ => Self::Other,
        }
    }
}

/// A path, taken apart.
struct Path<'p> {
    /// `V2`; nothing for the first.
    version: String,
    words: Vec<Word<'p>>,
}

/// A word of a path.
#[derive(Clone)]
struct Word<'p> {
    text: &'p str,
    /// Whether an id comes after it, so that it is about one of several.
    has_id: bool,
}

impl<'p> Path<'p> {
    fn of(path: &'p str) -> Self {
        let mut segments = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .peekable();
        let is_version = |segment: &&str| {
            let number = segment.strip_prefix('v');
            number.is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let version = segments
            .next_if(is_version)
            .filter(|version| *version != "v1");
        let mut words: Vec<Word<'p>> = Vec::new();
        for segment in segments {
            match (segment.starts_with('{'), words.last_mut()) {
                (true, Some(word)) => word.has_id = true,
                (true, None) => {}
                (false, _) => words.push(Word {
                    text: segment,
                    has_id: false,
                }),
            }
        }
        Self {
            version: version.map(upper_camel).unwrap_or_default(),
            words,
        }
    }
}

impl Word<'_> {
    fn camel(&self) -> String {
        match self.has_id {
            true => upper_camel(&singular(self.text)),
            false => upper_camel(self.text),
        }
    }
}
