//! Every fault of a programme as a table, and a programme of the real size.

use super::*;
use crate::domain::Row;
use chrono_tz::Asia::Almaty;

/// A table of the required columns and `extra` ones, with these rows from row 2 on.
fn table(extra: &[&str], rows: &[Vec<String>]) -> Table {
    let cells = COLUMNS.iter().chain(extra).map(|name| (*name).to_owned()).collect();
    let rows = (2..).zip(rows).map(|(number, cells)| Row { number, cells: cells.clone() }).collect();
    Table { header: Row { number: 1, cells }, rows }
}

/// A sound row with the key `key`, some cells replaced; a replaced extra column is appended in the order given.
fn row(key: &str, changes: &[(&str, &str)]) -> Vec<String> {
    let sound = [
        key,
        "city",
        "esil",
        "Ашық дәріс",
        "Открытая лекция",
        "",
        "2026-12-01 10:30",
        "90",
        "Ұлттық кітапхана",
        "Достық көшесі, 11",
        "51.1256",
        "71.427",
        "",
        "1167",
        "kk+ru",
        "Ғалымдар кеңесі",
    ];
    let mut cells: Vec<String> = sound.map(str::to_owned).to_vec();
    for (column, value) in changes {
        match COLUMNS.iter().position(|name| name == column) {
            Some(place) => cells[place] = (*value).to_owned(),
            None => cells.push((*value).to_owned()),
        }
    }
    cells
}

/// What is said of one row with these changes.
fn said(changes: &[(&str, &str)]) -> Vec<String> {
    let extra: Vec<_> =
        changes.iter().map(|(name, _)| *name).filter(|name| !COLUMNS.contains(name)).collect();
    match read(&table(&extra, &[row("A-1", changes)]), Almaty) {
        Ok(_) => vec![],
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_row_becomes_an_event_with_its_defaults() {
    let events = read(&table(&[], &[row("A-1", &[])]), Almaty).unwrap();
    let [event] = &events[..] else { panic!("{events:?}") };
    assert_eq!(event.external_id, "A-1");
    assert_eq!((event.level, event.district), (Level::City, Some(District::Esil)));
    assert_eq!(event.title.ru.as_deref(), Some("Открытая лекция"));
    assert_eq!(event.title.en, None);
    assert_eq!(event.local_start.to_string(), "2026-12-01 10:30:00");
    assert_eq!(event.point, Some((51.1256, 71.427)));
    assert_eq!((event.capacity, event.expected), (None, Some(1167)));
    assert_eq!((event.phone_required, event.companions), (true, 4));
    assert_eq!((event.opens_at, event.closes_at), (None, None));
}

#[test]
fn extra_columns_are_read_in_local_time() {
    let changes = [
        ("description_en", "One.\r\nTwo."),
        ("phone_required", "no"),
        ("companions", "0"),
        ("opens_at", "2026-11-01 00:00"),
        ("closes_at", "46357.4375"),
    ];
    let extra = changes.map(|(name, _)| name);
    let events = read(&table(&extra, &[row("A-1", &changes)]), Almaty).unwrap();
    assert_eq!(events[0].description.en.as_deref(), Some("One.\nTwo."));
    assert_eq!((events[0].phone_required, events[0].companions), (false, 0));
    assert_eq!(events[0].opens_at.unwrap().to_rfc3339(), "2026-10-31T19:00:00+00:00");
    assert_eq!(events[0].closes_at.unwrap().to_rfc3339(), "2026-12-01T05:30:00+00:00");
}

/// Cells that are changed in a sound row, and what is said of row 2 then.
const FAULTS: &[(&[(&str, &str)], &str)] = &[
    (&[("external_id", " ")], "external_id: is empty; write a key that no other row has"),
    (&[("level", "")], "level: is empty; write central, city or district"),
    (&[("level", "town")], "level: \"town\" is not a level; write central, city or district"),
    (&[("level", "district"), ("district", "")], "district: is empty; write the district, or another level"),
    (
        &[("level", "central")],
        "district: an event of the central level belongs to no district; empty this cell or change the level",
    ),
    (
        &[("district", "Paris")],
        "district: \"Paris\" is not a district of Astana; write almaty, baiqonyr, esil, nura, saraishyq or saryarqa",
    ),
    (
        &[("title_kk", ""), ("title_ru", "\u{200b}")],
        "title_kk: is empty; write the title in at least one of title_kk, title_ru, title_en",
    ),
    (&[("title_ru", "a\u{202e}b")], "title_ru: holds the invisible character U+202E; type the text anew"),
    (
        &[("starts_at", "2026-13-01 10:00")],
        "starts_at: \"2026-13-01 10:00\" is not a date and time; write YYYY-MM-DD HH:MM",
    ),
    (&[("starts_at", "46357")], "starts_at: \"46357\" is not a date and time; write YYYY-MM-DD HH:MM"),
    (&[("starts_at", "")], "starts_at: is empty; write YYYY-MM-DD HH:MM"),
    (&[("starts_at", "0026-12-01 10:00")], "starts_at: the year must be from 2020 to 2100"),
    (
        &[("duration_min", "1441")],
        "duration_min: \"1441\" is not a number of minutes from 1 to 1440; write 90, say",
    ),
    (&[("venue", "")], "venue: is empty; write the name of the place"),
    (&[("latitude", "")], "latitude: is empty; write it beside the longitude, or empty both"),
    (&[("longitude", "")], "longitude: is empty; write it beside the latitude, or empty both"),
    (
        &[("latitude", "71.427")],
        "latitude: \"71.427\" is not a latitude in Kazakhstan (40 to 56); write degrees such as 51.1256, or nothing",
    ),
    (
        &[("longitude", "east")],
        "longitude: \"east\" is not a longitude in Kazakhstan (46 to 88); write degrees such as 71.427, or nothing",
    ),
    (
        &[("capacity", "0")],
        "capacity: \"0\" is not a number of seats from 1 to 100000; write a number, or nothing for open entry",
    ),
    (
        &[("expected", "many")],
        "expected: \"many\" is not a number of people from 0 to 1000000; write a number, or nothing",
    ),
    (&[("language", "")], "language: is empty; write kk, ru, en or kk+ru"),
    (&[("language", "kz")], "language: \"kz\" is not a list of languages; write kk, ru, en or kk+ru"),
    (&[("organisation", "")], "organisation: is empty; write who holds the event"),
    (&[("phone_required", "maybe")], "phone_required: \"maybe\" is not yes or no; write yes or no"),
    (&[("companions", "5")], "companions: \"5\" is not a number from 0 to 4; write 0, 1, 2, 3 or 4"),
    (&[("opens_at", "2026-12-01 10:30")], "opens_at: sign-up must open before the event starts"),
    (&[("closes_at", "2026-12-01 10:31")], "closes_at: sign-up must close before the event starts"),
    (
        &[("opens_at", "2026-11-02 10:00"), ("closes_at", "2026-11-02 10:00")],
        "closes_at: sign-up must close after it opens",
    ),
];

#[test]
fn each_fault_of_a_row_is_named() {
    for (changes, expected) in FAULTS {
        assert_eq!(said(changes), [format!("row 2, {expected}")]);
    }
}

#[test]
fn texts_have_their_longest_length() {
    let texts = [("title_kk", 200), ("title_ru", 200), ("title_en", 200), ("venue", 200), ("address", 200)];
    let more =
        [("organisation", 200), ("external_id", 64), ("description_kk", 2_000), ("description_en", 2_000)];
    for (column, limit) in texts.into_iter().chain(more) {
        assert_eq!(said(&[(column, &"ұ".repeat(limit))]), [""; 0]);
        let length = limit + 1;
        let expected = format!("row 2, {column}: has {length} characters; at most {limit} are allowed");
        assert_eq!(said(&[(column, &"ұ".repeat(length))]), [expected]);
    }
}

#[test]
fn all_faults_are_named_not_only_the_first() {
    let faults = said(&[
        ("level", "x"),
        ("starts_at", "x"),
        ("duration_min", "x"),
        ("capacity", "x"),
        ("language", "x"),
        ("companions", "x"),
    ]);
    assert_eq!(faults.len(), 6, "{faults:#?}");
    let rows = [row("A", &[]), row("B", &[("venue", "")]), row("A", &[("level", "")]), row("A", &[])];
    let faults = read(&table(&[], &rows), Almaty).unwrap_err();
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "row 3, venue: is empty; write the name of the place",
            "row 4, external_id: \"A\" is already in row 2; each row needs its own",
            "row 4, level: is empty; write central, city or district",
            "row 5, external_id: \"A\" is already in row 2; each row needs its own",
        ]
    );
}

#[test]
fn the_header_may_come_in_any_order_and_case_but_complete() {
    let mut shuffled = table(&[], &[row("A-1", &[])]);
    shuffled.header.cells.reverse();
    shuffled.rows[0].cells.reverse();
    for name in &mut shuffled.header.cells {
        *name = format!("\u{feff} {} ", name.to_uppercase());
    }
    assert_eq!(read(&shuffled, Almaty), read(&table(&[], &[row("A-1", &[])]), Almaty));

    let mut bad =
        table(&["adress\u{1b}[2J", "level", ""], &[row("A-1", &[("x", ""), ("y", ""), ("z", "?")])]);
    bad.header.cells[0] = "id".into();
    let lines: Vec<_> = read(&bad, Almaty).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "row 1, id: this column is not known; rename or remove it",
            "row 1, adress\\u{1b}[2J: this column is not known; rename or remove it",
            "row 1, level: this column is there twice; remove one",
            "row 1, external_id: this column is missing; add it to the header",
        ]
    );
    let empty = read(&table(&[], &[]), Almaty).unwrap_err();
    assert_eq!(empty[0].to_string(), "row 1: there is nothing below the header; add at least one row");
}

#[test]
fn rows_have_the_width_of_the_header() {
    let mut short = row("A-1", &[]);
    short.pop();
    let mut wide = row("A-2", &[]);
    wide.extend([String::new(), "a note".into()]);
    let mut blank_behind = row("A-3", &[]);
    blank_behind.push(" ".into());
    let faults = read(&table(&[], &[short, wide, blank_behind]), Almaty).unwrap_err();
    let widths: Vec<_> = faults.iter().map(|fault| (fault.row, fault.problem.clone())).collect();
    let width = |cells| Problem::Width { cells, header: 16 };
    assert_eq!(widths, [(2, width(15)), (3, width(18))]);
}

#[test]
fn operators_lines_stay_short_and_harmless() {
    let line = said(&[("level", &format!("\u{1b}[31m{}", "x".repeat(900)))]).remove(0);
    assert!(line.chars().count() < 120 && !line.contains('\u{1b}'), "{line}");
}

#[test]
fn a_programme_of_the_real_size_is_read() {
    // 100 central, 700 city and 400 district events, as in the announcement the product is made for.
    let rows: Vec<_> = (0..1_200_usize)
        .map(|n| {
            let district = District::ALL[n % 6].slug();
            let start = format!("2026-12-{:02} {:02}:30", n % 31 + 1, n % 24);
            let (level, district, capacity) = match n {
                0..100 => ("central", "", "60"),
                100..800 => ("city", district, if n % 2 == 0 { "" } else { "897" }),
                _ => ("district", district, "25"),
            };
            row(
                &format!("E-{n:04}"),
                &[("level", level), ("district", district), ("capacity", capacity), ("starts_at", &start)],
            )
        })
        .collect();
    let events = read(&table(&[], &rows), Almaty).unwrap();
    let at = |level| events.iter().filter(|event| event.level == level).count();
    assert_eq!(Level::ALL.map(at), [100, 700, 400]);
    assert_eq!(events[1_199].external_id, "E-1199");
}
