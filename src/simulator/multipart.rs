//! `multipart/form-data` read from a body that is already whole. Parts with a file name become files, the
//! others parameters.

use axum::body::Bytes;

use super::request::{LowLevel, Params, Upload};

/// Longest boundary accepted (HttpReader.h).
const MAX_BOUNDARY: usize = 70;

/// Adds the parts of `body` to `params`.
pub(crate) fn read(content_type: &str, body: &Bytes, params: &mut Params) -> Result<(), LowLevel> {
    let boundary = boundary(content_type).ok_or(LowLevel(400))?;
    let delimiter = format!("--{boundary}");
    let mut at = find(body, delimiter.as_bytes(), 0).ok_or(LowLevel(400))? + delimiter.len();
    let closing = format!("\r\n{delimiter}");
    while !body[at..].starts_with(b"--") {
        let head = at + 2;
        let blank = find(body, b"\r\n\r\n", at).ok_or(LowLevel(400))?;
        let start = blank + 4;
        let end = find(body, closing.as_bytes(), start).ok_or(LowLevel(400))?;
        let headers = String::from_utf8_lossy(body.get(head..blank).unwrap_or_default()).into_owned();
        add(&headers, body.slice(start..end), params);
        at = end + closing.len();
    }
    Ok(())
}

fn boundary(content_type: &str) -> Option<&str> {
    let (_, after) = content_type.split_once("boundary=")?;
    let value = match after.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => after.split(';').next()?.trim(),
    };
    (1..=MAX_BOUNDARY).contains(&value.len()).then_some(value)
}

fn add(headers: &str, bytes: Bytes, params: &mut Params) {
    let (mut name, mut file, mut mime) = (None, None, None);
    for line in headers.split("\r\n") {
        let Some((key, value)) = line.split_once(':') else { continue };
        if key.eq_ignore_ascii_case("content-disposition") {
            name = attribute(value, "name");
            file = attribute(value, "filename").or_else(|| encoded_name(value));
        } else if key.eq_ignore_ascii_case("content-type") {
            mime = Some(value.trim().to_owned());
        }
    }
    let Some(part) = name else { return };
    match file {
        Some(name) => params.add_file(Upload { part, name, mime, bytes }),
        None => params.add(part, String::from_utf8_lossy(&bytes).into_owned(), false),
    }
}

/// `key="value"` of a header, backslash and percent escapes of quotes undone.
fn attribute(header: &str, key: &str) -> Option<String> {
    header.split(';').find_map(|piece| {
        let (name, value) = piece.trim().split_once('=')?;
        let value = value.trim().trim_matches('"').replace("\\\"", "\"").replace("%22", "\"");
        (name.trim() == key).then_some(value)
    })
}

/// `filename*=utf-8''…` of RFC 5987, which some clients send for names beyond ASCII.
fn encoded_name(header: &str) -> Option<String> {
    let value = attribute(header, "filename*")?;
    let (_, encoded) = value.split_once("''")?;
    let plain = encoded.replace('+', "%2B");
    url::form_urlencoded::parse(plain.as_bytes()).next().map(|(name, _)| name.into_owned())
}

fn find(body: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    while let Some(step) = body.get(at..)?.iter().position(|byte| *byte == first) {
        at += step;
        if body[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}
