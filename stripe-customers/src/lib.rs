//! Stripe customers.
