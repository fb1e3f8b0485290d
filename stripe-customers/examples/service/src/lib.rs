//! A service with one Stripe customer per user.
//!
//! | module | |
//! |---|---|
//! | [`web`] | the HTTP interface |
//! | [`signup`] | creates the customer of a user exactly once |
//! | [`events`] | stores and applies events |
//! | [`background`] | finishes what requests and crashes left unfinished |
//! | [`profile`] | what a user sees of the customer |
//! | [`database`] | SQLite |
//! | [`stub`] | a small Stripe, for `--stub` and tests |

pub mod background;
pub mod database;
pub mod events;
pub mod profile;
pub mod signup;
pub mod stub;
pub mod web;

use std::sync::Arc;

use stripe_customers::Client;
use stripe_customers::webhook::Webhook;
use tokio::sync::{Notify, Semaphore};

use database::Database;

/// An error for the log.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The maximum number of signups that call Stripe at the same time.
const MAX_SIGNUPS: usize = 25;

/// What all parts of the service share.
#[derive(Clone)]
pub struct App {
    pub client: Client,
    pub webhook: Webhook,
    pub database: Database,
    permits: Arc<Semaphore>,
    /// Wakes the background task.
    wake: Arc<Notify>,
}

impl App {
    pub fn new(client: Client, webhook: Webhook, database: Database) -> Self {
        Self {
            client,
            webhook,
            database,
            permits: Arc::new(Semaphore::new(MAX_SIGNUPS)),
            wake: Arc::default(),
        }
    }
}
