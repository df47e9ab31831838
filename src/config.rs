//! Every setting in one documented struct, read once from the environment and an optional TOML file. Secrets don't print.
//!
//! The environment wins over the file. The file's keys are the variables' names.

use crate::domain::{PersonId, QuietHours, ReminderRule, duration};
use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Tz;
use secrecy::SecretString;
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// The settings of one bot.
#[derive(Debug)]
pub struct Config {
    /// `TELOXIDE_TOKEN`, or the first line of the file `TELOXIDE_TOKEN_FILE`: the bot's token.
    pub token: SecretString,
    /// `TELOXIDE_API_URL`: root of the Bot API server.
    pub api_url: String,
    /// `DATABASE_URL`: `sqlite:FILE` or `postgres://…`.
    pub database_url: String,
    /// `QATYS_DATABASE_CONNECTIONS`: most connections to a server this process uses.
    pub database_connections: u32,
    /// `QATYS_ERASURES`: file in which erasures are noted outside the database; beside it if that is a file.
    pub erasures: Option<PathBuf>,
    /// `QATYS_ADMINS`: Telegram user ids of the first admins.
    pub admins: Vec<PersonId>,
    /// `QATYS_TIMEZONE`: IANA zone of promised times.
    pub timezone: Tz,
    /// `QATYS_SEND_RATE`: messages a second over all chats; up to 1000 with `QATYS_PAID_BROADCAST=true`.
    pub send_rate: u32,
    /// `QATYS_REMINDERS`: when people are reminded.
    pub reminders: Vec<ReminderRule>,
    /// `QATYS_OFFER_WINDOW`: longest time an offer of the waiting list holds a seat.
    pub offer_window: TimeDelta,
    /// `QATYS_QUIET_HOURS`: local times between which nothing optional is sent.
    pub quiet_hours: QuietHours,
    /// `QATYS_EXPORT_PHONES`: whether organisers get phones with the lists they export.
    pub export_phones: bool,
    /// `QATYS_WEBHOOK_URL` and `QATYS_WEBHOOK_SECRET`: webhook instead of polling.
    pub webhook: Option<Webhook>,
    /// `QATYS_LISTEN`: where health, metrics and the webhook are served.
    pub listen: SocketAddr,
    /// `QATYS_OPERATOR`: who processes personal data, named in the consent.
    pub operator: String,
    /// `QATYS_OPERATOR_BIN`: their business identification number.
    pub operator_bin: Option<String>,
}

/// The settings an import needs: those of the programme, without token or network.
#[derive(Debug)]
pub struct Programme {
    /// `DATABASE_URL`.
    pub database_url: String,
    /// `QATYS_DATABASE_CONNECTIONS`.
    pub database_connections: u32,
    /// `QATYS_TIMEZONE`.
    pub timezone: Tz,
    /// `QATYS_REMINDERS`.
    pub reminders: Vec<ReminderRule>,
    /// `QATYS_OFFER_WINDOW`.
    pub offer_window: TimeDelta,
    /// `QATYS_QUIET_HOURS`.
    pub quiet_hours: QuietHours,
}

/// How Telegram posts updates to us.
#[derive(Debug)]
pub struct Webhook {
    /// Public address.
    pub url: String,
    /// Secret that Telegram repeats in a header.
    pub secret: SecretString,
}

/// A setting that cannot be used: one line that says which and why.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {problem}")]
pub struct Fault {
    name: &'static str,
    problem: String,
}

/// The names of all settings; others in the file are mistakes.
pub const NAMES: [&str; 19] = [
    "TELOXIDE_TOKEN",
    "TELOXIDE_TOKEN_FILE",
    "TELOXIDE_API_URL",
    "DATABASE_URL",
    "QATYS_DATABASE_CONNECTIONS",
    "QATYS_ERASURES",
    "QATYS_ADMINS",
    "QATYS_TIMEZONE",
    "QATYS_SEND_RATE",
    "QATYS_PAID_BROADCAST",
    "QATYS_REMINDERS",
    "QATYS_OFFER_WINDOW",
    "QATYS_QUIET_HOURS",
    "QATYS_EXPORT_PHONES",
    "QATYS_WEBHOOK_URL",
    "QATYS_WEBHOOK_SECRET",
    "QATYS_LISTEN",
    "QATYS_OPERATOR",
    "QATYS_OPERATOR_BIN",
];

/// Where values come from: the environment first, then the file.
pub struct Source<'a> {
    environment: &'a dyn Fn(&str) -> Option<String>,
    file: toml::Table,
}

impl<'a> Source<'a> {
    /// The environment alone.
    pub fn environment(environment: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self { environment, file: toml::Table::new() }
    }

    /// The environment over a TOML file.
    pub fn with_file(environment: &'a dyn Fn(&str) -> Option<String>, path: &Path) -> Result<Self, Fault> {
        let fault = |problem: String| Fault { name: "--config", problem };
        let text = std::fs::read_to_string(path).map_err(|e| fault(format!("{}: {e}", path.display())))?;
        let file: toml::Table = text.parse().map_err(|e: toml::de::Error| fault(e.message().to_owned()))?;
        match file.keys().find(|key| !NAMES.contains(&key.as_str())) {
            Some(key) => Err(fault(format!("`{key}` is not a setting"))),
            None => Ok(Self { environment, file }),
        }
    }

    fn text(&self, name: &'static str) -> Option<String> {
        let set = (self.environment)(name).or_else(|| match self.file.get(name)? {
            toml::Value::String(text) => Some(text.clone()),
            toml::Value::Array(list) => {
                Some(list.iter().map(|v| v.to_string().replace('"', "")).collect::<Vec<_>>().join(","))
            }
            other => Some(other.to_string()),
        });
        set.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn read<T>(
        &self,
        name: &'static str,
        default: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<T, Fault> {
        let text = self.text(name).unwrap_or_else(|| default.to_owned());
        parse(&text).map_err(|problem| Fault { name, problem })
    }
}

impl Config {
    /// Reads all settings; the first one that cannot be used is the fault.
    pub fn read(source: &Source) -> Result<Self, Fault> {
        let programme = Programme::read(source)?;
        Ok(Self {
            token: token(source)?,
            api_url: source
                .read("TELOXIDE_API_URL", "https://api.telegram.org", |text| Ok(text.to_owned()))?,
            database_connections: programme.database_connections,
            erasures: source.text("QATYS_ERASURES").map(PathBuf::from),
            database_url: programme.database_url,
            admins: source.read("QATYS_ADMINS", "", admins)?,
            timezone: programme.timezone,
            send_rate: send_rate(source)?,
            reminders: programme.reminders,
            offer_window: programme.offer_window,
            quiet_hours: programme.quiet_hours,
            export_phones: source.read("QATYS_EXPORT_PHONES", "false", truth)?,
            webhook: webhook(source)?,
            listen: source.read("QATYS_LISTEN", "127.0.0.1:8080", |text| {
                text.parse().map_err(|_| format!("`{text}` is not an address such as 127.0.0.1:8080"))
            })?,
            operator: source.read("QATYS_OPERATOR", "Qatys", |text| Ok(text.to_owned()))?,
            operator_bin: source.text("QATYS_OPERATOR_BIN"),
        })
    }
}

impl Programme {
    /// Reads them; the first one that cannot be used is the fault.
    pub fn read(source: &Source) -> Result<Self, Fault> {
        let timezone = source.read("QATYS_TIMEZONE", "Asia/Almaty", |text| {
            text.parse().map_err(|_| format!("`{text}` is not an IANA time zone such as Asia/Almaty"))
        })?;
        let (from, to) = source.read("QATYS_QUIET_HOURS", "22:00-08:00", quiet_hours)?;
        Ok(Self {
            quiet_hours: QuietHours { from, to, zone: timezone },
            database_url: database_url(source)?,
            database_connections: source.read("QATYS_DATABASE_CONNECTIONS", "10", |text| {
                match text.parse() {
                    Ok(connections) if (2..=1000).contains(&connections) => Ok(connections),
                    _ => Err(format!("`{text}` is not a number from 2 to 1000")),
                }
            })?,
            timezone,
            reminders: source.read("QATYS_REMINDERS", "day@11:00,2h", |text| {
                text.split(',').map(|rule| rule.trim().parse()).collect()
            })?,
            offer_window: source.read("QATYS_OFFER_WINDOW", "12h", |text| {
                let seconds =
                    duration(text).ok_or(format!("`{text}` is not a time such as 12h, 30m or 45s"))?;
                Ok(TimeDelta::seconds(i64::from(seconds)))
            })?,
        })
    }
}

/// The database's address, for commands that need nothing else.
pub fn database_url(source: &Source) -> Result<String, Fault> {
    source.read("DATABASE_URL", "sqlite:qatys.db", |text| {
        let known = ["sqlite:", "postgres:", "postgresql:"];
        if known.iter().any(|engine| text.starts_with(engine)) {
            Ok(text.to_owned())
        } else {
            Err("must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE".into())
        }
    })
}

fn token(source: &Source) -> Result<SecretString, Fault> {
    let fault = |name, problem: &str| Fault { name, problem: problem.to_owned() };
    let token = match (source.text("TELOXIDE_TOKEN"), source.text("TELOXIDE_TOKEN_FILE")) {
        (Some(token), _) => token,
        (None, Some(path)) => std::fs::read_to_string(&path)
            .map_err(|e| fault("TELOXIDE_TOKEN_FILE", &format!("{path}: {e}")))?
            .lines()
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned(),
        (None, None) => return Err(fault("TELOXIDE_TOKEN", "is not set; @BotFather gives you one")),
    };
    let is_token =
        token.split_once(':').is_some_and(|(id, key)| id.parse::<u64>().is_ok() && !key.is_empty());
    if is_token {
        Ok(token.into())
    } else {
        Err(fault("TELOXIDE_TOKEN", "is not a token of the form 123456:ABC…"))
    }
}

fn admins(text: &str) -> Result<Vec<PersonId>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|id| !id.is_empty())
        .map(|id| {
            id.parse()
                .ok()
                .filter(|id| *id > 0)
                .map(PersonId)
                .ok_or(format!("`{id}` is not a Telegram user id"))
        })
        .collect()
}

fn send_rate(source: &Source) -> Result<u32, Fault> {
    let paid = source.read("QATYS_PAID_BROADCAST", "false", truth)?;
    let most = if paid { 1000 } else { 30 };
    source.read("QATYS_SEND_RATE", "30", |text| match text.parse() {
        Ok(rate) if (1..=most).contains(&rate) => Ok(rate),
        Ok(rate) if (31..=1000).contains(&rate) => Err("more than 30 needs QATYS_PAID_BROADCAST=true".into()),
        _ => Err(format!("`{text}` is not a number from 1 to {most}")),
    })
}

fn truth(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "must be true or false".to_owned())
}

fn quiet_hours(text: &str) -> Result<(NaiveTime, NaiveTime), String> {
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    text.split_once('-')
        .and_then(|(from, to)| time(from).zip(time(to)))
        .ok_or(format!("`{text}` is not a span such as 22:00-08:00"))
}

fn webhook(source: &Source) -> Result<Option<Webhook>, Fault> {
    let Some(url) = source.text("QATYS_WEBHOOK_URL") else { return Ok(None) };
    let secret = source.text("QATYS_WEBHOOK_SECRET").unwrap_or_default();
    // The characters Telegram allows; shorter than 16 could be guessed.
    let fine = (16..=256).contains(&secret.len())
        && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if fine {
        return Ok(Some(Webhook { url, secret: secret.into() }));
    }
    let problem = "must be 16–256 characters of A–Z a–z 0–9 _ - when QATYS_WEBHOOK_URL is set".to_owned();
    Err(Fault { name: "QATYS_WEBHOOK_SECRET", problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, Fault> {
        let environment =
            |name: &str| settings.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        Config::read(&Source::environment(&environment))
    }

    #[test]
    fn defaults_are_those_of_the_readme() {
        let config = read(&[("TELOXIDE_TOKEN", "1:a")]).unwrap();
        assert_eq!(config.database_url, "sqlite:qatys.db");
        assert_eq!(config.send_rate, 30);
        assert_eq!(config.reminders.iter().map(ToString::to_string).collect::<Vec<_>>(), ["day@11:00", "2h"]);
        assert_eq!(config.offer_window, TimeDelta::hours(12));
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert!(config.webhook.is_none() && config.admins.is_empty());
    }

    #[test]
    fn faults_name_the_setting() {
        for (name, value) in [
            ("TELOXIDE_TOKEN", "abc"),
            ("QATYS_ADMINS", "12,x"),
            ("QATYS_TIMEZONE", "Mars/Base"),
            ("QATYS_SEND_RATE", "31"),
            ("QATYS_SEND_RATE", "0"),
            ("QATYS_REMINDERS", "soon"),
            ("QATYS_OFFER_WINDOW", "1d"),
            ("QATYS_QUIET_HOURS", "always"),
            ("QATYS_EXPORT_PHONES", "admins"),
            ("QATYS_LISTEN", "8080"),
            ("DATABASE_URL", "mysql://x"),
            ("QATYS_DATABASE_CONNECTIONS", "1"),
        ] {
            let fault = read(&[(name, value), ("TELOXIDE_TOKEN", "1:a")]).unwrap_err();
            assert_eq!(fault.name, name);
        }
        assert_eq!(read(&[]).unwrap_err().name, "TELOXIDE_TOKEN");
        let hook = [
            ("TELOXIDE_TOKEN", "1:a"),
            ("QATYS_WEBHOOK_URL", "https://x"),
            ("QATYS_WEBHOOK_SECRET", "short"),
        ];
        assert_eq!(read(&hook).unwrap_err().name, "QATYS_WEBHOOK_SECRET");
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let dir = std::env::temp_dir().join(format!("qatys-config-{}", std::process::id()));
        std::fs::write(&dir, "TELOXIDE_TOKEN = \"1:a\"\nQATYS_SEND_RATE = 5\nQATYS_ADMINS = [1, 2]\n")
            .unwrap();
        let environment = |name: &str| (name == "QATYS_SEND_RATE").then(|| "7".to_owned());
        let config = Config::read(&Source::with_file(&environment, &dir).unwrap()).unwrap();
        assert_eq!((config.send_rate, config.admins), (7, vec![PersonId(1), PersonId(2)]));
        std::fs::write(&dir, "QATYS_SENDRATE = 5\n").unwrap();
        assert!(Source::with_file(&environment, &dir).is_err());
        std::fs::remove_file(&dir).unwrap();
    }

    #[test]
    fn secrets_do_not_print() {
        let config = read(&[("TELOXIDE_TOKEN", "123:canary")]).unwrap();
        assert!(!format!("{config:?}").contains("canary"));
    }
}
