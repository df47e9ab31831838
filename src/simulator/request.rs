//! Reading a call's parameters the way Telegram's server does: URL query and body together, the first of two
//! equal names wins, JSON values other than strings stay raw text. It does not know which parameters exist.

use std::fmt;

use axum::body::Bytes;
use serde::Deserializer as _;
use serde::de::{DeserializeSeed, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::multipart;

/// Total size of ordinary parameters (HttpReader.h).
const MAX_PARAMETERS: usize = 1 << 20;
/// Files in one request (HttpReader.h).
const MAX_FILES: usize = 50;

/// A request that gets a bare status with an empty body instead of the JSON envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LowLevel(pub(crate) u16);

/// One uploaded file.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// Name of the multipart part.
    pub(crate) part: String,
    /// File name given by the client.
    pub(crate) name: String,
    /// Content type given by the client.
    pub(crate) mime: Option<String>,
    /// What it holds.
    pub(crate) bytes: Bytes,
}

/// One parameter.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    name: String,
    value: String,
    /// It came as JSON `null`, which Telegram does not take for "absent".
    is_null: bool,
}

/// All parameters of a call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    values: Vec<Parameter>,
    files: Vec<Upload>,
}

impl Params {
    /// Reads the query string and the body.
    pub(crate) fn read(
        query: Option<&str>,
        content_type: Option<&str>,
        body: &Bytes,
    ) -> Result<Self, LowLevel> {
        let mut params = Self::default();
        if let Some(query) = query {
            params.read_pairs(query.as_bytes());
        }
        let content_type = content_type.unwrap_or_default();
        if content_type.contains("multipart/form-data") {
            multipart::read(content_type, body, &mut params)?;
        } else if content_type.contains("application/x-www-form-urlencoded") {
            params.read_pairs(body);
        } else if content_type.contains("application/json") {
            params.read_json(body);
        }
        let size: usize = params.values.iter().map(|one| one.name.len() + one.value.len()).sum();
        if size > MAX_PARAMETERS || params.files.len() > MAX_FILES {
            return Err(LowLevel(413));
        }
        Ok(params)
    }

    fn read_pairs(&mut self, pairs: &[u8]) {
        for (name, value) in url::form_urlencoded::parse(pairs) {
            self.add(name.into_owned(), value.into_owned(), false);
        }
    }

    /// A syntax error is not an error: what stood before it is used.
    fn read_json(&mut self, body: &[u8]) {
        let mut reader = serde_json::Deserializer::from_slice(body);
        let _ = reader.deserialize_map(Fields(self));
    }

    /// Adds a parameter; the first of two equal names wins.
    pub(crate) fn add(&mut self, name: String, value: String, is_null: bool) {
        if self.raw(&name).is_none() {
            self.values.push(Parameter { name, value, is_null });
        }
    }

    /// Adds an uploaded file.
    pub(crate) fn add_file(&mut self, file: Upload) {
        self.files.push(file);
    }

    /// Names of the parameters that came, files included.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|one| one.name.as_str())
    }

    /// Names of the parameters that came as JSON `null`.
    pub(crate) fn nulls(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter(|one| one.is_null).map(|one| one.name.as_str())
    }

    /// The uploaded file of this part.
    pub(crate) fn file(&self, part: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.part == part)
    }

    /// The parameter as text, if it came.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|one| one.name == name).map(|one| one.value.as_str())
    }

    /// The parameter as text; absent reads as empty, as on the server.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.raw(name).unwrap_or_default()
    }

    /// `true`, `yes` and `1` in any case are true, all else is false (Client.cpp, `to_bool`).
    pub(crate) fn flag(&self, name: &str) -> bool {
        let value = self.text(name).trim();
        ["true", "yes", "1"].iter().any(|yes| value.eq_ignore_ascii_case(yes))
    }

    /// A number: absent means `default`, unreadable means 0, and all is clamped to the range, never refused.
    pub(crate) fn number(&self, name: &str, default: i64, low: i64, high: i64) -> i64 {
        self.raw(name).map_or(default, |value| value.trim().parse().unwrap_or(0)).clamp(low, high)
    }

    /// A number with a fraction, if it came and reads as one.
    pub(crate) fn fraction(&self, name: &str) -> Option<f64> {
        self.text(name).trim().parse().ok().filter(|value: &f64| value.is_finite())
    }

    /// `message_id`: a positive number, otherwise nothing.
    pub(crate) fn message_id(&self, name: &str) -> Option<i32> {
        self.text(name).trim().parse().ok().filter(|id| *id > 0)
    }
}

struct Fields<'a>(&'a mut Params);

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object of parameters")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            map.next_value_seed(Field { params: self.0, name })?;
        }
        Ok(())
    }
}

struct Field<'a> {
    params: &'a mut Params,
    name: String,
}

impl<'de> DeserializeSeed<'de> for Field<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        let raw = <&RawValue as serde::Deserialize>::deserialize(reader)?.get();
        let value = if raw.starts_with('"') {
            serde_json::from_str(raw).map_err(serde::de::Error::custom)?
        } else {
            raw.to_owned()
        };
        self.params.add(self.name, value, raw == "null");
        Ok(())
    }
}
