//! Rows as the database holds them, and the way from there to the words of the domain. No statements.

use super::{Error, Result};
use crate::domain::{
    Consent, Details, District, Event, EventFacts, EventId, EventLine, EventStatus, Language, Level, Name,
    Party, Person, PersonId, Phone, Reason, Registration, RegistrationId, Seats, Standing, Texts,
};
use chrono::{DateTime, NaiveDateTime, Utc};
use sqlx::FromRow;

/// Reads a stored word; an unknown one means that the file is newer than this program or damaged.
pub(super) fn word<T>(column: &'static str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T> {
    parse(text).ok_or(Error::Unknown(column))
}

fn optional<T>(
    column: &'static str,
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    text.map(|text| word(column, text, parse)).transpose()
}

/// Languages joined as they are stored: `kk+ru`.
pub(super) fn join_languages(languages: &[Language]) -> String {
    languages.iter().map(|language| language.code()).collect::<Vec<_>>().join("+")
}

#[derive(FromRow)]
pub(super) struct EventRow {
    id: i64,
    code: String,
    external_id: String,
    level: String,
    district: Option<String>,
    title_kk: Option<String>,
    title_ru: Option<String>,
    title_en: Option<String>,
    description_kk: Option<String>,
    description_ru: Option<String>,
    description_en: Option<String>,
    local_start: NaiveDateTime,
    starts_at: DateTime<Utc>,
    #[sqlx(try_from = "i64")]
    duration_min: u32,
    venue: String,
    address: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    capacity: Option<i64>,
    expected: Option<i64>,
    languages: String,
    organisation: String,
    phone_required: bool,
    #[sqlx(try_from = "i64")]
    companions: u32,
    opens_at: Option<DateTime<Utc>>,
    closes_at: Option<DateTime<Utc>>,
    status: String,
    #[sqlx(try_from = "i64")]
    revision: u32,
    cancel_reason: Option<String>,
    speakers: String,
    photo: Option<String>,
}

impl TryFrom<EventRow> for Event {
    type Error = Error;

    fn try_from(row: EventRow) -> Result<Self> {
        Ok(Event {
            id: EventId(row.id),
            code: row.code,
            starts_at: row.starts_at,
            status: word("status", &row.status, EventStatus::parse)?,
            revision: row.revision,
            cancel_reason: optional("cancel_reason", row.cancel_reason.as_deref(), |text| {
                Reason::parse(text).ok()
            })?,
            speakers: row.speakers.lines().map(str::to_owned).collect(),
            photo: row.photo,
            facts: EventFacts {
                external_id: row.external_id,
                level: word("level", &row.level, Level::parse)?,
                district: optional("district", row.district.as_deref(), District::parse)?,
                title: Texts { kk: row.title_kk, ru: row.title_ru, en: row.title_en },
                description: Texts { kk: row.description_kk, ru: row.description_ru, en: row.description_en },
                local_start: row.local_start,
                duration_min: row.duration_min,
                venue: row.venue,
                address: row.address,
                point: row.latitude.zip(row.longitude),
                capacity: row.capacity.map(|seats| seats as u32),
                expected: row.expected.map(|people| people as u32),
                languages: row.languages.split('+').filter_map(Language::parse).collect(),
                organisation: row.organisation,
                phone_required: row.phone_required,
                companions: row.companions,
                opens_at: row.opens_at,
                closes_at: row.closes_at,
            },
        })
    }
}

#[derive(FromRow)]
pub(super) struct SeatedEventRow {
    #[sqlx(flatten)]
    pub(super) event: EventRow,
    #[sqlx(flatten)]
    pub(super) seats: SeatsRow,
}

#[derive(FromRow)]
pub(super) struct LineRow {
    id: i64,
    title_kk: Option<String>,
    title_ru: Option<String>,
    title_en: Option<String>,
    starts_at: DateTime<Utc>,
    district: Option<String>,
    #[sqlx(flatten)]
    seats: SeatsRow,
}

#[derive(FromRow)]
pub(super) struct SeatsRow {
    capacity: Option<i64>,
    #[sqlx(try_from = "i64")]
    taken: u32,
    #[sqlx(try_from = "i64")]
    waiting: u32,
}

impl From<SeatsRow> for Seats {
    fn from(row: SeatsRow) -> Self {
        Seats { capacity: row.capacity.map(|seats| seats as u32), taken: row.taken, waiting: row.waiting }
    }
}

impl TryFrom<LineRow> for EventLine {
    type Error = Error;

    fn try_from(row: LineRow) -> Result<Self> {
        Ok(EventLine {
            id: EventId(row.id),
            title: Texts { kk: row.title_kk, ru: row.title_ru, en: row.title_en },
            starts_at: row.starts_at,
            district: optional("district", row.district.as_deref(), District::parse)?,
            seats: row.seats.into(),
        })
    }
}

#[derive(FromRow)]
pub(super) struct RegistrationRow {
    id: i64,
    event_id: i64,
    person_id: i64,
    #[sqlx(try_from = "i64")]
    party: u32,
    standing: String,
    offer_until: Option<DateTime<Utc>>,
    code: String,
    confirmed_at: Option<DateTime<Utc>>,
}

impl TryFrom<RegistrationRow> for Registration {
    type Error = Error;

    fn try_from(row: RegistrationRow) -> Result<Self> {
        let standing = match (row.standing.as_str(), row.offer_until) {
            ("seated", _) => Standing::Seated,
            ("waiting", _) => Standing::Waiting,
            ("offered", Some(until)) => Standing::Offered { until },
            ("cancelled", _) => Standing::Cancelled,
            _ => return Err(Error::Unknown("standing")),
        };
        Ok(Registration {
            id: RegistrationId(row.id),
            event: EventId(row.event_id),
            person: PersonId(row.person_id),
            party: Party::new(row.party).ok_or(Error::Unknown("party"))?,
            standing,
            code: row.code,
            confirmed_at: row.confirmed_at,
        })
    }
}

#[derive(FromRow)]
pub(super) struct PersonRow {
    id: i64,
    language: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    district: Option<String>,
    consent_version: Option<i64>,
    consent_at: Option<DateTime<Utc>>,
}

impl TryFrom<PersonRow> for Person {
    type Error = Error;

    fn try_from(row: PersonRow) -> Result<Self> {
        let details = match row.name {
            None => None,
            Some(name) => Some(Details {
                name: Name::try_from(name).map_err(|_| Error::Unknown("name"))?,
                phone: row.phone.map(Phone::try_from).transpose().map_err(|_| Error::Unknown("phone"))?,
                district: optional("district", row.district.as_deref(), District::parse)?,
            }),
        };
        Ok(Person {
            id: PersonId(row.id),
            language: optional("language", row.language.as_deref(), Language::parse)?,
            details,
            consent: row
                .consent_version
                .zip(row.consent_at)
                .map(|(version, at)| Consent { version: version as u32, at }),
        })
    }
}
