//! The types of the components in the modules from `account` to `issuing_…`.

use stripe_customers::*;

use super::Checks;

pub(super) fn add(checks: &mut Checks) {
    super::table! { checks;
        account { Account = "account", BusinessProfileAnnualRevenue = "account_annual_revenue",
            SettingsBacsDebitPayments = "account_bacs_debit_payments_settings",
            SettingsBranding = "account_branding_settings", BusinessProfile = "account_business_profile",
            Capabilities = "account_capabilities", SettingsCardIssuing = "account_card_issuing_settings",
            SettingsCardPayments = "account_card_payments_settings", SettingsDashboard = "account_dashboard_settings",
            SettingsCardPaymentsDeclineOn = "account_decline_charge_on",
            FutureRequirements = "account_future_requirements", Groups = "account_group_membership",
            SettingsInvoices = "account_invoices_settings",
            BusinessProfileMonthlyEstimatedRevenue = "account_monthly_estimated_revenue",
            SettingsPayments = "account_payments_settings", SettingsPayouts = "account_payout_settings",
            Requirements = "account_requirements", SettingsSepaDebitPayments = "account_sepa_debit_payments_settings",
            Settings = "account_settings", SettingsTreasuryTosAcceptance = "account_terms_of_service",
            TosAcceptance = "account_tos_acceptance", SettingsTreasury = "account_treasury_settings",
            Controller = "account_unification_account_controller",
            ControllerFees = "account_unification_account_controller_fees",
            ControllerLosses = "account_unification_account_controller_losses",
            ControllerStripeDashboard = "account_unification_account_controller_stripe_dashboard",
            SettingsCardIssuingTosAcceptance = "card_issuing_account_terms_of_service",
            Company = "legal_entity_company", CompanyVerification = "legal_entity_company_verification",
            CompanyVerificationDocument = "legal_entity_company_verification_document",
            CompanyDirectorshipDeclaration = "legal_entity_directorship_declaration",
            CompanyRegistrationDate = "legal_entity_registration_date",
            CompanyRepresentativeDeclaration = "legal_entity_representative_declaration",
            CompanyOwnershipDeclaration = "legal_entity_ubo_declaration",
            SettingsPayoutsSchedule = "transfer_schedule", }
        application { Application = "application", DeletedApplication = "deleted_application", }
        application_fee { ApplicationFee = "application_fee", FeeSource = "platform_earning_fee_source", }
        balance_transaction { BalanceTransaction = "balance_transaction", FeeDetail = "fee", }
        bank_account { BankAccount = "bank_account", DeletedBankAccount = "deleted_bank_account",
            FutureRequirements = "external_account_requirements", }
        billing_credit_balance_transaction { BillingCreditBalanceTransaction = "billing.credit_balance_transaction",
            Credit = "billing_credit_grants_resource_balance_credit",
            CreditCreditsApplicationInvoiceVoided = "billing_credit_grants_resource_balance_credits_application_invoice_voided",
            DebitCreditsApplied = "billing_credit_grants_resource_balance_credits_applied",
            Debit = "billing_credit_grants_resource_balance_debit", }
        billing_credit_grant { BillingCreditGrant = "billing.credit_grant",
            ApplicabilityConfig = "billing_credit_grants_resource_applicability_config",
            ApplicabilityConfigScopePrice = "billing_credit_grants_resource_applicable_price",
            ApplicabilityConfigScope = "billing_credit_grants_resource_scope", }
        card { Card = "card", DeletedCard = "deleted_card", Networks = "token_card_networks", }
        cash_balance { CashBalance = "cash_balance", Settings = "customer_balance_customer_balance_settings", }
        charge { Charge = "charge", FraudDetails = "charge_fraud_details", Outcome = "charge_outcome",
            TransferData = "charge_transfer_data",
            PaymentMethodDetailsCardExtendedAuthorization = "payment_flows_private_payment_methods_card_details_api_resource_enterprise_features_extended_authorization_extended_authorization",
            PaymentMethodDetailsCardIncrementalAuthorization = "payment_flows_private_payment_methods_card_details_api_resource_enterprise_features_incremental_authorization_incremental_authorization",
            PaymentMethodDetailsCardOvercapture = "payment_flows_private_payment_methods_card_details_api_resource_enterprise_features_overcapture_overcapture",
            PaymentMethodDetailsCardMulticapture = "payment_flows_private_payment_methods_card_details_api_resource_multicapture",
            PaymentMethodDetails = "payment_method_details", PaymentMethodDetailsCard = "payment_method_details_card",
            PaymentMethodDetailsCardChecks = "payment_method_details_card_checks",
            PaymentMethodDetailsCardInstallments = "payment_method_details_card_installments",
            PaymentMethodDetailsCardNetworkToken = "payment_method_details_card_network_token",
            PaymentMethodDetailsCardWallet = "payment_method_details_card_wallet",
            PaymentMethodDetailsCardWalletAmexExpressCheckout = "payment_method_details_card_wallet_amex_express_checkout",
            PaymentMethodDetailsCardWalletLink = "payment_method_details_card_wallet_link",
            PaymentMethodDetailsCardWalletMasterpass = "payment_method_details_card_wallet_masterpass",
            PaymentMethodDetailsCardWalletSamsungPay = "payment_method_details_card_wallet_samsung_pay",
            PaymentMethodDetailsCardWalletVisaCheckout = "payment_method_details_card_wallet_visa_checkout",
            PaymentMethodDetailsKonbini = "payment_method_details_konbini",
            PaymentMethodDetailsKonbiniStore = "payment_method_details_konbini_store",
            PaymentMethodDetailsMbWay = "payment_method_details_mb_way",
            PaymentMethodDetailsPaynow = "payment_method_details_paynow",
            PaymentMethodDetailsPromptpay = "payment_method_details_promptpay",
            PaymentMethodDetailsUsBankAccount = "payment_method_details_us_bank_account",
            PaymentMethodDetailsWechatPay = "payment_method_details_wechat_pay",
            PaymentMethodDetailsZip = "payment_method_details_zip", OutcomeRule = "rule",
            PaymentMethodDetailsCardThreeDSecure = "three_d_secure_details_charge", }
        connect_collection_transfer { ConnectCollectionTransfer = "connect_collection_transfer", }
        coupon { Coupon = "coupon", AppliesTo = "coupon_applies_to", CurrencyOptions = "coupon_currency_option", }
        customer { Customer = "customer", Tax = "customer_tax", TaxLocation = "customer_tax_location",
            DeletedCustomer = "deleted_customer",
            InvoiceSettingsRenderingOptions = "invoice_setting_customer_rendering_options",
            InvoiceSettings = "invoice_setting_customer_setting", }
        customer_cash_balance_transaction {
            AdjustedForOverdraft = "customer_balance_resource_cash_balance_transaction_resource_adjusted_for_overdraft",
            AppliedToPayment = "customer_balance_resource_cash_balance_transaction_resource_applied_to_payment_transaction",
            Funded = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction",
            FundedBankTransfer = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer",
            FundedBankTransferEuBankTransfer = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer_resource_eu_bank_transfer",
            FundedBankTransferGbBankTransfer = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer_resource_gb_bank_transfer",
            FundedBankTransferJpBankTransfer = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer_resource_jp_bank_transfer",
            FundedBankTransferUsBankTransfer = "customer_balance_resource_cash_balance_transaction_resource_funded_transaction_resource_bank_transfer_resource_us_bank_transfer",
            RefundedFromPayment = "customer_balance_resource_cash_balance_transaction_resource_refunded_from_payment_transaction",
            TransferredToBalance = "customer_balance_resource_cash_balance_transaction_resource_transferred_to_balance",
            UnappliedFromPayment = "customer_balance_resource_cash_balance_transaction_resource_unapplied_from_payment_transaction",
            CustomerCashBalanceTransaction = "customer_cash_balance_transaction", }
        discount { DeletedDiscount = "deleted_discount", Discount = "discount", Source = "discount_source", }
        dispute { Dispute = "dispute", EvidenceDetailsEnhancedEligibility = "dispute_enhanced_eligibility",
            EvidenceDetailsEnhancedEligibilityVisaCompellingEvidence3 = "dispute_enhanced_eligibility_visa_compelling_evidence3",
            EvidenceDetailsEnhancedEligibilityVisaCompliance = "dispute_enhanced_eligibility_visa_compliance",
            EvidenceEnhancedEvidence = "dispute_enhanced_evidence",
            EvidenceEnhancedEvidenceVisaCompellingEvidence3 = "dispute_enhanced_evidence_visa_compelling_evidence3",
            EvidenceEnhancedEvidenceVisaCompliance = "dispute_enhanced_evidence_visa_compliance",
            Evidence = "dispute_evidence", EvidenceDetails = "dispute_evidence_details",
            PaymentMethodDetails = "dispute_payment_method_details",
            PaymentMethodDetailsAmazonPay = "dispute_payment_method_details_amazon_pay",
            PaymentMethodDetailsCard = "dispute_payment_method_details_card",
            PaymentMethodDetailsKlarna = "dispute_payment_method_details_klarna",
            PaymentMethodDetailsPaypal = "dispute_payment_method_details_paypal",
            EvidenceEnhancedEvidenceVisaCompellingEvidence3DisputedTransactionShippingAddress = "dispute_transaction_shipping_address",
            EvidenceEnhancedEvidenceVisaCompellingEvidence3DisputedTransaction = "dispute_visa_compelling_evidence3_disputed_transaction",
            EvidenceEnhancedEvidenceVisaCompellingEvidence3PriorUndisputedTransaction = "dispute_visa_compelling_evidence3_prior_undisputed_transaction", }
        event { Event = "event", Data = "notification_event_data", Request = "notification_event_request", }
        fee_refund { FeeRefund = "fee_refund", }
        file { File = "file", }
        file_link { FileLink = "file_link", }
        invoice { AutomaticTax = "automatic_tax", Parent = "billing_bill_resource_invoicing_parents_invoice_parent",
            ParentQuoteDetails = "billing_bill_resource_invoicing_parents_invoice_quote_parent",
            ParentSubscriptionDetails = "billing_bill_resource_invoicing_parents_invoice_subscription_parent",
            DeletedInvoice = "deleted_invoice", Invoice = "invoice",
            PaymentSettingsPaymentMethodOptionsCardInstallments = "invoice_installments_card",
            ThresholdReasonItemReason = "invoice_item_threshold_reason",
            PaymentSettingsPaymentMethodOptionsCard = "invoice_payment_method_options_card",
            RenderingPdf = "invoice_rendering_pdf", ThresholdReason = "invoice_threshold_reason",
            PaymentSettingsPaymentMethodOptions = "invoices_payment_method_options",
            PaymentSettings = "invoices_payment_settings",
            ConfirmationSecret = "invoices_resource_confirmation_secret",
            FromInvoice = "invoices_resource_from_invoice", Rendering = "invoices_resource_invoice_rendering",
            CustomerTaxId = "invoices_resource_invoice_tax_id", ShippingCost = "invoices_resource_shipping_cost",
            StatusTransitions = "invoices_resource_status_transitions", ShippingCostTax = "line_items_tax_amount", }
        invoice_payment { InvoicePayment = "invoice_payment",
            Payment = "invoices_payments_invoice_payment_associated_payment",
            StatusTransitions = "invoices_payments_invoice_payment_status_transitions", }
        issuing_authorization { IssuingAuthorization = "issuing.authorization",
            AmountDetails = "issuing_authorization_amount_details",
            VerificationDataAuthenticationExemption = "issuing_authorization_authentication_exemption",
            FleetCardholderPromptData = "issuing_authorization_fleet_cardholder_prompt_data",
            Fleet = "issuing_authorization_fleet_data",
            FleetReportedBreakdownFuel = "issuing_authorization_fleet_fuel_price_data",
            FleetReportedBreakdownNonFuel = "issuing_authorization_fleet_non_fuel_price_data",
            FleetReportedBreakdown = "issuing_authorization_fleet_reported_breakdown",
            FleetReportedBreakdownTax = "issuing_authorization_fleet_tax_data",
            FraudChallenge = "issuing_authorization_fraud_challenge", Fuel = "issuing_authorization_fuel_data",
            NetworkData = "issuing_authorization_network_data",
            PendingRequest = "issuing_authorization_pending_request",
            RequestHistory = "issuing_authorization_request",
            VerificationDataThreeDSecure = "issuing_authorization_three_d_secure",
            Treasury = "issuing_authorization_treasury", VerificationData = "issuing_authorization_verification_data", }
        issuing_card { IssuingCard = "issuing.card", WalletsApplePay = "issuing_card_apple_pay",
            SpendingControls = "issuing_card_authorization_controls",
            LatestFraudWarning = "issuing_card_fraud_warning", WalletsGooglePay = "issuing_card_google_pay",
            Shipping = "issuing_card_shipping",
            ShippingAddressValidation = "issuing_card_shipping_address_validation",
            ShippingCustoms = "issuing_card_shipping_customs",
            SpendingControlsSpendingLimit = "issuing_card_spending_limit", Wallets = "issuing_card_wallets", }
        issuing_cardholder { IssuingCardholder = "issuing.cardholder", Billing = "issuing_cardholder_address",
            SpendingControls = "issuing_cardholder_authorization_controls",
            IndividualCardIssuing = "issuing_cardholder_card_issuing", Company = "issuing_cardholder_company",
            IndividualVerificationDocument = "issuing_cardholder_id_document",
            Individual = "issuing_cardholder_individual", IndividualDob = "issuing_cardholder_individual_dob",
            Requirements = "issuing_cardholder_requirements",
            SpendingControlsSpendingLimit = "issuing_cardholder_spending_limit",
            IndividualCardIssuingUserTermsAcceptance = "issuing_cardholder_user_terms_acceptance",
            IndividualVerification = "issuing_cardholder_verification", }
        issuing_dispute { IssuingDispute = "issuing.dispute", EvidenceCanceled = "issuing_dispute_canceled_evidence",
            EvidenceDuplicate = "issuing_dispute_duplicate_evidence", Evidence = "issuing_dispute_evidence",
            EvidenceFraudulent = "issuing_dispute_fraudulent_evidence",
            EvidenceMerchandiseNotAsDescribed = "issuing_dispute_merchandise_not_as_described_evidence",
            EvidenceNoValidAuthorization = "issuing_dispute_no_valid_authorization_evidence",
            EvidenceNotReceived = "issuing_dispute_not_received_evidence",
            EvidenceOther = "issuing_dispute_other_evidence",
            EvidenceServiceNotAsDescribed = "issuing_dispute_service_not_as_described_evidence",
            Treasury = "issuing_dispute_treasury", }
        issuing_personalization_design { IssuingPersonalizationDesign = "issuing.personalization_design",
            CarrierText = "issuing_personalization_design_carrier_text",
            Preferences = "issuing_personalization_design_preferences",
            RejectionReasons = "issuing_personalization_design_rejection_reasons", }
        issuing_physical_bundle { IssuingPhysicalBundle = "issuing.physical_bundle",
            Features = "issuing_physical_bundle_features", }
        issuing_token { IssuingToken = "issuing.token",
            NetworkDataWalletProviderCardholderAddress = "issuing_network_token_address",
            NetworkDataDevice = "issuing_network_token_device",
            NetworkDataMastercard = "issuing_network_token_mastercard",
            NetworkData = "issuing_network_token_network_data", NetworkDataVisa = "issuing_network_token_visa",
            NetworkDataWalletProvider = "issuing_network_token_wallet_provider", }
        issuing_transaction { IssuingTransaction = "issuing.transaction",
            AmountDetails = "issuing_transaction_amount_details",
            PurchaseDetailsFleetCardholderPromptData = "issuing_transaction_fleet_cardholder_prompt_data",
            PurchaseDetailsFleet = "issuing_transaction_fleet_data",
            PurchaseDetailsFleetReportedBreakdownFuel = "issuing_transaction_fleet_fuel_price_data",
            PurchaseDetailsFleetReportedBreakdownNonFuel = "issuing_transaction_fleet_non_fuel_price_data",
            PurchaseDetailsFleetReportedBreakdown = "issuing_transaction_fleet_reported_breakdown",
            PurchaseDetailsFleetReportedBreakdownTax = "issuing_transaction_fleet_tax_data",
            PurchaseDetailsFlight = "issuing_transaction_flight_data",
            PurchaseDetailsFlightSegment = "issuing_transaction_flight_data_leg",
            PurchaseDetailsFuel = "issuing_transaction_fuel_data",
            PurchaseDetailsLodging = "issuing_transaction_lodging_data",
            NetworkData = "issuing_transaction_network_data",
            PurchaseDetails = "issuing_transaction_purchase_details",
            PurchaseDetailsReceipt = "issuing_transaction_receipt_data", Treasury = "issuing_transaction_treasury", }
    }
}
