//! The tables `events` and `customers`.

use rusqlite::{OptionalExtension, params};

use super::Database;
use crate::Error;

/// What the service keeps of a customer. Add what your service needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerCopy {
    pub email: Option<String>,
    pub deleted: bool,
}

impl Database {
    /// Stores an event, unless it is stored already. `customer` is the customer that it changes.
    pub async fn add_event(
        &self,
        id: String,
        body: String,
        customer: Option<String>,
    ) -> Result<(), Error> {
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO events (id, body, customer) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                params![id, body, customer],
            )?;
            Ok(())
        })
        .await
    }

    /// Returns the customers with events that have not been applied, and the number of the last event of each.
    pub async fn changed_customers(&self) -> Result<Vec<(String, i64)>, Error> {
        self.run(|connection| {
            let mut query = connection.prepare(
                "SELECT customer, max(number) FROM events
                 WHERE NOT applied AND customer IS NOT NULL GROUP BY customer",
            )?;
            query
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
        .await
    }

    /// Stores what was retrieved after the event `number` had arrived, and marks the events up to it.
    pub async fn set_copy(
        &self,
        customer: String,
        copy: CustomerCopy,
        number: i64,
    ) -> Result<(), Error> {
        self.run(move |connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT OR REPLACE INTO customers (id, email, deleted) VALUES (?, ?, ?)",
                params![customer, copy.email, copy.deleted],
            )?;
            transaction.execute(
                "UPDATE events SET applied = TRUE WHERE customer = ? AND number <= ?",
                params![customer, number],
            )?;
            transaction.commit()
        })
        .await
    }

    pub async fn copy(&self, customer: String) -> Result<Option<CustomerCopy>, Error> {
        self.run(move |connection| {
            let columns = "SELECT email, deleted FROM customers WHERE id = ?";
            connection
                .query_row(columns, [customer], |row| {
                    Ok(CustomerCopy {
                        email: row.get(0)?,
                        deleted: row.get(1)?,
                    })
                })
                .optional()
        })
        .await
    }
}
