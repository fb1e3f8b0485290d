//! The requests and the responses of a walk.

use std::marker::PhantomData;

use crate::runtime::client::PendingResponse;
use crate::runtime::request::Custom;
use crate::runtime::response::RawResponse;
use crate::runtime::wire::Output;
use crate::{Client, Error, Response};

use super::walk::Walk;
use super::{Page, Start};

/// A walk with the request for its next page.
pub(super) struct Pages<P> {
    pub(super) client: Client,
    custom: Custom,
    walk: Walk,
    /// The response that contains the present page, if its elements may still be decoded.
    raw: Option<RawResponse>,
    /// The request for the next page, if it was created.
    pub(super) pending: Option<PendingResponse>,
    pub(super) prefetch: bool,
    of: PhantomData<fn() -> P>,
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
            raw: None,
            pending: None,
            prefetch: false,
            of: PhantomData,
        }
    }

    /// The request for the next page, or `None` after the last one. It stays the same until the page arrives.
    pub(super) fn request(&mut self) -> Option<Result<&mut PendingResponse, Error>> {
        if self.pending.is_none() {
            let request = match self.walk.request()? {
                Ok(request) => request,
                Err(error) => return Some(Err(error)),
            };
            self.pending = Some(self.client.raw(Ok(request), &self.custom));
        }
        self.pending.as_mut().map(Ok)
    }

    /// Goes to the page in the response to a request. If this fails, the next request is for the same page, unless it would fail
    /// in the same way. If the page after it is to be requested early, `start` starts the request.
    pub(super) fn arrive(
        &mut self,
        result: Result<RawResponse, Error>,
        start: impl FnOnce(&Client, PendingResponse) -> Option<PendingResponse>,
    ) -> Result<Response<P>, Error> {
        self.pending = None;
        let result = result
            .and_then(|raw| Response::read(raw, P::read))
            .and_then(|response: Response<P>| {
                self.walk.arrive(&*response, Some(response.raw()))?;
                Ok(response)
            });
        match &result {
            Ok(_) if self.prefetch && self.walk.has_request() => {
                self.request();
                let request = self.pending.take();
                self.pending = request.and_then(|request| start(&self.client, request));
            }
            Err(error) if error.is_parameter() || error.is_setup() => self.walk.end(),
            _ => {}
        }
        result
    }

    /// Keeps the response for the errors of its elements.
    pub(super) fn keep(&mut self, response: Response<P>) {
        self.raw = Some(response.into_raw());
    }

    /// Regards the elements of the present page as returned.
    pub(super) fn pass(&mut self) {
        self.walk.skip();
        self.raw = None;
    }

    /// The next element of the present page, or `None` after the last one.
    pub(super) fn take(&mut self) -> Option<Result<P::Item, Error>> {
        let element = self.walk.take()?;
        Some(element.map_err(|error| Error::element(error, self.raw.clone())))
    }

    pub(super) fn cursor(&self) -> Option<String> {
        self.walk.cursor()
    }
}
