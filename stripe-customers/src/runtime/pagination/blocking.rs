//! Pagination for threads without a runtime.

use std::fmt;

use crate::{Client, Error, Response};

use super::Page;
use super::pages::Pages;

/// The objects of all pages of a list or a search, returned by `paginate_blocking`: an iterator for threads without a runtime.
///
/// ```no_run
/// use stripe_customers::{Client, ListCustomers};
///
/// let client = Client::from_env()?;
/// for customer in ListCustomers::new().paginate_blocking(&client) {
///     println!("{}", customer?.id);
/// }
/// # Ok::<(), stripe_customers::Error>(())
/// ```
///
/// Otherwise the same as [`Paginator`](crate::Paginator). The iterator is not fused: after an error it can continue.
#[must_use = "a paginator sends nothing until its elements are requested"]
pub struct BlockingPaginator<P> {
    pages: Pages<P>,
}

impl<P: Page> BlockingPaginator<P> {
    pub(super) const fn new(pages: Pages<P>) -> Self {
        Self { pages }
    }

    /// Requests each page while the objects of the page before it are used: see
    /// [`Paginator::prefetch`](crate::Paginator::prefetch). The thread of the client for blocking calls runs the request.
    pub fn prefetch(mut self) -> Self {
        self.pages.prefetch = true;
        self
    }

    /// Returns the next page as Stripe sends it, or `None` after the last one: see
    /// [`Paginator::next_page`](crate::Paginator::next_page).
    ///
    /// # Errors
    ///
    /// The errors of the request.
    pub fn next_page(&mut self) -> Option<Result<Response<P>, Error>> {
        let page = self.page()?;
        Some(page.inspect(|_| self.pages.pass()))
    }

    /// Returns where another run can continue, or `None` if that is the beginning: see
    /// [`Paginator::cursor`](crate::Paginator::cursor).
    #[must_use]
    pub fn cursor(&self) -> Option<String> {
        self.pages.cursor()
    }

    fn page(&mut self) -> Option<Result<Response<P>, Error>> {
        if let Err(error) = self.pages.request()? {
            return Some(Err(error));
        }
        let request = self.pages.pending.take()?;
        let result = self.pages.client.block_on(request);
        let start = |client: &Client, request| client.in_background(request).ok();
        Some(self.pages.arrive(result, start))
    }
}

impl<P: Page> Iterator for BlockingPaginator<P> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(element) = self.pages.take() {
                return Some(element);
            }
            match self.page()? {
                Ok(page) => self.pages.keep(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<P> fmt::Debug for BlockingPaginator<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingPaginator").finish_non_exhaustive()
    }
}
