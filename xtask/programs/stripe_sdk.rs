//! Creates and retrieves a customer with `stripe-sdk`.

use serde_json::json;
use stripe_sdk::{GetCustomersCustomerRequest, PostCustomersRequest, StripeClient};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = StripeClient::new(std::env::var("STRIPE_SECRET_KEY")?)?;
    let parameters = json!({
        "description": "Customer for jenny.rosen@example.com",
        "email": "jenny.rosen@example.com",
        "metadata": { "order": "6735" },
    });
    let create = PostCustomersRequest::new().with_body(parameters);
    let created = client.post_customers(create).await?;
    let id = created.body.id.to_string();
    let retrieved = client
        .get_customers_customer(GetCustomersCustomerRequest::new(id))
        .await?;
    println!("{:?}", retrieved.body);
    Ok(())
}
