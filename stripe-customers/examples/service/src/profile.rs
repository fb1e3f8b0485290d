//! What a user sees of the customer.

use serde::Serialize;
use stripe_customers::{Client, Customer, Error, RetrieveCustomer};

/// What `GET /me` shows of a customer.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub id: String,
    pub name: String,
    /// In the smallest unit of the currency. A negative balance reduces the next invoice.
    pub balance: i64,
}

impl From<&Customer> for Profile {
    fn from(customer: &Customer) -> Self {
        let name = customer.name.as_ref().or(customer.email.as_ref());
        Self {
            id: customer.id.to_string(),
            name: name.cloned().unwrap_or_else(|| "Customer".to_owned()),
            balance: customer.balance.unwrap_or(0),
        }
    }
}

/// Retrieves a customer. Returns `None` if it was deleted.
pub async fn load(client: &Client, id: &str) -> Result<Option<Profile>, Error> {
    let response = RetrieveCustomer::new(id).send(client).await?;
    Ok(response.as_customer().map(Profile::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customer_without_optional_fields() {
        let customer: Customer = stripe_customers::from_json(
            r#"{"id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false}"#,
        )
        .unwrap();
        let profile = Profile::from(&customer);
        assert_eq!(profile.name, "Customer");
        assert_eq!(profile.balance, 0);
    }
}
