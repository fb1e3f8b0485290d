// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod advance_test_helpers_thing;
pub mod close_thing;
pub mod create3d_secure;
pub mod create_account;
pub mod create_thing;
pub mod create_thing_part;
pub mod create_thing_preview;
pub mod create_v2core_stream;
pub mod create_v2core_thing;
pub mod delete_thing;
pub mod delete_thing_discount;
pub mod list_thing_parts;
pub mod list_things;
pub mod part;
pub mod part_thing;
pub mod patch_part;
pub mod replace_own_account_logout;
pub mod replace_part;
pub mod replace_parts;
pub mod retrieve_account;
pub mod retrieve_account_part;
pub mod retrieve_own_account;
pub mod retrieve_own_account_part;
pub mod retrieve_thing;
pub mod retrieve_thing_discount;
pub mod search_things;
pub mod tax_settings;
pub mod thing;
pub mod update_account;
pub mod update_own_account;
pub mod update_tax_settings;
pub mod update_thing;
pub mod verify_thing_microdeposits;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    #[cfg(test)]
    pub(crate) mod choice;
    #[cfg(test)]
    pub(crate) mod copies;
    #[cfg(test)]
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    #[cfg(test)]
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    #[cfg(test)]
    pub(crate) mod union;
    #[cfg(test)]
    pub(crate) mod whole_page;
}

pub use advance_test_helpers_thing::AdvanceTestHelpersThing;
pub use close_thing::CloseThing;
pub use create3d_secure::Create3dSecure;
pub use create_account::CreateAccount;
pub use create_thing::CreateThing;
pub use create_thing_part::CreateThingPart;
pub use create_thing_preview::CreateThingPreview;
pub use create_v2core_stream::CreateV2CoreStream;
pub use create_v2core_thing::CreateV2CoreThing;
pub use delete_thing::DeleteThing;
pub use delete_thing_discount::DeleteThingDiscount;
pub use list_thing_parts::ListThingParts;
pub use list_things::ListThings;
pub use part::Part;
pub use part_thing::PartThing;
pub use patch_part::PatchPart;
pub use replace_own_account_logout::ReplaceOwnAccountLogout;
pub use replace_part::ReplacePart;
pub use replace_parts::ReplaceParts;
pub use retrieve_account::RetrieveAccount;
pub use retrieve_account_part::RetrieveAccountPart;
pub use retrieve_own_account::RetrieveOwnAccount;
pub use retrieve_own_account_part::RetrieveOwnAccountPart;
pub use retrieve_thing::RetrieveThing;
pub use retrieve_thing_discount::RetrieveThingDiscount;
pub use search_things::SearchThings;
pub use tax_settings::TaxSettings;
pub use thing::Thing;
pub use update_account::UpdateAccount;
pub use update_own_account::UpdateOwnAccount;
pub use update_tax_settings::UpdateTaxSettings;
pub use update_thing::UpdateThing;
pub use verify_thing_microdeposits::VerifyThingMicrodeposits;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";
