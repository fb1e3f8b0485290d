//! The types of unions, each with its components.

use stripe_customers::*;

use super::Checks;

pub(super) fn add(checks: &mut Checks) {
    super::table! { checks;
        account { ExternalAccounts = "bank_account | card | deleted_bank_account | deleted_card" }
        application { RetrievedApplication = "application | deleted_application" }
        balance_transaction {
            Source = "application_fee | charge | connect_collection_transfer | customer_cash_balance_transaction | \
                dispute | fee_refund | issuing.authorization | issuing.dispute | issuing.transaction | payout | \
                refund | reserve_transaction | tax_deducted_at_source | topup | transfer | transfer_reversal"
        }
        customer {
            PaymentSource = "bank_account | card | deleted_bank_account | deleted_card | source",
            RetrievedCustomer = "customer | deleted_customer"
        }
        discount { RetrievedDiscount = "deleted_discount | discount" }
        invoice { RetrievedInvoice = "deleted_invoice | invoice" }
        payout { Destination = "bank_account | card | deleted_bank_account | deleted_card" }
        price { RetrievedPrice = "deleted_price | price" }
        product { RetrievedProduct = "deleted_product | product" }
        tax_id { RetrievedTaxId = "deleted_tax_id | tax_id" }
    }
}
