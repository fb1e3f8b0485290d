//! The body of an error: as much of it as can be read.

use std::borrow::Cow;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::from_text;
use crate::shared::ApiErrors;

/// The error object in `body`; `None` if there is none.
///
/// An error in the error would hide what went wrong. So a member that does not fit its type is left out,
/// and what comes after the object is not looked at.
pub(super) fn api_error(body: &str) -> Option<ApiErrors> {
    let mut members = members_of(error_member(body)?)?;
    // Every round either ends, or takes away all members of a name, or sets one; and no member is set twice. Only members
    // that an error has a field for are ever taken, so there are few rounds, however many members there are.
    for _ in 0..=2 * members.len() + 2 {
        match from_text(&object(&members)) {
            Ok(error) => return Some(error),
            Err(error) => give_up_member(&mut members, &error)?,
        }
    }
    None
}

/// The text of the member `error` of an object.
fn error_member(body: &str) -> Option<&str> {
    let mut decoder = Decoder::new(body, || "error");
    decoder.begin_object().ok()?;
    let mut first = true;
    while let Some(key) = decoder.next_key(first).ok()? {
        first = false;
        if key == "error" {
            return decoder.raw().ok();
        }
        decoder.skip().ok()?;
    }
    None
}

/// A member of an object: its name and the text of its value.
type Member<'a> = (Cow<'a, str>, &'a str);

fn members_of(text: &str) -> Option<Vec<Member<'_>>> {
    let mut decoder = Decoder::new(text, || "error");
    decoder.begin_object().ok()?;
    let mut members = Vec::new();
    while let Some(key) = decoder.next_key(members.is_empty()).ok()? {
        members.push((key, decoder.raw().ok()?));
    }
    Some(members)
}

fn object(members: &[Member<'_>]) -> String {
    let mut text = String::from("{");
    for (key, value) in members {
        if text.len() > 1 {
            text.push(',');
        }
        crate::runtime::json::write_string(key, &mut text);
        text.push(':');
        text.push_str(value);
    }
    text.push('}');
    text
}

/// Takes away the member that `error` is about, with all of the same name. If it is one that has to be there, gives it the
/// empty string; if that does not help either, `None`.
fn give_up_member(members: &mut Vec<Member<'_>>, error: &DecodeError) -> Option<()> {
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
    fn a_whole_error_is_read() {
        let body = r#"{"error": {"code": "a", "message": "b", "type": "api_error"}}"#;
        let error = api_error(body).unwrap();
        assert_eq!(error.type_.as_str(), "api_error");
        assert_eq!(error.message.as_deref(), Some("b"));
    }

    #[test]
    fn an_odd_member_does_not_hide_the_others() {
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
    fn what_holds_no_error_object_is_none() {
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
