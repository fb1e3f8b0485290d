//! Creates and retrieves a customer with `stripe-customers`.

use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .email("jenny.rosen@example.com")
        .metadata([("order", "6735")])
        .send(&client)
        .await?;
    let retrieved = RetrieveCustomer::new(&created.id).send(&client).await?;
    match retrieved.into_inner() {
        RetrievedCustomer::Customer(customer) => println!("{:?}", customer.description),
        RetrievedCustomer::Deleted(customer) => println!("{} was deleted", customer.id),
        _ => println!("unknown object"),
    }
    Ok(())
}
