//! The key by which Stripe knows that two requests are one.

use crate::Error;

/// A fresh UUID of version 4, from the randomness of the operating system.
pub(super) fn fresh_key() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(Error::no_randomness)?;
    Ok(uuid(u128::from_be_bytes(bytes)))
}

/// `random` as a UUID of version 4: 122 of its bits, and the six that say what it is.
fn uuid(random: u128) -> String {
    let version = (random & !(0xf << 76)) | (0x4 << 76);
    let bits = (version & !(0b11 << 62)) | (0b10 << 62);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        bits >> 96,
        (bits >> 80) & 0xffff,
        (bits >> 64) & 0xffff,
        (bits >> 48) & 0xffff,
        bits & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::{fresh_key, uuid};

    #[test]
    fn a_key_has_the_form_of_a_uuid_of_version_4() {
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
            "01234567-89ab-4def-8123-456789abcdef"
        );
    }

    #[test]
    fn no_two_keys_are_the_same() {
        assert_ne!(fresh_key().unwrap(), fresh_key().unwrap());
    }
}
