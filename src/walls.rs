//! The walls of the house as a test: who may import whom, what may be named where, how long a file may be. Reads the
//! sources as text.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a room, or a single file before its room, may import. The first match counts.
const DOORS: &[(&str, &[&str])] = &[
    ("bot/sign_up", &["domain", "view"]),
    ("bot/compose/", &["domain", "view"]),
    ("bot/edit/", &["domain", "view"]),
    ("bot/add_guest", &["domain", "view"]),
    ("domain", &[]),
    ("clock", &["domain"]),
    ("config", &["domain"]),
    ("simulator", &[]),
    ("i18n", &["domain"]),
    ("store", &["domain"]),
    ("service", &["domain", "store", "clock"]),
    ("view", &["domain", "i18n"]),
    ("telegram", &["domain", "view", "service", "clock"]),
    ("bot", &["domain", "service", "view", "i18n", "telegram"]),
    ("jobs", &["domain", "service", "view", "i18n", "telegram", "clock"]),
    ("web", &["domain", "service", "view", "i18n", "telegram"]),
    (
        "app",
        &[
            "bot",
            "clock",
            "config",
            "domain",
            "i18n",
            "jobs",
            "service",
            "simulator",
            "store",
            "telegram",
            "view",
            "web",
        ],
    ),
];

/// What may be named in some places only.
const KEPT: &[(&str, &[&str])] = &[
    ("sqlx::", &["store/"]),
    (".sql(", &["store/"]),
    (
        "teloxide::",
        &["telegram/", "bot/route.rs", "bot/read.rs", "bot/memory.rs", "bot/perform.rs", "app/mod.rs"],
    ),
    ("axum::", &["web.rs", "simulator/", "telegram/ingest/", "telegram/client/", "app/mod.rs"]),
    ("Utc::now", &["clock.rs"]),
    ("SystemTime::now", &["clock.rs"]),
    ("rand::", &["clock.rs", "simulator/"]),
];

/// Rooms of pure functions: nothing in them waits.
const STILL: &[&str] =
    &["domain", "view", "i18n", "bot/sign_up", "bot/compose/", "bot/edit/", "bot/add_guest"];

/// Longest file, in lines; a second subject hides in a longer one.
const LONGEST: usize = 400;

#[test]
fn the_walls_hold() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut breaches = Vec::new();
    for file in files(&source) {
        let name = file.strip_prefix(&source).unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&file).unwrap();
        breaches.extend(breaches_of(&name, &text));
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn breaches_are_seen() {
    for (name, text) in [
        ("view/home.rs", "//! x\nuse crate::service::Services;"),
        ("view/home.rs", "//! x\nuse crate::{domain::Name, store::Store};"),
        ("domain/event.rs", "//! x\nasync fn wait() {}"),
        ("service/events.rs", "//! x\nlet row = sqlx::query(\"\");"),
        ("service/events.rs", "//! x\nlet row = conn.sql(\"\");"),
        ("bot/actions.rs", "//! x\nuse teloxide::types::Message;"),
        ("bot/sign_up/mod.rs", "//! x\nuse crate::service::Services;"),
        ("jobs/courier.rs", "//! x\nlet now = Utc::now();"),
        ("jobs/courier.rs", "no front sentence"),
        ("simulator/mod.rs", "//! x\nuse crate::domain::Name;"),
    ] {
        assert!(!breaches_of(name, text).is_empty(), "{name}: {text}");
    }
    assert_eq!(breaches_of("view/home.rs", "//! x\nuse crate::{domain::Name, i18n::Tr};"), [""; 0]);
}

fn breaches_of(name: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    if !text.starts_with("//!") {
        breaches.push(format!("{name}: does not open with what it is"));
    }
    if text.lines().count() > LONGEST {
        breaches.push(format!("{name}: {} lines", text.lines().count()));
    }
    if ["lib.rs", "main.rs", "walls.rs"].contains(&name) {
        return breaches;
    }
    let Some((_, doors)) = DOORS.iter().find(|(room, _)| name.starts_with(room)) else {
        breaches.push(format!("{name}: is in no room"));
        return breaches;
    };
    // Tests inside a room may use what they need to build their scene.
    if name.ends_with("tests.rs") || name.contains("/tests/") || name.contains("gallery") {
        return breaches;
    }
    let own = name.split(['/', '.']).next().unwrap();
    let code = code_of(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
    for room in imports(&code) {
        if room != own && !doors.contains(&room.as_str()) {
            breaches.push(format!("{name}: imports {room}"));
        }
    }
    for (word, homes) in KEPT {
        if code.contains(word) && !homes.iter().any(|home| name.starts_with(home)) {
            breaches.push(format!("{name}: names {word}"));
        }
    }
    let waits = code.contains("async ") || code.contains(".await");
    if waits && STILL.iter().any(|room| name.starts_with(room)) {
        breaches.push(format!("{name}: waits"));
    }
    breaches
}

/// The text without comments.
fn code_of(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Rooms that are named after `crate::`, also in a list of them in braces.
fn imports(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            rooms.push(word_of(rest));
            continue;
        };
        let (mut depth, mut starts) = (0, true);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => starts = true,
                _ if starts && depth == 0 && !c.is_whitespace() => {
                    rooms.push(word_of(&list[at..]));
                    starts = false;
                }
                _ => {}
            }
        }
    }
    rooms.retain(|room| room.chars().next().is_some_and(char::is_lowercase));
    rooms
}

fn word_of(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
