//! The table `users`.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Database;
use crate::Error;

/// A row of the table.
#[derive(Clone, Debug)]
pub struct User {
    pub id: String,
    pub email: String,
    pub key_number: i64,
    /// The age of the idempotency key, in seconds.
    pub key_age: i64,
    pub customer: Option<String>,
}

const SELECT: &str = "SELECT id, email, key_number, unixepoch() - key_created, customer FROM users";

impl User {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            email: row.get(1)?,
            key_number: row.get(2)?,
            key_age: row.get(3)?,
            customer: row.get(4)?,
        })
    }
}

fn by_id(connection: &Connection, id: &str) -> rusqlite::Result<User> {
    connection.query_row(&format!("{SELECT} WHERE id = ?"), [id], User::from_row)
}

impl Database {
    /// Adds a user, unless there is one with this email address, and returns the row.
    pub async fn add_user(&self, email: String) -> Result<User, Error> {
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO users (email) VALUES (?) ON CONFLICT DO NOTHING",
                [&email],
            )?;
            connection.query_row(
                &format!("{SELECT} WHERE email = ?"),
                [email],
                User::from_row,
            )
        })
        .await
    }

    pub async fn user(&self, id: String) -> Result<Option<User>, Error> {
        self.run(move |connection| by_id(connection, &id).optional())
            .await
    }

    /// Returns the users without a customer that were added at least `age` seconds ago, except for those that Stripe refused.
    pub async fn unfinished_users(&self, age: i64) -> Result<Vec<User>, Error> {
        self.run(move |connection| {
            let mut query = connection.prepare(&format!(
                "{SELECT} WHERE customer IS NULL AND refusal IS NULL AND created <= unixepoch() - ?"
            ))?;
            query.query_map([age], User::from_row)?.collect()
        })
        .await
    }

    /// Stores the customer of a user, unless the user has one, and returns the row.
    pub async fn set_customer(&self, user: String, customer: String) -> Result<User, Error> {
        self.run(move |connection| {
            connection.execute(
                "UPDATE users SET customer = ?, refusal = NULL WHERE id = ? AND customer IS NULL",
                [&customer, &user],
            )?;
            by_id(connection, &user)
        })
        .await
    }

    /// Replaces the idempotency key of a user, unless it is not the one with this number any more, and returns the row.
    pub async fn replace_key(&self, user: String, number: i64) -> Result<User, Error> {
        self.run(move |connection| {
            connection.execute(
                "UPDATE users SET key_number = key_number + 1, key_created = unixepoch()
                 WHERE id = ? AND key_number = ?",
                params![user, number],
            )?;
            by_id(connection, &user)
        })
        .await
    }

    pub async fn set_refusal(&self, user: String, reason: String) -> Result<(), Error> {
        self.run(move |connection| {
            connection.execute(
                "UPDATE users SET refusal = ? WHERE id = ? AND customer IS NULL",
                [reason, user],
            )?;
            Ok(())
        })
        .await
    }
}
