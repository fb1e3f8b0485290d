//! The application that uses the client.

/// The application that uses the client: Stripe shows it beside the requests, and asks plugins to name
/// themselves.
///
/// ```
/// use stripe_customers::AppInfo;
///
/// let app = AppInfo::new("RocketRides").version("1.2.34").url("https://rocketrides.example");
/// ```
#[derive(Clone, Debug)]
pub struct AppInfo {
    pub(super) name: String,
    pub(super) version: Option<String>,
    pub(super) url: Option<String>,
}

impl AppInfo {
    /// The application of this name. Visible ASCII and spaces, as in all parts of it: they stand in
    /// headers. [`ClientBuilder::build`](crate::ClientBuilder::build) checks that.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            version: None,
            url: None,
        }
    }

    /// Its version. None by default.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Where to read about it. None by default.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}
