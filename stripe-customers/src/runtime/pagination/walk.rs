//! The order of pages and elements.

use crate::Error;
use crate::runtime::json::DecodeError;
use crate::runtime::model::take;
use crate::runtime::response::RawResponse;
use crate::runtime::types::elements::{Elements, Place};
use crate::runtime::wire::{Encoded, ParameterError};

use super::Page;
use super::page::Link;
use super::target;

const STARTING_AFTER: &str = "starting_after";
const ENDING_BEFORE: &str = "ending_before";
const PAGE: &str = "page";

/// The position in a sequence of pages.
pub(super) struct Walk {
    /// Whether the walk goes from the end to the beginning: with `ending_before`.
    backward: bool,
    /// The cursor with which the present page was requested.
    cursor: Option<String>,
    /// A cursor before it, to find cycles.
    landmark: Landmark,
    /// The elements of the present page that were not returned.
    unread: Unread,
    /// The element of the present page that was returned last.
    read: Option<Place>,
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

enum Unread {
    Forward(Place),
    /// The next element is at the end.
    Backward(Vec<Place>),
    None,
}

impl Walk {
    /// A walk that starts with this request.
    pub(super) fn new(request: Result<Encoded, ParameterError>, link: Link) -> Self {
        let mut walk = Self {
            backward: false,
            cursor: None,
            landmark: Landmark::default(),
            unread: Unread::None,
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
        self.unread = Unread::None;
        if page.has_more() {
            if page.elements().len() == 0 {
                return Err(invalid(
                    "the page has no objects, although there are more".to_owned(),
                ));
            }
            self.next = match self.after(page, request) {
                Ok((_, Some(next))) if self.is_repeated(&next) => {
                    return Err(invalid(format!(
                        "the pages repeat: the cursor `{next}` was used before"
                    )));
                }
                Ok((request, next)) => Next::Page(request, next),
                Err(problem) => Next::Error(invalid(problem.to_owned())),
            };
        }
        self.unread = Unread::of(page.elements(), self.backward);
        Ok(())
    }

    /// The request for the page after `page`, and its cursor. The error is the problem.
    fn after<P: Page>(
        &self,
        page: &P,
        request: Encoded,
    ) -> Result<(Encoded, Option<String>), &'static str> {
        let base = &request.target;
        if !base.starts_with('/') {
            return Err("the list has no `url`, although there are more objects");
        }
        let (target, cursor) = match P::LINK {
            Link::Id => {
                let (name, missing) = match self.backward {
                    true => (ENDING_BEFORE, "the first object of the page has no id"),
                    false => (STARTING_AFTER, "the last object of the page has no id"),
                };
                let id = self.edge(page).ok_or(missing)?;
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

    /// The id of the element that is next to the following page.
    fn edge<P: Page>(&self, page: &P) -> Option<String> {
        let elements = page.elements();
        let place = match self.backward {
            true => elements.first(),
            false => elements.last(),
        };
        elements.id(place?)
    }

    /// Whether a page with the cursor `next` was requested before. Finds every cycle, sooner or later.
    fn is_repeated(&mut self, next: &str) -> bool {
        self.cursor.as_deref() == Some(next) || self.landmark.is_repeated(next)
    }

    /// The next element of the present page, or `None` after the last one.
    pub(super) fn take<P: Page>(&mut self, page: &P) -> Option<Result<P::Item, DecodeError>> {
        let place = match &mut self.unread {
            Unread::Forward(place) => Some(*place),
            Unread::Backward(places) => places.pop(),
            Unread::None => None,
        };
        let place = place?;
        let mut reader = page.elements().reader_at(place);
        let element = reader.next(take)?;
        if let Unread::Forward(_) = self.unread {
            self.unread = reader.place().map_or(Unread::None, Unread::Forward);
        }
        // An element without an id is not a cursor.
        if element.is_ok() || page.elements().id(place).is_some() {
            self.read = Some(place);
        }
        Some(element)
    }

    /// Regards all elements of the present page as returned.
    pub(super) fn skip<P: Page>(&mut self, page: &P) {
        self.unread = Unread::None;
        self.read = match self.backward {
            true => page.elements().first(),
            false => page.elements().last(),
        };
    }

    /// The value of the parameter with which another walk continues after the elements that were returned.
    pub(super) fn cursor<P: Page>(&self, present: Option<&P>) -> Option<String> {
        let of_page = || match &self.next {
            Next::Page(_, next) if self.is_read() => next.as_ref(),
            _ => self.cursor.as_ref(),
        };
        match P::LINK {
            Link::Id => {
                let id = present
                    .zip(self.read)
                    .map(|(page, place)| page.elements().id(place));
                id.flatten().or_else(|| self.cursor.clone())
            }
            Link::Token => of_page().cloned(),
            Link::Url => target::parameter(of_page()?, PAGE),
        }
    }

    /// Whether all elements of the present page were returned.
    fn is_read(&self) -> bool {
        match &self.unread {
            Unread::Forward(_) => false,
            Unread::Backward(places) => places.is_empty(),
            Unread::None => true,
        }
    }
}

impl Unread {
    fn of<T>(elements: &Elements<T>, backward: bool) -> Self {
        let mut reader = elements.reader();
        if !backward {
            return reader.place().map_or(Self::None, Self::Forward);
        }
        let mut places = Vec::with_capacity(elements.len());
        while let Some(place) = reader.place() {
            places.push(place);
            reader.skip();
        }
        Self::Backward(places)
    }
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
