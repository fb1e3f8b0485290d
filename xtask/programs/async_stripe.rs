//! Creates and retrieves a customer with `async-stripe`.

use stripe::Client;
use stripe_core::customer::{CreateCustomer, RetrieveCustomer, RetrieveCustomerReturned};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?);
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .email("jenny.rosen@example.com")
        .metadata([("order".to_owned(), "6735".to_owned())])
        .send(&client)
        .await?;
    match RetrieveCustomer::new(created.id).send(&client).await? {
        RetrieveCustomerReturned::Customer(customer) => println!("{:?}", customer.description),
        RetrieveCustomerReturned::DeletedCustomer(customer) => println!("{} is gone", customer.id),
    }
    Ok(())
}
