//! Customers as JSON text, in three sizes.

#![allow(
    clippy::indexing_slicing,
    reason = "indexing an object adds the member"
)]

use serde_json::{Value, json};

/// Customers in three sizes:
///
/// - small: without lists, about 1 kB with Stripe's indentation,
/// - medium: with a page of sources, two subscriptions and tax ids, about 18 kB,
/// - large: with a hundred sources and subscriptions, and expanded payment methods and invoices, about 1 MB.
pub fn customers() -> [(&'static str, String); 3] {
    [
        ("small", stripe_text(&customer(0, 0, 0, false))),
        ("medium", stripe_text(&customer(6, 2, 2, false))),
        ("large", stripe_text(&customer(100, 100, 20, true))),
    ]
}

/// Formats JSON like Stripe: `id` and `object` first, then the other members by name, with indentation.
fn stripe_text(value: &Value) -> String {
    let mut out = String::new();
    append(value, 0, &mut out);
    out
}

fn append(value: &Value, depth: usize, out: &mut String) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| (*name != "id", *name != "object", *name));
            for (index, (name, value)) in members.into_iter().enumerate() {
                out.push_str(if index == 0 { "{" } else { "," });
                line(out, depth + 1);
                out.push_str(&format!("\"{name}\": "));
                append(value, depth + 1, out);
            }
            line(out, depth);
            out.push('}');
        }
        Value::Array(elements) if !elements.is_empty() => {
            for (index, value) in elements.iter().enumerate() {
                out.push_str(if index == 0 { "[" } else { "," });
                line(out, depth + 1);
                append(value, depth + 1, out);
            }
            line(out, depth);
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

fn customer(cards: usize, subscriptions: usize, tax_ids: usize, expanded: bool) -> Value {
    let mut customer = json!({
        "id": "cus_Q5mZtY8hRk2WvB", "object": "customer", "address": address(), "balance": -1250,
        "created": 1_780_304_511, "currency": "eur", "default_source": null, "delinquent": false,
        "description": "Bought \"Orbit\" at the fair", "discount": null,
        "email": "mara.lindqvist@example.com", "invoice_prefix": "7C1F09AE",
        "invoice_settings": {
            "custom_fields": null, "default_payment_method": "pm_1QxLmN2eZvKYlo2CTgYh7Abc",
            "footer": null, "rendering_options": null
        },
        "livemode": false, "metadata": {"crm": "88213", "tier": "gold"}, "name": "Mara Lindqvist",
        "next_invoice_sequence": 12, "phone": "+46 8 123 456 78", "preferred_locales": ["sv", "en"],
        "shipping": {"address": address(), "name": "Mara Lindqvist", "phone": null},
        "tax_exempt": "none", "test_clock": null
    });
    if cards > 0 {
        let pages = [
            ("sources", (0..cards).map(card).collect::<Vec<_>>()),
            (
                "subscriptions",
                (0..subscriptions)
                    .map(|n| subscription(n, expanded))
                    .collect(),
            ),
            ("tax_ids", (0..tax_ids).map(tax_id).collect()),
        ];
        for (name, data) in pages {
            customer[name] = list(data, &format!("/v1/customers/cus_Q5mZtY8hRk2WvB/{name}"));
        }
    }
    customer
}

fn list(data: Vec<Value>, url: &str) -> Value {
    json!({"object": "list", "total_count": data.len(), "data": data, "has_more": false, "url": url})
}

fn address() -> Value {
    json!({
        "city": "Göteborg", "country": "SE", "line1": "Kungsgatan 12", "line2": null,
        "postal_code": "411 19", "state": null
    })
}

fn card(n: usize) -> Value {
    json!({
        "id": format!("card_1QxLm{n:04}eZvKYlo2CabcdEFG"), "object": "card", "address_city": "Göteborg",
        "address_country": "SE", "address_line1": "Kungsgatan 12", "address_line1_check": "pass",
        "address_line2": null, "address_state": null, "address_zip": "411 19",
        "address_zip_check": "pass", "allow_redisplay": "unspecified", "brand": "Visa", "country": "SE",
        "customer": "cus_Q5mZtY8hRk2WvB", "cvc_check": "pass", "dynamic_last4": null,
        "exp_month": 1 + n % 12, "exp_year": 2029, "fingerprint": "Xt5EWLLDS7FJjR1c", "funding": "credit",
        "last4": format!("{:04}", 4242 + n), "metadata": {}, "name": "Mara Lindqvist",
        "regulated_status": "unregulated", "tokenization_method": null, "wallet": null
    })
}

fn tax_id(n: usize) -> Value {
    json!({
        "id": format!("txi_1QxLm{n:04}eZvKYlo2Cabcd"), "object": "tax_id", "country": "SE",
        "created": 1_780_304_600 + n, "customer": "cus_Q5mZtY8hRk2WvB", "customer_account": null,
        "livemode": false, "owner": {"customer": "cus_Q5mZtY8hRk2WvB", "type": "customer"},
        "type": "eu_vat", "value": format!("SE55{n:08}01"),
        "verification": {"status": "verified", "verified_address": null, "verified_name": null}
    })
}

fn subscription(n: usize, expanded: bool) -> Value {
    let id = format!("sub_1QxLm{n:04}eZvKYlo2Cabcd");
    let items = (0..1 + n % 2).map(|item| subscription_item(item, &id));
    let items = list(
        items.collect(),
        &format!("/v1/subscription_items?subscription={id}"),
    );
    json!({
        "id": id, "object": "subscription", "application": null, "application_fee_percent": null,
        "automatic_tax": {"disabled_reason": null, "enabled": true, "liability": {"type": "self"}},
        "billing_cycle_anchor": 1_780_304_700, "billing_cycle_anchor_config": null,
        "billing_mode": {"type": "flexible", "updated_at": 1_780_304_700}, "billing_thresholds": null,
        "cancel_at": null, "cancel_at_period_end": false, "canceled_at": null,
        "cancellation_details": {"comment": null, "feedback": null, "reason": null},
        "collection_method": "charge_automatically", "created": 1_780_304_700 + n, "currency": "eur",
        "customer": "cus_Q5mZtY8hRk2WvB", "customer_account": null, "days_until_due": null,
        "default_payment_method": match expanded {
            true => payment_method(n),
            false => json!("pm_1QxLmN2eZvKYlo2CTgYh7Abc"),
        },
        "default_source": null, "default_tax_rates": [], "description": null, "discounts": [],
        "ended_at": null,
        "invoice_settings": {"account_tax_ids": null, "issuer": {"type": "self"}},
        "items": items,
        "latest_invoice": match expanded {
            true => invoice(n),
            false => json!(format!("in_1QxLm{n:04}eZvKYlo2Cabcd")),
        },
        "livemode": false, "metadata": {"seats": "14"}, "next_pending_invoice_item_invoice": null,
        "on_behalf_of": null, "pause_collection": null,
        "payment_settings": {
            "payment_method_options": null, "payment_method_types": null,
            "save_default_payment_method": "off"
        },
        "pending_invoice_item_interval": null, "pending_setup_intent": null, "pending_update": null,
        "schedule": null, "start_date": 1_780_304_700, "status": "active", "test_clock": null,
        "transfer_data": null, "trial_end": null,
        "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
        "trial_start": null
    })
}

fn subscription_item(n: usize, subscription: &str) -> Value {
    json!({
        "id": format!("si_QxLm{n:04}eZvKYlo"), "object": "subscription_item", "billing_thresholds": null,
        "created": 1_780_304_701, "current_period_end": 1_782_896_700,
        "current_period_start": 1_780_304_700, "discounts": [], "metadata": {},
        "plan": {
            "id": "price_1QxLmN2eZvKYlo2CPlan", "object": "plan", "active": true, "amount": 2900,
            "amount_decimal": "2900", "billing_scheme": "per_unit", "created": 1_760_000_000,
            "currency": "eur", "interval": "month", "interval_count": 1, "livemode": false,
            "metadata": {}, "nickname": null, "product": "prod_QxLmN2eZvKYlo", "tiers_mode": null,
            "usage_type": "licensed"
        },
        "price": price(), "quantity": 3 + n, "subscription": subscription, "tax_rates": []
    })
}

fn price() -> Value {
    json!({
        "id": "price_1QxLmN2eZvKYlo2CPlan", "object": "price", "active": true,
        "billing_scheme": "per_unit", "created": 1_760_000_000, "currency": "eur",
        "custom_unit_amount": null, "livemode": false, "lookup_key": "team_monthly", "metadata": {},
        "nickname": null, "product": "prod_QxLmN2eZvKYlo",
        "recurring": {
            "interval": "month", "interval_count": 1, "meter": null, "trial_period_days": null,
            "usage_type": "licensed"
        },
        "tax_behavior": "exclusive", "tiers_mode": null, "transform_quantity": null,
        "type": "recurring", "unit_amount": 2900, "unit_amount_decimal": "2900"
    })
}

fn payment_method(n: usize) -> Value {
    json!({
        "id": format!("pm_1QxLm{n:04}eZvKYlo2Cabcd"), "object": "payment_method",
        "allow_redisplay": "always",
        "billing_details": {
            "address": address(), "email": "mara.lindqvist@example.com", "name": "Mara Lindqvist",
            "phone": null
        },
        "card": {
            "brand": "visa", "country": "SE", "exp_month": 4, "exp_year": 2030,
            "fingerprint": "Xt5EWLLDS7FJjR1c", "funding": "debit", "last4": "4242", "wallet": null
        },
        "created": 1_780_304_000 + n, "customer": "cus_Q5mZtY8hRk2WvB", "livemode": false,
        "metadata": {}, "type": "card"
    })
}

fn invoice(n: usize) -> Value {
    let id = format!("in_1QxLm{n:04}eZvKYlo2Cabcd");
    let lines = (0..3).map(|line| {
        json!({
            "id": format!("il_1QxLm{line:04}eZvKYlo2Cabcd"), "object": "line_item", "amount": 8700,
            "currency": "eur", "description": "3 × Orbit Team (at €29.00 / month)",
            "discountable": true, "discounts": [], "invoice": id, "livemode": false, "metadata": {},
            "period": {"end": 1_782_896_700, "start": 1_780_304_700}, "quantity": 3,
            "subtotal": 8700, "taxes": []
        })
    });
    let lines = list(lines.collect(), &format!("/v1/invoices/{id}/lines"));
    json!({
        "id": id, "object": "invoice", "account_country": "SE", "account_name": "Orbit AB",
        "amount_due": 26_100, "amount_overpaid": 0, "amount_paid": 26_100, "amount_remaining": 0,
        "amount_shipping": 0, "attempt_count": 1, "attempted": true, "auto_advance": false,
        "automatic_tax": {"disabled_reason": null, "enabled": true, "liability": {"type": "self"}},
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically", "created": 1_780_304_700 + n, "currency": "eur",
        "customer": "cus_Q5mZtY8hRk2WvB", "customer_address": address(), "default_tax_rates": [],
        "description": null, "discounts": [],
        "footer": null, "hosted_invoice_url": "https://invoice.example.com/i/acct_1032D82eZvKYlo2C/test",
        "issuer": {"type": "self"}, "lines": lines, "livemode": false, "metadata": {},
        "number": format!("7C1F09AE-{n:04}"),
        "payment_settings": {"default_mandate": null, "payment_method_types": null},
        "period_end": 1_780_304_700, "period_start": 1_780_304_700,
        "post_payment_credit_notes_amount": 0, "pre_payment_credit_notes_amount": 0,
        "starting_balance": 0, "status": "paid",
        "status_transitions": {"finalized_at": 1_780_304_700, "paid_at": 1_780_304_710},
        "subtotal": 26_100, "total": 26_100
    })
}
