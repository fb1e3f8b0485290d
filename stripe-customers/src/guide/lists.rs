//! Lists and searches: all customers, page by page.
//!
//! Stripe returns lists and search results in pages of at most 100 objects. [`paginate`](crate::ListCustomers::paginate) returns the
//! objects of all pages, one after the other, and requests the next page when it needs it:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! # for name in ["Jenny Rosen", "Jane Diaz"] {
//! #     stripe_customers::CreateCustomer::new().name(name).send(&client).await?;
//! # }
//! use stripe_customers::{Customer, ListCustomers, Range};
//!
//! let request = ListCustomers::new().created(Range::at_least(1_575_158_400)).limit(100);
//! let mut customers = request.paginate(&client);
//! # let mut count = 0;
//! while let Some(customer) = customers.next().await {
//!     let customer: Customer = customer?;
//!     println!("{} {}", customer.id, customer.name.unwrap_or_default());
//! #   count += 1;
//! }
//! # assert_eq!(count, 2);
//! # }}
//! ```
//!
//! Every request has the parameters of the first one, and its options: `request.customize().stripe_account("acct_…").paginate(&client)`.
//! The parameter `limit` is the number of objects per page, 10 by default; 100 needs the fewest requests. A
//! [`Paginator`](crate::Paginator) is also a `futures_core::Stream`.
//!
//! | to | use |
//! |---|---|
//! | get one page | `send`: the response is a [`List`](crate::List) or a [`SearchPage`](crate::SearchPage) |
//! | get whole pages | [`next_page`](crate::Paginator::next_page) |
//! | request the next page early | [`prefetch`](crate::Paginator::prefetch) |
//! | start after or before an object | `starting_after` or `ending_before` of the request |
//! | iterate in a thread without a runtime | `paginate_blocking`, an `Iterator`, with the feature `blocking` |
//!
//! With `ending_before`, the paginator goes backwards, from the object before it to the first one of the list.
//!
//! # Errors
//!
//! An object that does not match its type is one `Err`, and the next call returns the object after it. A page that cannot be retrieved is
//! one `Err` too, after the client's [retries](super::retries), and the next call requests the same page again. So a loop that uses `?`
//! ends at the first error, and a loop that continues after errors should limit their number:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::ListCustomers;
//!
//! let mut customers = ListCustomers::new().paginate(&client);
//! let mut errors = 0;
//! while let Some(customer) = customers.next().await {
//!     match customer {
//!         Ok(customer) => println!("{}", customer.id),
//!         Err(error) if errors < 10 => {
//!             eprintln!("{error}");
//!             errors += 1;
//!         }
//!         Err(error) => return Err(error.into()),
//!     }
//! }
//! # }}
//! ```
//!
//! The end of the list is always `None`. A list that stops early or repeats its pages is an error: see
//! [`Paginator`](crate::Paginator).
//!
//! # Continuing later
//!
//! [`cursor`](crate::Paginator::cursor) returns the value of `starting_after` with which another run continues after the last object.
//! Store it after the object is processed:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! # for name in ["Jenny Rosen", "Jane Diaz", "John Doe"] {
//! #     stripe_customers::CreateCustomer::new().name(name).send(&client).await?;
//! # }
//! use stripe_customers::{Client, Error, ListCustomers};
//!
//! /// Processes at most `count` customers.
//! async fn process(client: &Client, stored: &mut Option<String>, count: usize) -> Result<usize, Error> {
//!     let mut request = ListCustomers::new();
//!     request.starting_after = stored.take();
//!     let mut customers = request.paginate(client);
//!     let mut done = 0;
//!     while done < count && let Some(customer) = customers.next().await.transpose()? {
//!         println!("{}", customer.id);
//!         done += 1;
//!     }
//!     *stored = customers.cursor();
//!     Ok(done)
//! }
//!
//! let mut stored = None; // in your database
//! assert_eq!(process(&client, &mut stored, 2).await?, 2);
//! assert_eq!(process(&client, &mut stored, 2).await?, 1);
//! # }}
//! ```
//!
//! The example `export_customers` writes all customers to a CSV file this way, and continues after it was killed.
//!
//! # Searches
//!
//! The results of a [search](super::search) have pages too, and the same methods:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! # stripe_customers::CreateCustomer::new().email("jenny.rosen@example.com").send(&client).await?;
//! use stripe_customers::{SearchCustomers, search};
//!
//! let query = search::field("email").is("jenny.rosen@example.com");
//! let mut customers = SearchCustomers::new(query).paginate(&client);
//! let customer = customers.next().await.transpose()?;
//! assert!(customer.is_some());
//! # }}
//! ```
//!
//! The cursor of a search is the value of its parameter `page`. It leads to the start of a page, so another run returns the objects of
//! that page again.
//!
//! # Lists inside objects
//!
//! A customer can contain the first page of a list, such as its subscriptions. [`List::paginate`](crate::List::paginate) returns the objects
//! of this page and of the pages after it. The requests use the path in `url` and the host of the client. For a connected account, use
//! `list.customize().stripe_account("acct_…").paginate(&client)`.
