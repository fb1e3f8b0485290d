//! Twelve parameters of a new customer: as a request of this crate, as a derived struct, and as pairs.

use std::collections::BTreeMap;

use serde::Serialize;
use stripe_customers::CreateCustomer;
use stripe_customers::create_customer::{
    Address, InvoiceSettings, Shipping, Tax, TaxIdData, TaxIdDataType,
};

/// The parameters as a request of this crate.
pub fn ours() -> CreateCustomer {
    let address = Address::new()
        .city("Göteborg")
        .country("SE")
        .line1("Kungsgatan 12")
        .postal_code("411 19");
    let shipping = Shipping::new(address.clone(), "Mara Lindqvist");
    CreateCustomer::new()
        .address(address)
        .balance(-1250)
        .description("Bought \"Orbit\" at the fair")
        .email("mara.lindqvist@example.com")
        .invoice_settings(InvoiceSettings::new().footer("Thank you & see you soon"))
        .metadata([("crm", "88213"), ("tier", "gold")])
        .name("Mara Lindqvist")
        .phone("+46 8 123 456 78")
        .preferred_locales(["sv", "en"])
        .shipping(shipping)
        .tax(Tax::new().ip_address("203.0.113.7"))
        .tax_id_data([
            TaxIdData::new(TaxIdDataType::EuVat, "SE556677889901"),
            TaxIdData::new(TaxIdDataType::GbVat, "GB123456789"),
        ])
}

/// The parameters as a struct for `serde_qs`.
#[derive(Serialize)]
pub struct ByHand {
    address: ByHandAddress,
    balance: i64,
    description: String,
    email: String,
    invoice_settings: ByHandInvoiceSettings,
    metadata: BTreeMap<String, String>,
    name: String,
    phone: String,
    preferred_locales: Vec<String>,
    shipping: ByHandShipping,
    tax: ByHandTax,
    tax_id_data: Vec<ByHandTaxId>,
}

#[derive(Clone, Serialize)]
struct ByHandAddress {
    city: String,
    country: String,
    line1: String,
    postal_code: String,
}

#[derive(Serialize)]
struct ByHandInvoiceSettings {
    footer: String,
}

#[derive(Serialize)]
struct ByHandShipping {
    address: ByHandAddress,
    name: String,
}

#[derive(Serialize)]
struct ByHandTax {
    ip_address: String,
}

#[derive(Serialize)]
struct ByHandTaxId {
    r#type: String,
    value: String,
}

/// The same parameters as a struct.
pub fn by_hand() -> ByHand {
    let tax_id = |kind: &str, value: &str| ByHandTaxId {
        r#type: kind.to_owned(),
        value: value.to_owned(),
    };
    let address = ByHandAddress {
        city: "Göteborg".to_owned(),
        country: "SE".to_owned(),
        line1: "Kungsgatan 12".to_owned(),
        postal_code: "411 19".to_owned(),
    };
    ByHand {
        address: address.clone(),
        balance: -1250,
        description: "Bought \"Orbit\" at the fair".to_owned(),
        email: "mara.lindqvist@example.com".to_owned(),
        invoice_settings: ByHandInvoiceSettings {
            footer: "Thank you & see you soon".to_owned(),
        },
        metadata: [("crm", "88213"), ("tier", "gold")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
        name: "Mara Lindqvist".to_owned(),
        phone: "+46 8 123 456 78".to_owned(),
        preferred_locales: vec!["sv".to_owned(), "en".to_owned()],
        shipping: ByHandShipping {
            address,
            name: "Mara Lindqvist".to_owned(),
        },
        tax: ByHandTax {
            ip_address: "203.0.113.7".to_owned(),
        },
        tax_id_data: vec![
            tax_id("eu_vat", "SE556677889901"),
            tax_id("gb_vat", "GB123456789"),
        ],
    }
}

/// Encodes the parameters as pairs with literal names, with the encoder that `reqwest` uses for forms.
pub fn pairs(from: &ByHand) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("address[city]", &from.address.city);
    form.append_pair("address[country]", &from.address.country);
    form.append_pair("address[line1]", &from.address.line1);
    form.append_pair("address[postal_code]", &from.address.postal_code);
    form.append_pair("balance", &from.balance.to_string());
    form.append_pair("description", &from.description);
    form.append_pair("email", &from.email);
    form.append_pair("invoice_settings[footer]", &from.invoice_settings.footer);
    for (key, value) in &from.metadata {
        form.append_pair(&format!("metadata[{key}]"), value);
    }
    form.append_pair("name", &from.name);
    form.append_pair("phone", &from.phone);
    for (index, locale) in from.preferred_locales.iter().enumerate() {
        form.append_pair(&format!("preferred_locales[{index}]"), locale);
    }
    let shipping = &from.shipping;
    form.append_pair("shipping[address][city]", &shipping.address.city);
    form.append_pair("shipping[address][country]", &shipping.address.country);
    form.append_pair("shipping[address][line1]", &shipping.address.line1);
    form.append_pair(
        "shipping[address][postal_code]",
        &shipping.address.postal_code,
    );
    form.append_pair("shipping[name]", &shipping.name);
    form.append_pair("tax[ip_address]", &from.tax.ip_address);
    for (index, tax_id) in from.tax_id_data.iter().enumerate() {
        form.append_pair(&format!("tax_id_data[{index}][type]"), &tax_id.r#type);
        form.append_pair(&format!("tax_id_data[{index}][value]"), &tax_id.value);
    }
    form.finish()
}
