//! The order of pages and elements.

use crate::runtime::json::DecodeError;
use crate::runtime::model::Decode;
use crate::runtime::response::RawResponse;
use crate::runtime::wire::{Encoded, ParameterError};
use crate::{Error, Json};

use super::Page;
use super::page::Link;
use super::target;

const STARTING_AFTER: &str = "starting_after";
const ENDING_BEFORE: &str = "ending_before";
const PAGE: &str = "page";

/// The position in a sequence of pages.
pub(super) struct Walk {
    link: Link,
    /// Whether the walk goes from the end to the beginning: with `ending_before`.
    backward: bool,
    /// The cursor with which the present page was requested.
    cursor: Option<String>,
    /// A cursor before it, to find cycles.
    landmark: Landmark,
    /// The elements of the present page that were not returned, the next one at the end.
    unread: Vec<Json>,
    /// The element of the present page that was returned last.
    read: Option<Json>,
    next: Next,
}

/// What comes after the present page.
enum Next {
    /// The page of this request, which has this cursor.
    Page(Encoded, Option<String>),
    /// An error, which ends the walk.
    Error(Error),
    /// Nothing.
    End,
}

impl Walk {
    /// A walk that starts with this request.
    pub(super) fn new(request: Result<Encoded, ParameterError>, link: Link) -> Self {
        let mut walk = Self {
            link,
            backward: false,
            cursor: None,
            landmark: Landmark::default(),
            unread: Vec::new(),
            read: None,
            next: Next::End,
        };
        walk.next = match request {
            Ok(request) => {
                let of_request = |name| target::parameter(&request.target, name);
                let ending_before = of_request(ENDING_BEFORE).filter(|_| link == Link::Id);
                walk.backward = ending_before.is_some();
                walk.cursor = match link {
                    Link::Id => ending_before.or_else(|| of_request(STARTING_AFTER)),
                    Link::Token => of_request(PAGE),
                    Link::Url => Some(request.target.clone()),
                };
                Next::Page(request, walk.cursor.clone())
            }
            Err(error) => Next::Error(Error::unsendable(error)),
        };
        walk
    }

    /// The request for the next page, or `None` at the end. It does not change until the page arrives. An error is returned
    /// once and ends the walk.
    pub(super) fn request(&mut self) -> Option<Result<Encoded, Error>> {
        match &self.next {
            Next::Page(request, _) => Some(Ok(request.clone())),
            Next::End => None,
            Next::Error(_) => match std::mem::replace(&mut self.next, Next::End) {
                Next::Error(error) => Some(Err(error)),
                _ => None,
            },
        }
    }

    /// Whether another page can be requested.
    pub(super) fn has_request(&self) -> bool {
        matches!(self.next, Next::Page(..))
    }

    pub(super) fn end(&mut self) {
        self.next = Next::End;
    }

    /// Goes to a page that was there before the first request.
    pub(super) fn begin<P: Page>(&mut self, page: &P) {
        if let Err(error) = self.arrive(page, None) {
            self.next = Next::Error(error);
        }
    }

    /// Goes to the requested page. An error ends the walk: the page does not belong to a sequence of pages.
    pub(super) fn arrive<P: Page>(
        &mut self,
        page: &P,
        raw: Option<&RawResponse>,
    ) -> Result<(), Error> {
        let invalid = |problem: String| Error::page(problem, raw.cloned());
        let Next::Page(request, cursor) = std::mem::replace(&mut self.next, Next::End) else {
            return Ok(());
        };
        self.cursor = cursor;
        self.read = None;
        self.unread.clear();
        let mut elements = page.elements().values();
        if !self.backward {
            elements.reverse();
        }
        if page.has_more() {
            let Some(edge) = elements.first() else {
                return Err(invalid(
                    "the page has no objects, although there are more".to_owned(),
                ));
            };
            self.next = match self.after(page, edge, request) {
                Ok((_, Some(next))) if self.is_repeated(&next) => {
                    return Err(invalid(format!(
                        "the pages repeat: the cursor `{next}` was used before"
                    )));
                }
                Ok((request, next)) => Next::Page(request, next),
                Err(problem) => Next::Error(invalid(problem.to_owned())),
            };
        }
        self.unread = elements;
        Ok(())
    }

    /// The request for the page after `page`, and its cursor. `edge` is the element next to it. The error is the problem.
    fn after<P: Page>(
        &self,
        page: &P,
        edge: &Json,
        request: Encoded,
    ) -> Result<(Encoded, Option<String>), &'static str> {
        let base = &request.target;
        if !base.starts_with('/') {
            return Err("the list has no `url`, although there are more objects");
        }
        let (target, cursor) = match self.link {
            Link::Id => {
                let (name, missing) = match self.backward {
                    true => (ENDING_BEFORE, "the first object of the page has no id"),
                    false => (STARTING_AFTER, "the last object of the page has no id"),
                };
                let id = id_of(edge).ok_or(missing)?;
                (target::with(base, name, &id), id)
            }
            Link::Token => {
                let token = page.link().filter(|token| !token.is_empty());
                let token = token.ok_or("the page has no `next_page`, although there are more")?;
                (target::with(base, PAGE, token), token.to_owned())
            }
            Link::Url => {
                let target = page.link().and_then(target::of_url);
                let target = target.ok_or("`next_page_url` is not a URL with a path")?;
                (target.clone(), target)
            }
        };
        Ok((Encoded { target, ..request }, Some(cursor)))
    }

    /// Whether a page with the cursor `next` was requested before. Finds every cycle, sooner or later.
    fn is_repeated(&mut self, next: &str) -> bool {
        self.cursor.as_deref() == Some(next) || self.landmark.is_repeated(next)
    }

    /// The next element of the present page, or `None` after the last one.
    pub(super) fn take<T: Decode>(&mut self) -> Option<Result<T, DecodeError>> {
        let element = self.unread.pop()?;
        let decoded = element.decode_shared();
        // An element without an id is not a cursor.
        if decoded.is_ok() || id_of(&element).is_some() {
            self.read = Some(element);
        }
        Some(decoded)
    }

    /// Regards all elements of the present page, none of which was returned, as returned.
    pub(super) fn skip(&mut self) {
        self.read = self.unread.drain(..).next();
    }

    /// The value of the parameter with which another walk continues after the elements that were returned.
    pub(super) fn cursor(&self) -> Option<String> {
        let of_page = || match &self.next {
            Next::Page(_, next) if self.unread.is_empty() => next.as_ref(),
            _ => self.cursor.as_ref(),
        };
        match self.link {
            Link::Id => {
                let id = self.read.as_ref().and_then(id_of);
                id.or_else(|| self.cursor.clone())
            }
            Link::Token => of_page().cloned(),
            Link::Url => target::parameter(of_page()?, PAGE),
        }
    }
}

/// The member `id` of an element, if it is text that is not empty. Nothing else of the element is decoded.
fn id_of(element: &Json) -> Option<String> {
    let id = element.get("id")?.as_str()?.into_owned();
    Some(id).filter(|id| !id.is_empty())
}

/// A cursor that later ones are compared with, so that one cursor is enough to find a cycle: Brent's algorithm.
#[derive(Default)]
struct Landmark {
    cursor: String,
    /// The number of cursors compared with it.
    compared: u64,
    /// The number of cursors to compare with it before another one takes its place.
    limit: u64,
}

impl Landmark {
    fn is_repeated(&mut self, cursor: &str) -> bool {
        if self.cursor == cursor {
            return true;
        }
        self.compared += 1;
        if self.compared > self.limit {
            self.limit = self.limit.saturating_mul(2).max(1);
            self.compared = 0;
            cursor.clone_into(&mut self.cursor);
        }
        false
    }
}

#[cfg(test)]
mod tests;
