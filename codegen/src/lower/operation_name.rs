//! The names of operations, from their method, path and response.
//!
//! | request | response | name |
//! |---|---|---|
//! | `GET /v1/customers` | a list | `ListCustomers` |
//! | `GET /v1/customers/search` | a list | `SearchCustomers` |
//! | `GET /v1/customers/{customer}`, `GET /v1/balance` | anything else | `RetrieveCustomer`, `RetrieveBalance` |
//! | `POST /v1/customers` | | `CreateCustomer` |
//! | `POST /v1/customers/{customer}` | | `UpdateCustomer` |
//! | `POST /v1/tax/settings` | has the name of the path | `UpdateTaxSettings` |
//! | `POST /v1/payment_intents/{intent}/increment_authorization` | | `IncrementPaymentIntentAuthorization` |
//! | `PUT`, `PATCH` of any of them | | `Replace…`, `Patch…` in place of `Create…` or `Update…` |
//! | `DELETE /v1/customers/{customer}` | | `DeleteCustomer` |
//! | `GET /v1/account` | | `RetrieveOwnAccount` |
//!
//! The words of the path keep their order; a word before an id becomes singular. A version other than `v1` is a word too.
//! The last word of a `POST` is a verb if the response does not have its name, and it is not a plural or the response has
//! the name of the word before. Then its first part begins the name. A path that begins with `account`, without an id, is
//! about the account of the key, and the others are about any account: `OwnAccount`. A name depends on its own operation
//! alone, so it stays when operations are added.

use crate::document::{Endpoint, component};
use crate::error::Error;
use crate::ir::Method;
use crate::names::{join, singular, upper_camel};

use super::shape::{Node, Shape, is_list};
use super::success::success_schema;

/// The name of an operation.
pub(super) fn name(endpoint: &Endpoint<'_>) -> Result<String, Error> {
    let path = UrlPath::of(endpoint.path);
    let Some((last, before)) = path.words.split_last() else {
        return Err(Error::document(
            &endpoint.pointer,
            format!(
                "expected a path with a name in it, found `{}`",
                endpoint.path
            ),
        ));
    };
    let response = ResponseKind::of(endpoint);
    let verb = |of_post: &str| match endpoint.method {
        Method::Put => "Replace".to_owned(),
        Method::Patch => "Patch".to_owned(),
        _ => of_post.to_owned(),
    };
    let (verb, words) = match endpoint.method {
        Method::Get if matches!(response, ResponseKind::List) && last.text == "search" => {
            ("Search".to_owned(), before.to_vec())
        }
        Method::Get if matches!(response, ResponseKind::List) => {
            ("List".to_owned(), path.words.clone())
        }
        Method::Get => ("Retrieve".to_owned(), path.words.clone()),
        Method::Delete => ("Delete".to_owned(), path.words.clone()),
        Method::Post | Method::Put | Method::Patch => match effect(&path, &response) {
            Effect::Update => (verb("Update"), path.words.clone()),
            Effect::Create if endpoint.method != Method::Post => {
                (verb("Create"), path.words.clone())
            }
            Effect::Create => {
                let one = Word {
                    has_id: true,
                    ..*last
                };
                (verb("Create"), [before, &[one]].concat())
            }
            Effect::Action => {
                let (verb, rest) = last.text.split_once('_').unwrap_or((last.text, ""));
                let mut words = before.to_vec();
                if let Some(collection) = words.last_mut() {
                    collection.has_id = true;
                }
                let rest = Word::new(rest, false);
                words.extend((!rest.text.is_empty()).then_some(rest));
                (upper_camel(verb), words)
            }
        },
    };
    let words = words.iter().map(Word::camel);
    let name = words.fold(verb + &path.version, |name, word| join(&name, &word));
    Ok(name)
}

/// The effect of a `POST`.
enum Effect {
    Create,
    Update,
    Action,
}

/// Depends on the operation alone, so that no other operation changes its name.
fn effect(path: &UrlPath<'_>, response: &ResponseKind<'_>) -> Effect {
    let Some((last, before)) = path.words.split_last() else {
        return Effect::Create;
    };
    if last.has_id || last.is_own {
        return Effect::Update;
    }
    let has_name = |word: &str| {
        // `fee_refund` is a refund too.
        let ResponseKind::Component(name) = response else {
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
    if has_name(last.text) && (is_plural || of_one) {
        // A singleton: `tax/settings`, `customers/{customer}/cash_balance`.
        Effect::Update
    } else if has_name(&one) {
        Effect::Create
    } else if is_plural {
        let is_holder = holder.is_some_and(|word| match response {
            ResponseKind::Component(name) => name.rsplit('.').next() == Some(&singular(word.text)),
            ResponseKind::List | ResponseKind::Other => false,
        });
        if is_holder {
            Effect::Action
        } else {
            Effect::Create
        }
    } else if of_one || of_many {
        Effect::Action
    } else {
        Effect::Create
    }
}

/// The response of an operation.
enum ResponseKind<'d> {
    /// One component, or its deleted counterpart.
    Component(&'d str),
    /// A page of a list.
    List,
    Other,
}

impl<'d> ResponseKind<'d> {
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

/// A path, as words.
struct UrlPath<'p> {
    /// `V2`; empty for `v1`.
    version: String,
    words: Vec<Word<'p>>,
}

/// A word of a path.
#[derive(Clone, Copy)]
struct Word<'p> {
    text: &'p str,
    /// Whether an id comes after it, which selects one of several.
    has_id: bool,
    /// Whether it is the account of the key.
    is_own: bool,
}

impl<'p> UrlPath<'p> {
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
                (true, Some(word)) => {
                    word.has_id = true;
                    word.is_own = false;
                }
                (true, None) => {}
                (false, before) => {
                    let is_first = before.is_none();
                    words.push(Word::new(segment, is_first && segment == "account"));
                }
            }
        }
        Self {
            version: version.map(upper_camel).unwrap_or_default(),
            words,
        }
    }
}

impl<'p> Word<'p> {
    fn new(text: &'p str, is_own: bool) -> Self {
        Self {
            text,
            has_id: false,
            is_own,
        }
    }

    fn camel(&self) -> String {
        match self {
            Self { is_own: true, .. } => format!("Own{}", upper_camel(self.text)),
            Self { has_id: true, .. } => upper_camel(&singular(self.text)),
            _ => upper_camel(self.text),
        }
    }
}
