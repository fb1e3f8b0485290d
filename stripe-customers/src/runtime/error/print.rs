//! `Display` and `Debug` of errors.

use std::fmt;

use crate::runtime::model::{Decode, text_of_field};
use crate::runtime::response::RawResponse;

use super::{Error, ErrorKind};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        one_line(&self.0.message, f)?;
        let details = self.details();
        if !details.is_empty() {
            f.write_str(" (")?;
            one_line(&details.join(", "), f)?;
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &self.to_string())
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts())
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl Error {
    /// The details in parentheses after the message.
    fn details(&self) -> Vec<String> {
        let mut details = Vec::new();
        if let Some(raw) = self.raw() {
            match self.api_error() {
                Some(error) => details.extend(api_details(raw.status, error)),
                None => details.push(raw.status.to_string()),
            }
            if self.kind() == ErrorKind::UnexpectedResponse {
                for name in ["content-type", "content-encoding"] {
                    details.extend(raw.header(name).map(str::to_owned));
                }
                details.push(size(raw));
            }
            details.extend(raw.request_id().map(|id| format!("request {id}")));
        }
        if self.attempts() > 1 {
            details.push(format!("{} attempts", self.attempts()));
        }
        details
    }
}

/// `180 bytes`, or `65536 of 104857600 bytes` if only a part of the body was read.
fn size(raw: &RawResponse) -> String {
    let read = raw.body.length().to_string();
    match raw.header("content-length") {
        Some(whole) if whole != read => format!("{read} of {whole} bytes"),
        _ => format!("{read} bytes"),
    }
}

/// `404 invalid_request_error resource_missing`, `param id`
fn api_details(status: u16, error: &dyn Decode) -> Vec<String> {
    let text = |name| text_of_field(error, name).filter(|text| !text.is_empty());
    let mut details = vec![status.to_string()];
    for word in [text("type"), text("code")].into_iter().flatten() {
        if let Some(first) = details.first_mut() {
            first.push(' ');
            first.push_str(&word);
        }
    }
    for (label, name) in [("param", "param"), ("decline code", "decline_code")] {
        details.extend(text(name).map(|text| format!("{label} {text}")));
    }
    details
}

/// Writes `text` with control characters and separators of lines replaced by spaces.
fn one_line(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    for c in text.chars() {
        fmt::Write::write_char(f, if breaks(c) { ' ' } else { c })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::api_details;

    struct Sample {
        code: Option<String>,
        decline_code: Option<String>,
        param: Option<String>,
        type_: String,
    }

    crate::runtime::model::object! { Sample { code = "code", decline_code = "decline_code", param = "param", type_ = "type" } }

    #[test]
    fn the_details_contain_codes_and_the_parameter() {
        let mut error = Sample {
            code: Some("resource_missing".into()),
            decline_code: None,
            param: Some("id".into()),
            type_: "invalid_request_error".into(),
        };
        assert_eq!(
            api_details(404, &error).join(", "),
            "404 invalid_request_error resource_missing, param id"
        );
        error.code = None;
        error.param = None;
        error.decline_code = Some("insufficient_funds".into());
        error.type_ = String::new();
        assert_eq!(
            api_details(402, &error).join(", "),
            "402, decline code insufficient_funds"
        );
    }
}
