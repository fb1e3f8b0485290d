//! Conversions of types in responses into the types of parameters.
//!
//! Stripe uses different types for both, although they have the same fields.
//!
//! All functions are `#[inline]`, like the generated code, so they are compiled only in crates that use them.

use crate::create_customer as write;
use crate::customer as read;
use crate::shared;
use crate::{Clearable, CreateCustomer, Customer, DecodeError, List, TaxId, tax_id};

/// Implements the conversions from one type into another, by reference and by value, and into a parameter that can be
/// cleared.
macro_rules! copies {
    ($($(#[$docs:meta])* $from:ty => $to:ty: |$value:ident| $copy:expr;)*) => {$(
        $(#[$docs])*
        impl From<&$from> for $to {
            #[inline]
            fn from($value: &$from) -> Self {
                $copy
            }
        }

        $(#[$docs])*
        impl From<$from> for $to {
            #[inline]
            fn from(value: $from) -> Self {
                Self::from(&value)
            }
        }

        impl From<&$from> for Clearable<$to> {
            #[inline]
            fn from(value: &$from) -> Self {
                Self::Set(value.into())
            }
        }

        impl From<$from> for Clearable<$to> {
            #[inline]
            fn from(value: $from) -> Self {
                Self::Set(value.into())
            }
        }
    )*};
}

copies! {
    shared::Address => write::Address: |read| Self {
        city: read.city.clone(),
        country: read.country.clone(),
        line1: read.line1.clone(),
        line2: read.line2.clone(),
        postal_code: read.postal_code.clone(),
        state: read.state.clone(),
    };

    read::TaxExempt => write::TaxExempt: |read| read.as_str().into();

    TaxId => write::TaxIdData: |read| Self::new(read.type_.as_str().into(), &read.value);

    shared::InvoiceSettingCustomField => write::InvoiceSettingsCustomField: |read| {
        Self::new(&read.name, &read.value)
    };

    read::InvoiceSettingsRenderingOptions => write::InvoiceSettingsRenderingOptions: |read| Self {
        amount_tax_display: read.amount_tax_display.as_deref().map(|text| Clearable::Set(text.into())),
        template: read.template.clone(),
    };

    /// Includes the default payment method, which Stripe accepts only for the same customer.
    read::InvoiceSettings => write::InvoiceSettings: |read| Self {
        custom_fields: read.custom_fields.as_ref().map(|fields| {
            Clearable::Set(fields.iter().map(Into::into).collect())
        }),
        default_payment_method: read.default_payment_method.as_ref().map(|method| method.id().into()),
        footer: read.footer.clone(),
        rendering_options: read.rendering_options.as_ref().map(Into::into),
    };

    /// Creates a request for a customer with the same details, in the same account or another one: names, addresses, email,
    /// phone number, description, languages, metadata, invoice settings, shipping details, tax exemption, and tax ids if expanded.
    ///
    /// It does not include:
    ///
    /// - what is specific to the customer: balances, payment methods, sources, discounts, the prefix and the sequence of
    ///   invoice numbers, the IP address and the location for tax, and the test clock;
    /// - shipping details without a name or an address, both of which Stripe requires;
    /// - tax ids of the type `unknown`, which Stripe does not accept;
    /// - any tax id, if the page of the customer [has more](crate::List::has_more), or one of its tax ids does not decode. Then
    ///   list the tax ids, and set [`tax_id_data`](CreateCustomer::tax_id_data).
    Customer => CreateCustomer: |read| Self {
        address: read.address.as_ref().map(Into::into),
        business_name: read.business_name.as_ref().map(Into::into),
        description: read.description.clone(),
        email: read.email.clone(),
        individual_name: read.individual_name.as_ref().map(Into::into),
        invoice_settings: read.invoice_settings.as_ref().map(|settings| write::InvoiceSettings {
            default_payment_method: None,
            ..settings.into()
        }),
        metadata: read.metadata.as_ref().map(Into::into),
        name: read.name.clone(),
        phone: read.phone.clone(),
        preferred_locales: read.preferred_locales.clone(),
        shipping: read.shipping.as_ref().and_then(|shipping| {
            write::Shipping::try_from(shipping).ok().map(Clearable::Set)
        }),
        tax_exempt: read.tax_exempt.as_ref().map(Into::into),
        tax_id_data: read.tax_ids.as_ref().and_then(whole_page),
        ..Self::new()
    };
}

/// The tax ids of a page that has all of them.
#[inline]
fn whole_page(page: &List<TaxId>) -> Option<Vec<write::TaxIdData>> {
    if page.has_more {
        return None;
    }
    let tax_ids = page.decode().ok()?.into_iter();
    let known = tax_ids.filter(|tax_id| tax_id.type_ != tax_id::Type::UnknownValue);
    Some(known.map(Into::into).collect())
}

/// Fails if the name or the address is missing. An address without any field counts as missing.
impl TryFrom<&shared::Shipping> for write::Shipping {
    type Error = DecodeError;

    #[inline]
    fn try_from(read: &shared::Shipping) -> Result<Self, DecodeError> {
        let missing = |name| DecodeError::missing(name).at_name("shipping");
        Ok(Self {
            address: read
                .address
                .as_ref()
                .filter(|address| has_fields(address))
                .ok_or_else(|| missing("address"))?
                .into(),
            name: read.name.clone().ok_or_else(|| missing("name"))?,
            phone: read.phone.clone(),
        })
    }
}

/// Fails if the name or the address is missing. An address without any field counts as missing.
impl TryFrom<shared::Shipping> for write::Shipping {
    type Error = DecodeError;

    #[inline]
    fn try_from(read: shared::Shipping) -> Result<Self, DecodeError> {
        Self::try_from(&read)
    }
}

#[inline]
fn has_fields(address: &shared::Address) -> bool {
    [
        &address.city,
        &address.country,
        &address.line1,
        &address.line2,
        &address.postal_code,
        &address.state,
    ]
    .into_iter()
    .any(Option::is_some)
}
