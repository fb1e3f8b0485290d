//! Pages of lists and of searches, whose objects are decoded on demand.

use crate::runtime::json::DecodeError;
use crate::runtime::model::{Decode, object};

use super::elements::{Elements, ListIter};
use super::{Id, Json};

/// Defines a type of pages: an object with an array `data`, which stays JSON.
macro_rules! page {
    ($(#[$docs:meta])* $page:ident $(= $tag:literal)? {
        $($(#[$field_docs:meta])* $field:ident: $ty:ty = $wire:literal,)*
    }) => {
        $(#[$docs])*
        #[non_exhaustive]
        pub struct $page<T> {
            pub(crate) data: Elements<T>,
            $($(#[$field_docs])* pub $field: $ty,)*
        }

        impl<T> $page<T> {
            /// Returns the number of objects in this page. There may be more pages.
            #[must_use]
            pub const fn len(&self) -> usize {
                self.data.len()
            }

            /// Returns whether this page has no objects.
            #[must_use]
            pub const fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Returns the objects of this page as Stripe sent them: a JSON array.
            #[must_use]
            pub const fn raw(&self) -> &Json {
                self.data.json()
            }

            /// Returns an iterator over the ids of the objects of this page. Nothing else of them is decoded.
            ///
            /// # Errors
            ///
            /// If an object has no id. The error has its path in the response.
            pub fn ids(&self) -> impl Iterator<Item = Result<Id<T>, DecodeError>> + '_ {
                self.data.ids()
            }
        }

        impl<T: Decode> $page<T> {
            /// Returns an iterator over the objects of this page, in Stripe's order. It decodes each object when it gets to it.
            ///
            /// # Errors
            ///
            /// If an object does not match `T`. The error has the path of the field in the response,
            /// `customer.sources.data[2].last4`, and the iterator continues with the next object.
            pub fn iter(&self) -> ListIter<'_, T> {
                self.data.iter()
            }

            /// Decodes the object at `index`, counted from 0, or returns `None` after the last one. The objects before it are
            /// not decoded.
            ///
            /// # Errors
            ///
            /// If the object does not match `T`. The error has the path of the field in the response.
            #[must_use]
            pub fn get(&self, index: usize) -> Option<Result<T, DecodeError>> {
                self.iter().nth(index)
            }

            /// Decodes all objects of this page.
            ///
            /// # Errors
            ///
            /// If an object does not match `T`, or if the objects take many times the memory of their text. The error is that of
            /// the first such object.
            pub fn decode(&self) -> Result<Vec<T>, DecodeError> {
                self.raw().decode_shared()
            }
        }

        impl<T> Clone for $page<T> {
            fn clone(&self) -> Self {
                Self {
                    data: self.data.clone(),
                    $($field: self.$field.clone(),)*
                }
            }
        }

        object! { $page<T> $(= $tag)? { data = "data", $($field = $wire),* } }

        impl<'a, T: Decode> IntoIterator for &'a $page<T> {
            type Item = Result<T, DecodeError>;
            type IntoIter = ListIter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }
    };
}

page! {
    /// One page of a list of objects.
    ///
    /// The page keeps its objects as JSON and decodes them on demand. An object that does not match `T` is an error of that
    /// object alone. Cloning is cheap: clones share the text of the response.
    ///
    /// ```
    /// use stripe_customers::{List, TaxId};
    ///
    /// # let json = r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/customers/cus_1/tax_ids"}"#;
    /// let tax_ids: List<TaxId> = stripe_customers::from_json(json)?;
    /// for tax_id in &tax_ids {
    ///     println!("{}", tax_id?.value);
    /// }
    /// # Ok::<(), stripe_customers::DecodeError>(())
    /// ```
    ///
    /// With the feature `client`, the method `paginate` returns the objects of this page and of the pages after it.
    ///
    /// See <https://docs.stripe.com/api/pagination>.
    List = "list" {
        /// Whether there are more objects after this page.
        has_more: bool = "has_more",
        /// The path of the list: `/v1/customers/cus_…/sources`.
        url: String = "url",
    }
}

page! {
    /// One page of the result of a search.
    ///
    /// The page keeps its objects as JSON and decodes them on demand, as a [`List`](crate::List) does.
    ///
    /// See <https://docs.stripe.com/api/pagination/search>.
    SearchPage = "search_result" {
        /// Whether there are more objects after this page.
        has_more: bool = "has_more",
        /// The value of the parameter `page` for the next page.
        next_page: Option<String> = "next_page",
        /// The number of objects that match, if the request expands `total_count`.
        total_count: Option<i64> = "total_count",
        /// The path of the search: `/v1/customers/search`.
        url: String = "url",
    }
}

page! {
    /// One page of a list of Stripe's API v2.
    ///
    /// The page keeps its objects as JSON and decodes them on demand, as a [`List`](crate::List) does.
    ///
    /// See <https://docs.stripe.com/api-v2-overview#list-pagination>.
    V2List {
        /// The URL of the next page.
        next_page_url: Option<String> = "next_page_url",
        /// The URL of the previous page.
        previous_page_url: Option<String> = "previous_page_url",
    }
}
