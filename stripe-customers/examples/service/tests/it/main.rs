//! Tests of the service. They need no key.

mod background;
mod faults;
mod guide;
mod mock_server;
mod process;
mod recovery;
mod signups;
mod webhooks;
