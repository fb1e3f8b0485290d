//! The requests and the responses of a walk.

use crate::runtime::client::PendingResponse;
use crate::runtime::request::Custom;
use crate::runtime::response::RawResponse;
use crate::runtime::wire::Output;
use crate::{Client, Error, Response};

use super::walk::Walk;
use super::{Page, Start};

/// A walk with the page where it is.
pub(super) struct Pages<P> {
    pub(super) client: Client,
    custom: Custom,
    walk: Walk,
    page: Option<P>,
    /// The response that contains the page, if its elements may still be decoded.
    raw: Option<RawResponse>,
    pub(super) prefetch: bool,
}

impl<P: Page> Pages<P> {
    pub(super) fn new(client: Client, custom: Custom, start: Start<P>) -> Self {
        let mut walk = Walk::new(start.request, P::LINK);
        if let Some(page) = &start.page {
            walk.begin(page);
        }
        Self {
            client,
            custom,
            walk,
            page: start.page,
            raw: None,
            prefetch: false,
        }
    }

    /// The request for the next page, or `None` after the last one.
    pub(super) fn request(&mut self) -> Option<Result<PendingResponse, Error>> {
        let request = self.walk.request()?;
        Some(request.map(|request| {
            let accept = "application/json";
            self.client.raw(Ok(request), accept, &self.custom)
        }))
    }

    /// The request for the next page, if it is to be sent before the elements of the present page are used up.
    pub(super) fn early_request(&mut self) -> Option<PendingResponse> {
        match self.prefetch && self.walk.has_request() {
            true => self.request()?.ok(),
            false => None,
        }
    }

    /// Goes to the page in the response to a request. If this fails, the next request is for the same page, unless it would fail
    /// in the same way.
    pub(super) fn arrive(
        &mut self,
        result: Result<RawResponse, Error>,
    ) -> Result<Response<P>, Error> {
        let result = result
            .and_then(|raw| Response::read(raw, P::read))
            .and_then(|response: Response<P>| {
                self.walk.arrive(&*response, Some(response.raw()))?;
                Ok(response)
            });
        if let Err(error) = &result
            && (error.is_parameter() || error.is_setup())
        {
            self.walk.end();
        }
        result
    }

    /// Keeps the page, to return its elements.
    pub(super) fn keep(&mut self, response: Response<P>) {
        let (page, raw) = response.into_parts();
        (self.page, self.raw) = (Some(page), Some(raw));
    }

    /// Regards the elements of the page as returned.
    pub(super) fn pass(&mut self, page: &P) {
        self.walk.skip(page);
        (self.page, self.raw) = (Some(page.clone()), None);
    }

    /// The next element of the present page, or `None` after the last one.
    pub(super) fn take(&mut self) -> Option<Result<P::Item, Error>> {
        let element = self.walk.take(self.page.as_ref()?)?;
        Some(element.map_err(|error| Error::element(error, self.raw.clone())))
    }

    pub(super) fn cursor(&self) -> Option<String> {
        self.walk.cursor(self.page.as_ref())
    }
}
