//! Stores each verified event once, and applies it later.
//!
//! Stripe may deliver an event more than once and in any order. Therefore an event only marks its customer as changed, and the
//! service retrieves the current state from Stripe. One task does this for all events, so that an older response cannot replace a
//! newer one.

use stripe_customers::{Event, RetrieveCustomer};

use crate::database::CustomerCopy;
use crate::{App, Error};

/// Stores a verified event. When this function returns, Stripe need not send the event again.
pub async fn store(app: &App, event: Event, body: &[u8]) -> Result<(), Error> {
    let customer = changed_customer(&event);
    let body = String::from_utf8_lossy(body).into_owned();
    app.database
        .add_event(event.id.to_string(), body, customer)
        .await?;
    app.wake.notify_one();
    Ok(())
}

/// Only the id of the object is decoded, so that events of every version of the API are accepted.
fn changed_customer(event: &Event) -> Option<String> {
    match event.type_.as_str() {
        "customer.created" | "customer.updated" | "customer.deleted" => {
            let id = event.object_json().get("id")?;
            Some(id.as_str()?.into_owned())
        }
        _ => None,
    }
}

/// Applies the stored events. Those that fail are applied by a later call.
pub async fn apply_all(app: &App) -> Result<(), Error> {
    for (customer, number) in app.database.changed_customers().await? {
        match current_state(app, &customer).await {
            Ok(copy) => app.database.set_copy(customer, copy, number).await?,
            Err(error) => eprintln!("events of customer {customer}: {error}"),
        }
    }
    Ok(())
}

async fn current_state(app: &App, id: &str) -> Result<CustomerCopy, stripe_customers::Error> {
    match RetrieveCustomer::new(id).send(&app.client).await {
        Ok(customer) => Ok(CustomerCopy {
            deleted: customer.is_deleted(),
            email: customer
                .into_inner()
                .into_customer()
                .and_then(|it| it.email),
        }),
        // For example, test data was deleted.
        Err(error) if error.status() == Some(404) => Ok(CustomerCopy {
            deleted: true,
            email: None,
        }),
        Err(error) => Err(error),
    }
}
