//! The types that can be paginated.

use crate::runtime::model::Decode;
use crate::runtime::request::{Custom, Customized};
use crate::runtime::types::elements::Elements;
use crate::runtime::types::{List, SearchPage, V2List};
use crate::runtime::wire::{self, Encoded, Operation, ParameterError, Params};
use crate::{Client, Request};

#[cfg(feature = "blocking")]
use super::BlockingPaginator;
use super::pages::Pages;
use super::{Paginator, target};

/// A page of a list or of a search. The trait is sealed, like [`Decode`].
pub trait Page: Decode + Clone + Unpin {
    /// The type of the objects.
    type Item: Decode;

    #[doc(hidden)]
    const LINK: Link;

    #[doc(hidden)]
    fn elements(&self) -> &Elements<Self::Item>;

    /// Whether there is a page after this one.
    #[doc(hidden)]
    fn has_more(&self) -> bool;

    /// What leads to the next page, unless that is the id of an element.
    #[doc(hidden)]
    fn link(&self) -> Option<&str> {
        None
    }
}

/// What leads from a page to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The id of the last element, or of the first one, as `starting_after` or `ending_before`.
    Id,
    /// A token, as `page`.
    Token,
    /// The URL of the next page.
    Url,
}

impl<T: Decode> Page for List<T> {
    type Item = T;
    const LINK: Link = Link::Id;

    fn elements(&self) -> &Elements<T> {
        &self.data
    }

    fn has_more(&self) -> bool {
        self.has_more
    }
}

impl<T: Decode> Page for SearchPage<T> {
    type Item = T;
    const LINK: Link = Link::Token;

    fn elements(&self) -> &Elements<T> {
        &self.data
    }

    fn has_more(&self) -> bool {
        self.has_more
    }

    fn link(&self) -> Option<&str> {
        self.next_page.as_deref()
    }
}

impl<T: Decode> Page for V2List<T> {
    type Item = T;
    const LINK: Link = Link::Url;

    fn elements(&self) -> &Elements<T> {
        &self.data
    }

    fn has_more(&self) -> bool {
        self.next_page_url.is_some()
    }

    fn link(&self) -> Option<&str> {
        self.next_page_url.as_deref()
    }
}

/// A value with a method `paginate`: a request for pages, also one of your own, or a [`List`] that is part of an object.
///
/// Use it as a bound in code that works with any of them. The trait is sealed.
pub trait Paginated {
    /// The type of the pages.
    type Page: Page;

    #[doc(hidden)]
    fn start(&self, params: &Params) -> Start<Self::Page>;
}

/// Where to start.
pub struct Start<P> {
    /// The first request, or if there is a page, that on which the request for the next page is based.
    pub(super) request: Result<Encoded, ParameterError>,
    /// The page that is there already.
    pub(super) page: Option<P>,
}

impl<P> Start<P> {
    pub fn at<T: Operation<Output = P>>(request: &T, params: &Params) -> Self {
        Self {
            request: wire::encode(request, params),
            page: None,
        }
    }
}

impl<T: Decode> Paginated for List<T> {
    type Page = Self;

    fn start(&self, params: &Params) -> Start<Self> {
        Start {
            request: wire::encode_target(target::of_url(&self.url), params),
            page: Some(self.clone()),
        }
    }
}

impl<P: Page, C> Paginated for Request<P, C> {
    type Page = P;

    fn start(&self, params: &Params) -> Start<P> {
        Start {
            request: self.encode_with(params),
            page: None,
        }
    }
}

impl<P: Page, C> Request<P, C> {
    /// Returns the objects of all pages of a list or a search, which is a `GET`. Every request has all parameters. See
    /// [`Paginator`].
    ///
    /// ```no_run
    /// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
    /// # example! { fn main(client) {
    /// use stripe_customers::{List, Method, TaxRate};
    ///
    /// let request = client.request::<List<TaxRate>>(Method::Get, "/v1/tax_rates").param("active", true);
    /// let mut tax_rates = request.paginate(&client);
    /// while let Some(tax_rate) = tax_rates.next().await {
    ///     println!("{}", tax_rate?.display_name);
    /// }
    /// # }}
    /// ```
    pub fn paginate(&self, client: &Client) -> Paginator<P> {
        client.paginate(self)
    }

    /// The same as [`paginate`](Self::paginate), for threads without a runtime.
    #[cfg(feature = "blocking")]
    pub fn paginate_blocking(&self, client: &Client) -> BlockingPaginator<P> {
        client.paginate_blocking(self)
    }
}

impl Client {
    /// Returns the objects of all pages. The same as `request.paginate(&client)`, for code that works with any
    /// [`Paginated`] value.
    pub fn paginate<T: Paginated>(&self, request: &T) -> Paginator<T::Page> {
        Paginator::new(self.pages(request, Custom::default()))
    }

    /// Returns the objects of all pages, for threads without a runtime. The same as `request.paginate_blocking(&client)`, for
    /// code that works with any [`Paginated`] value.
    #[cfg(feature = "blocking")]
    pub fn paginate_blocking<T: Paginated>(&self, request: &T) -> BlockingPaginator<T::Page> {
        BlockingPaginator::new(self.pages(request, Custom::default()))
    }

    fn pages<T: Paginated>(&self, request: &T, custom: Custom) -> Pages<T::Page> {
        let start = request.start(&custom.params);
        Pages::new(self.clone(), custom, start)
    }
}

impl<T: Decode> List<T> {
    /// Returns the objects of this page and of all pages after it.
    ///
    /// For lists that are part of an object. The requests use the path of [`url`](Self::url), never its host. Their options are those of
    /// the client: for other options, such as a connected account, use [`customize`](Self::customize). For all pages of a request,
    /// use `paginate` of the request, which sends its parameters for every page.
    ///
    /// ```no_run
    /// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
    /// # example! { fn main(client) {
    /// use stripe_customers::{RetrieveCustomer, RetrievedCustomer, customer};
    ///
    /// # stripe_customers::CreateCustomer::new().send(&client).await?;
    /// let request = RetrieveCustomer::new("cus_1").expand(customer::expand::tax_ids());
    /// let response = request.send(&client).await?;
    /// if let RetrievedCustomer::Customer(customer) = &*response
    ///     && let Some(tax_ids) = &customer.tax_ids
    /// {
    ///     let mut tax_ids = tax_ids.paginate(&client);
    ///     while let Some(tax_id) = tax_ids.next().await {
    ///         println!("{}", tax_id?.value);
    ///     }
    /// }
    /// # }}
    /// ```
    pub fn paginate(&self, client: &Client) -> Paginator<Self> {
        client.paginate(self)
    }

    /// The same as [`paginate`](Self::paginate), for threads without a runtime.
    #[cfg(feature = "blocking")]
    pub fn paginate_blocking(&self, client: &Client) -> BlockingPaginator<Self> {
        client.paginate_blocking(self)
    }

    /// Adds options to the requests for the pages after this one, such as a connected account or a timeout.
    pub fn customize(&self) -> Customized<Self> {
        Customized::new(self.clone())
    }
}

impl<T: Paginated> Customized<T> {
    /// Returns the objects of all pages. Every request has the options. See [`Paginator`].
    pub fn paginate(&self, client: &Client) -> Paginator<T::Page> {
        Paginator::new(client.pages(&self.request, self.custom.clone()))
    }

    /// Returns the objects of all pages, for threads without a runtime. Every request has the options. See
    /// [`BlockingPaginator`].
    #[cfg(feature = "blocking")]
    pub fn paginate_blocking(&self, client: &Client) -> BlockingPaginator<T::Page> {
        BlockingPaginator::new(client.pages(&self.request, self.custom.clone()))
    }
}
