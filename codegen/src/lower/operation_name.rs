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

use super::shape::is_list;
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
    let all = || path.words.clone();
    let is_page = || success_schema(endpoint).is_some_and(|(node, _)| is_list(node));
    let effect = || {
        let response = success_schema(endpoint).map(|(node, _)| node.references());
        let response = response.unwrap_or_default();
        let response = response.first().and_then(|it| component(it));
        effect(last, before, response.unwrap_or_default())
    };
    let (verb, words) = match endpoint.method {
        Method::Get if !is_page() => ("Retrieve".to_owned(), all()),
        Method::Get if last.text == "search" => ("Search".to_owned(), before.to_vec()),
        Method::Get => ("List".to_owned(), all()),
        Method::Delete => ("Delete".to_owned(), all()),
        method => match (effect(), method) {
            (Effect::Action, _) => action(last, before),
            (_, Method::Put) => ("Replace".to_owned(), all()),
            (_, Method::Patch) => ("Patch".to_owned(), all()),
            (Effect::Update, _) => ("Update".to_owned(), all()),
            (Effect::Create, _) => {
                let has_id = true;
                let one = Word { has_id, ..*last };
                ("Create".to_owned(), [before, &[one]].concat())
            }
        },
    };
    let words = words.iter().map(Word::camel);
    let name = words.fold(verb + &path.version, |name, word| join(&name, &word));
    Ok(name)
}

/// The verb and the words of an operation whose path ends with a verb.
fn action<'p>(last: &Word<'p>, before: &[Word<'p>]) -> (String, Vec<Word<'p>>) {
    let (verb, rest) = last.text.split_once('_').unwrap_or((last.text, ""));
    let mut words = before.to_vec();
    if let Some(collection) = words.last_mut() {
        collection.has_id = true;
    }
    words.extend((!rest.is_empty()).then(|| Word::new(rest, false)));
    (upper_camel(verb), words)
}

/// The effect of a `POST`.
enum Effect {
    Create,
    Update,
    Action,
}

/// The effect of a request whose path ends with the word `last`, and whose response is the component `response`, or none.
/// Depends on the operation alone, so that no other operation changes its name.
fn effect(last: &Word<'_>, before: &[Word<'_>], response: &str) -> Effect {
    if last.has_id || last.is_own {
        return Effect::Update;
    }
    let has_name = |word: &str| {
        // `fee_refund` is a refund too.
        let before = response.strip_suffix(word);
        before.is_some_and(|before| before.is_empty() || before.ends_with(['.', '_']))
    };
    let one = singular(last.text);
    let is_plural = one != last.text;
    let holder = before.last().map(|word| (word.text, singular(word.text)));
    let of_one = before.iter().any(|word| word.has_id);
    let of_many = holder.as_ref().is_some_and(|(text, one)| one != text);
    if has_name(last.text) && (is_plural || of_one) {
        // A singleton: `tax/settings`, `customers/{customer}/cash_balance`.
        Effect::Update
    } else if has_name(&one) {
        Effect::Create
    } else if is_plural {
        let response = response.rsplit('.').next();
        match holder.is_some_and(|(_, one)| response == Some(&one)) {
            true => Effect::Action,
            false => Effect::Create,
        }
    } else if of_one || of_many {
        Effect::Action
    } else {
        Effect::Create
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
