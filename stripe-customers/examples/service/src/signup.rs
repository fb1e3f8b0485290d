//! Creates the customer of a user exactly once.
//!
//! 1. The row of the user is stored before anything is sent.
//! 2. The idempotency key and the parameters depend on the row only. Two calls, on two machines or before and after a crash, send
//!    the same request, and Stripe carries it out once.
//! 3. The id of the customer is stored in the row. A row without it is unfinished: the next request of the user or the background
//!    pass repeats step 2.
//!
//! A key cannot repeat a request forever. It is *spent* in three cases:
//!
//! - It is old. Stripe deletes keys after a day.
//! - Its request ended with an error on Stripe's servers (500). Stripe stores the error, and returns it to each repetition.
//! - The parameters are different, after a change of this code.
//!
//! In each case the customer may exist or not, so the service looks for it before it stores and uses the next key.

use stripe_customers::{CreateCustomer, ListCustomers};
use tokio::task::JoinSet;

use crate::database::User;
use crate::{App, Error};

/// The age in seconds from which a key is not used: an hour less than Stripe's day, because a request takes time.
const MAX_KEY_AGE: i64 = 23 * 60 * 60;

/// The maximum number of keys in one call of [`finish`]. The background pass continues later.
const MAX_KEYS: u32 = 3;

/// Returns the id of the customer of a user, which is created if it does not exist.
///
/// If this function fails or is cancelled at any point, the next call continues.
pub async fn finish(app: &App, mut user: User) -> Result<String, Error> {
    // Stripe limits the number of concurrent requests.
    let _permit = app.permits.acquire().await?;
    for _ in 0..MAX_KEYS {
        let id = match user.customer {
            Some(id) => return Ok(id),
            None => create(app, &user).await?,
        };
        user = match id {
            Some(id) => app.database.set_customer(user.id, id).await?,
            None => continue_without_key(app, user).await?,
        };
    }
    user.customer
        .ok_or_else(|| "all keys are spent: trying again later".into())
}

/// Creates the customer. Returns `None` if the key is spent.
async fn create(app: &App, user: &User) -> Result<Option<String>, Error> {
    if user.key_age > MAX_KEY_AGE {
        return Ok(None);
    }
    let call = request(user)
        .customize()
        .idempotency_key(key(user))
        .send(&app.client);
    match call.await {
        Ok(customer) => Ok(Some(customer.id.to_string())),
        // Stripe created the customer, but something else in the response is cut off or unexpected.
        Err(error) if error.object_id().is_some() => Ok(error.object_id().map(str::to_owned)),
        Err(error) if is_spent(&error) => Ok(None),
        Err(error) => {
            if is_refusal(&error) {
                let user = user.id.clone();
                app.database.set_refusal(user, error.to_string()).await?;
            }
            Err(error.into())
        }
    }
}

/// The parameters. They must not depend on anything but the row, such as the time.
fn request(user: &User) -> CreateCustomer {
    CreateCustomer::new()
        .email(&user.email)
        .metadata([("user", &user.id)])
}

fn key(user: &User) -> String {
    format!("signup-{}-{}", user.id, user.key_number)
}

/// Returns whether Stripe did not accept the parameters. Repeating the request does not help.
pub fn is_refusal(error: &stripe_customers::Error) -> bool {
    error.is_invalid_request() && error.was_carried_out() == Some(false)
}

fn is_spent(error: &stripe_customers::Error) -> bool {
    let header = |name| error.headers().and_then(|headers| headers.get(name));
    error.is_idempotency() || header("idempotent-replayed").is_some_and(|value| value == "true")
}

/// Stores the customer if it exists, and the next key otherwise.
async fn continue_without_key(app: &App, user: User) -> Result<User, Error> {
    match find(app, &user).await? {
        Some(id) => app.database.set_customer(user.id, id).await,
        // Only one of several concurrent calls replaces the key, and all of them use it then.
        None => app.database.replace_key(user.id, user.key_number).await,
    }
}

/// Looks for the customer in Stripe's list, which has every customer as soon as it is created.
///
/// The list is filtered by the email address, so it does not have a customer whose address was changed within this time. The search
/// by metadata would find it, but new customers appear there with a delay.
async fn find(app: &App, user: &User) -> Result<Option<String>, Error> {
    let request = ListCustomers::new().email(&user.email);
    let mut customers = request.paginate(&app.client);
    while let Some(customer) = customers.next().await.transpose()? {
        let metadata = customer.metadata.as_ref();
        if metadata.and_then(|it| it.get("user")) == Some(&user.id) {
            return Ok(Some(customer.id.to_string()));
        }
    }
    Ok(None)
}

/// Finishes the signups that have been unfinished for at least `age` seconds.
pub async fn finish_all(app: &App, age: i64) -> Result<(), Error> {
    let mut tasks = JoinSet::new();
    for user in app.database.unfinished_users(age).await? {
        let app = app.clone();
        tasks.spawn(async move {
            let id = user.id.clone();
            if let Err(error) = finish(&app, user).await {
                eprintln!("signup of user {id}: {error}");
            }
        });
    }
    tasks.join_all().await;
    Ok(())
}
