CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))),
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    created INTEGER NOT NULL DEFAULT (unixepoch()),
    -- The current idempotency key is made of `id` and `key_number`: see signup.rs.
    key_number INTEGER NOT NULL DEFAULT 0,
    key_created INTEGER NOT NULL DEFAULT (unixepoch()),
    -- The id of the customer. NULL until the signup is finished.
    customer TEXT UNIQUE,
    -- Why Stripe refused to create the customer, such as an invalid email address.
    refusal TEXT
) STRICT;

CREATE INDEX IF NOT EXISTS unfinished_users ON users (created) WHERE customer IS NULL;

CREATE TABLE IF NOT EXISTS events (
    -- The order of arrival.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    -- The customer to retrieve because of this event. NULL for an event that changes no customer.
    customer TEXT,
    applied INTEGER NOT NULL DEFAULT FALSE
) STRICT;

CREATE INDEX IF NOT EXISTS unapplied_events ON events (customer) WHERE NOT applied AND customer IS NOT NULL;

-- What the service knows about customers without asking Stripe.
CREATE TABLE IF NOT EXISTS customers (
    id TEXT PRIMARY KEY,
    email TEXT,
    deleted INTEGER NOT NULL
) STRICT;
