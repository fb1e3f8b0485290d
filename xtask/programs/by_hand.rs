//! Creates and retrieves a customer with `reqwest` and a hand-written struct.

mod customer;

use std::error::Error;

use customer::Customer;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = std::env::var("STRIPE_SECRET_KEY")?;
    let base = std::env::var("STRIPE_API_BASE").unwrap_or("https://api.stripe.com".to_owned());
    let mut authorization = HeaderValue::try_from(format!("Bearer {key}"))?;
    authorization.set_sensitive(true);
    let headers = HeaderMap::from_iter([(AUTHORIZATION, authorization)]);
    let client = reqwest::Client::builder().default_headers(headers).build()?;

    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("description", "Customer for jenny.rosen@example.com");
    form.append_pair("email", "jenny.rosen@example.com");
    form.append_pair("metadata[order]", "6735");
    let create = client
        .post(format!("{base}/v1/customers"))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.finish());
    let created = receive(create).await?;
    let retrieved = receive(client.get(format!("{base}/v1/customers/{}", created.id))).await?;
    if retrieved.deleted {
        println!("{} was deleted", retrieved.id);
    } else {
        println!("{:?}", retrieved.description);
    }
    Ok(())
}

async fn receive(request: reqwest::RequestBuilder) -> Result<Customer, Box<dyn Error>> {
    let response = request.send().await?;
    let status = response.status();
    let body = response.bytes().await?;
    if !status.is_success() {
        return Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into());
    }
    Ok(serde_json::from_slice(&body)?)
}
