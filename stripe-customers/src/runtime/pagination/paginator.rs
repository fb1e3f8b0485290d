//! Pagination for async code.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::runtime::client::in_background;
use crate::{Error, Response};

use super::Page;
use super::pages::Pages;

/// The objects of all pages of a list or a search, returned by `paginate`.
///
/// [`next`](Self::next) returns one object after the other, and requests the next page when it needs it. The paginator is also a
/// [`Stream`] of the same objects. [`next_page`](Self::next_page) returns whole pages.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::ListCustomers;
///
/// let mut customers = ListCustomers::new().email("jenny.rosen@example.com").paginate(&client);
/// while let Some(customer) = customers.next().await {
///     println!("{}", customer?.id);
/// }
/// # }}
/// ```
///
/// - Every request has all parameters and options of the first one. The parameter `limit` is the number of objects per page.
/// - With `ending_before`, the paginator goes backwards: each page is before the previous one, and `next` returns its objects
///   from the last to the first.
/// - An object that does not match the type is one error. The next call returns the object after it.
/// - A page that cannot be retrieved is one error. The next call requests the same page again. To stop, drop the paginator.
/// - A page without objects although more follow, or a page that repeats an earlier one, is an error. So is a page whose last
///   object has no id, if more pages follow. After such an error, and after one for which [`is_parameter`](Error::is_parameter)
///   or [`is_setup`](Error::is_setup) returns `true`, the paginator returns `None`.
///
/// The paginator holds one page, and with [`prefetch`](Self::prefetch) two. An object shares the text of its page, so keep few
/// objects of many pages, or only their fields. Dropping the paginator cancels its request.
///
/// See <https://docs.stripe.com/api/pagination>.
#[must_use = "a paginator sends nothing until its elements are requested"]
pub struct Paginator<P> {
    pages: Pages<P>,
}

impl<P: Page> Paginator<P> {
    pub(super) const fn new(pages: Pages<P>) -> Self {
        Self { pages }
    }

    /// Requests each page while the objects of the page before it are used.
    ///
    /// The request for the next page is sent as soon as a page arrives, in a task of the Tokio runtime, and there is at most one such
    /// request. If it fails, the error is returned after the last object of the present page. Dropping the paginator cancels it.
    pub fn prefetch(mut self) -> Self {
        self.pages.prefetch = true;
        self
    }

    /// Returns the next object, or `None` after the last one.
    ///
    /// Cancel safe: if the future is dropped, no object is lost or repeated, and the next call waits for the same response.
    /// Requires a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If the object does not match its type, or the errors of the request for the next page.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        poll_fn(|cx| self.poll_element(cx)).await
    }

    /// Returns the next page as Stripe sends it, or `None` after the last one.
    ///
    /// Objects of the previous page that [`next`](Self::next) did not return are skipped. With `ending_before`, the pages come in
    /// reverse order, but the objects of a page do not. For a list that is part of an object, the first page is the one after it.
    /// Cancel safe, like `next`.
    ///
    /// # Errors
    ///
    /// The errors of the request.
    pub async fn next_page(&mut self) -> Option<Result<Response<P>, Error>> {
        let page = poll_fn(|cx| self.poll_page(cx)).await?;
        Some(page.inspect(|_| self.pages.pass()))
    }

    /// Returns where another run can continue, or `None` if that is the beginning.
    ///
    /// For a list, this is the id of the object that [`next`](Self::next) returned last, to be passed to `starting_after`, or to
    /// `ending_before` if the request has that. For a search and for lists of API v2, it is the value of `page` for the first
    /// page with objects that were not returned: objects of this page that were returned are returned again.
    ///
    /// ```
    /// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
    /// # example! { fn main(client) {
    /// # stripe_customers::CreateCustomer::new().send(&client).await?;
    /// # let stored: Option<String> = None;
    /// use stripe_customers::ListCustomers;
    ///
    /// let mut request = ListCustomers::new();
    /// request.starting_after = stored;
    /// let mut customers = request.paginate(&client);
    /// customers.next().await.transpose()?;
    /// let stored = customers.cursor();
    /// # assert!(stored.is_some());
    /// # }}
    /// ```
    #[must_use]
    pub fn cursor(&self) -> Option<String> {
        self.pages.cursor()
    }

    fn poll_element(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<P::Item, Error>>> {
        loop {
            if let Some(element) = self.pages.take() {
                return Poll::Ready(Some(element));
            }
            match ready!(self.poll_page(cx)) {
                Some(Ok(page)) => self.pages.keep(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Response<P>, Error>>> {
        let result = match self.pages.request() {
            Some(Ok(request)) => ready!(request.as_mut().poll(cx)),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let start = |_: &_, request| Some(in_background(request));
        Poll::Ready(Some(self.pages.arrive(result, start)))
    }
}

impl<P: Page> Stream for Paginator<P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_element(cx)
    }
}

impl<P> fmt::Debug for Paginator<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paginator")
            .field("is_waiting", &self.pages.pending.is_some())
            .finish_non_exhaustive()
    }
}
