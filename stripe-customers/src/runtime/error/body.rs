//! Decoding the body of an error response.

use std::borrow::Cow;

use crate::runtime::json::{DecodeError, Decoder, ObjectWriter};
use crate::runtime::model::{Decode, ValueRef, from_text};
use crate::shared::ApiErrors;

/// Decodes the error object in `body`. Returns `None` if there is none.
///
/// A malformed error object must not hide the error, so members that do not match their type are dropped, and the text
/// after the object is ignored.
pub(super) fn api_error(body: &str) -> Option<ApiErrors> {
    let mut members = members_of(error_member(body)?)?;
    // Every iteration returns, removes all members with a name, or adds a member; and no member is added twice. Only members
    // that are fields of the type are removed, so their number limits the iterations.
    for _ in 0..=2 * members.len() + 2 {
        match from_text(&object(&members)) {
            Ok(error) => return Some(error),
            Err(error) => replace_member(&mut members, &error)?,
        }
    }
    None
}

/// Returns the text of the member `error` of an object.
fn error_member(body: &str) -> Option<&str> {
    let mut decoder = Decoder::new(body, || "error");
    match decoder.go_to_member("error").ok()? {
        true => decoder.raw().ok(),
        false => None,
    }
}

/// A member of an object: its name and the text of its value.
type Member<'a> = (Cow<'a, str>, &'a str);

/// Returns the members that are fields of the error object, the first of each name. The body may have any number of others.
fn members_of(text: &str) -> Option<Vec<Member<'_>>> {
    let mut fields: Vec<&str> = Vec::new();
    ApiErrors::empty().visit(&mut |value: ValueRef<'_>| {
        if let ValueRef::Object(info, _) = value {
            fields.extend(info.fields);
        }
    });
    let mut decoder = Decoder::new(text, || "error");
    decoder.begin_object().ok()?;
    let mut members = Vec::new();
    while let Some(key) = decoder.next_key().ok()? {
        let value = decoder.raw().ok()?;
        if let Some(index) = fields.iter().position(|&name| name == key) {
            fields.swap_remove(index);
            members.push((key, value));
        }
    }
    Some(members)
}

fn object(members: &[Member<'_>]) -> String {
    let mut text = String::new();
    let mut writer = ObjectWriter::new(&mut text);
    for (key, value) in members {
        writer.key(key).push_str(value);
    }
    writer.end();
    text
}

/// Removes the members with the name that `error` is about. If it is required and already removed, adds it as an empty
/// string. Returns `None` if the empty string does not match the type either.
fn replace_member(members: &mut Vec<Member<'_>>, error: &DecodeError) -> Option<()> {
    let path = error.path();
    let (_, inside) = path.split_once('.')?;
    let name = inside.split(['.', '[']).next()?;
    match members.iter().find(|(key, _)| key == name) {
        Some((_, "\"\"")) => None,
        Some(_) => {
            members.retain(|(key, _)| key != name);
            Some(())
        }
        None => {
            members.push((Cow::Owned(name.to_owned()), "\"\""));
            Some(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::api_error;

    #[test]
    fn an_error_is_decoded() {
        let body = r#"{"error": {"code": "a", "message": "b", "type": "api_error"}}"#;
        let error = api_error(body).unwrap();
        assert_eq!(error.type_.as_str(), "api_error");
        assert_eq!(error.message.as_deref(), Some("b"));
    }

    #[test]
    fn a_malformed_member_does_not_hide_the_others() {
        for body in [
            r#"{"error": {"code": "a", "message": "b", "type": 7}}"#,
            r#"{"error": {"code": "a", "message": "b", "type": null}}"#,
            r#"{"error": {"code": "a", "message": "b"}}"#,
            r#"{"error": {"code": {"x": 1}, "message": "b", "type": "api_error"}}"#,
            r#"{"error": {"doc_url": 1, "param": [], "message": "b", "type": []}}"#,
            r#"{"message": 1, "error": {"message": "b", "type": "new"}} and more"#,
            r#"{"error": {"message": "b", "type": "api_error"}"#,
        ] {
            let error = api_error(body).expect(body);
            assert_eq!(error.message.as_deref(), Some("b"), "{body}");
        }
    }

    #[test]
    fn a_body_without_an_error_object_is_none() {
        for body in [
            "",
            "<html>",
            "null",
            "[]",
            "{}",
            r#"{"error": "invalid_grant"}"#,
            r#"{"error": null}"#,
            r#"{"error": {"message": "b""#,
            r#"{"error"#,
        ] {
            assert!(api_error(body).is_none(), "{body}");
        }
    }
}
