// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::generated::parts::copies::copies;
use crate::generated::parts::filled::filled;
use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    pub name: Option<String>,
}

object! {
    CreateThing deny_unknown_fields {
        name = "name",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// Copies the fields that the parameters have too.
///
/// Every field is text.
impl From<&crate::Thing> for CreateThing {
    #[inline]
    fn from(read: &crate::Thing) -> Self {
        Self {
            name: filled(&read.name).cloned(),
        }
    }
}

copies! {
    CreateThing from crate::Thing,
}
