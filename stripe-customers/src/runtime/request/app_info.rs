//! Identification of the application.

/// Identifies the application or plugin that uses the client. Stripe shows it with the requests.
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
    /// Creates an identification with this name.
    ///
    /// The name, version and URL are sent in headers, so they must consist of visible ASCII characters and spaces.
    /// [`ClientBuilder::build`](crate::ClientBuilder::build) checks them.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            version: None,
            url: None,
        }
    }

    /// Sets the version of the application.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets the website of the application.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}
