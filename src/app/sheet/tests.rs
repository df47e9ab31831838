//! Sound files in all their forms, the limits that CSV and XLSX share, and files of the wrong kind.

use super::hostile::Workbook;
use super::*;
use crate::domain::programme;
use chrono_tz::Asia::Almaty;

/// The numbers and cells of a table, the header first.
fn grid(table: &Table) -> Vec<(u32, Vec<&str>)> {
    std::iter::once(&table.header)
        .chain(&table.rows)
        .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect()
}

fn texts(rows: usize, columns: usize) -> Vec<Vec<String>> {
    (0..rows).map(|row| (0..columns).map(|column| format!("{row}.{column}")).collect()).collect()
}

fn joined(rows: &[Vec<String>], separator: &str) -> String {
    rows.iter().map(|row| row.join(separator) + "\n").collect()
}

#[test]
fn csv_is_read_as_spreadsheets_save_it() {
    let expected = vec![(1, vec!["a", "b"]), (2, vec!["x, y; z", "қ"])];
    for file in [
        "a,b\n\"x, y; z\",қ\n",
        "a,b\r\n\"x, y; z\",қ",
        "a,b\r\"x, y; z\",қ\r",
        "\u{feff}a;b\r\n\"x, y; z\";қ\r\n",
        "\"a\";\"b\"\n\"x, y; z\";\"қ\"\n\n\n",
    ] {
        assert_eq!(grid(&parse("a.CSV", file.as_bytes()).unwrap()), expected, "{file:?}");
    }
    let quoted = parse("a.csv", "\"a;;;;\",b\n\"say \"\"hi\"\"\",2\n".as_bytes()).unwrap();
    assert_eq!(grid(&quoted), [(1, vec!["a;;;;", "b"]), (2, vec!["say \"hi\"", "2"])]);
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    let table = parse("a.csv", b"\n\na,b\r\n1,\"two\r\n\r\nlines\"\r\n\r\n,\r\n2,x\r\n\r\n3,y").unwrap();
    assert_eq!(
        grid(&table),
        [(3, vec!["a", "b"]), (4, vec!["1", "two\n\nlines"]), (7, vec!["2", "x"]), (9, vec!["3", "y"]),]
    );
    let rows = r#"<row r="3"><c r="B3" t="inlineStr"><is><t>b</t></is></c></row>
        <row r="4"><c r="A4" s="1"/><c r="B4"/></row>
        <row r="7"><c r="A7"><v>5</v></c></row>"#;
    let table = parse("a.xlsx", &Workbook::new(rows).zip()).unwrap();
    assert_eq!(grid(&table), [(3, vec!["", "b"]), (7, vec!["5", ""])]);
}

#[test]
fn cells_of_every_kind_become_text() {
    let rows = r#"<row r="1"><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t xml:space="preserve">rich </t></r><r><t>text</t></r></is></c></row>
        <row r="2"><c><v>90</v></c><c t="n"><v>51.1256</v></c><c s="1"><v>46357.4375</v></c></row>
        <row r="3"><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>a &amp; b</v></c><c t="e"><v>#REF!</v></c></row>
        <row r="4"><c t="d"><v>2026-12-01T10:30:00</v></c><c/><c t="inlineStr"><is><t>  </t></is></c></row>"#;
    let workbook = Workbook::new(rows).with(
        "xl/sharedStrings.xml",
        r#"<sst count="2" uniqueCount="2"><si><t>zero</t></si><si><t>қала</t></si></sst>"#,
    );
    assert_eq!(
        grid(&parse("Programme.XLSX", &workbook.zip()).unwrap()),
        [
            (1, vec!["қала", "zero", "rich text"]),
            (2, vec!["90", "51.1256", "46357.4375"]),
            (3, vec!["true", "a & b", "#REF!"]),
            (4, vec!["2026-12-01T10:30:00", "", ""]),
        ]
    );
}

#[test]
fn the_first_visible_sheet_is_read() {
    let workbook = Workbook::new("<row><c><v>1</v></c></row>").with(
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="Old" state="hidden" r:id="r1"/></sheets></workbook>"#,
    );
    assert!(matches!(parse("a.xlsx", &workbook.zip()), Err(SheetError::Empty)));
}

#[test]
fn a_workbook_and_a_csv_file_give_the_same_programme() {
    let mut rows = vec![programme::COLUMNS.map(str::to_owned).to_vec()];
    rows.extend((0..1_200).map(|n| {
        let line = format!(
            "E-{n}|city|nura|Дәріс «{n}»|Лекция|A & B|2026-12-{:02} 18:30|90|Музей|Достық, 11|51.12|71.42|60||kk+ru|Club",
            n % 31 + 1
        );
        line.split('|').map(str::to_owned).collect()
    }));
    let quoted: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect()).collect();
    let from_csv = parse("a.csv", joined(&quoted, ";").as_bytes()).unwrap();
    let from_xlsx = parse("a.xlsx", &Workbook::of_texts(&rows).zip()).unwrap();
    let events = programme::read(&from_csv, Almaty).unwrap();
    assert_eq!(events.len(), 1_200);
    assert_eq!(Ok(events), programme::read(&from_xlsx, Almaty));
}

#[test]
fn limits_hold_for_both_kinds() {
    let both = |rows: &[Vec<String>]| {
        [parse("a.csv", joined(rows, ",").as_bytes()), parse("a.xlsx", &Workbook::of_texts(rows).zip())]
    };
    for result in both(&texts(10_001, 2)) {
        assert_eq!(result.unwrap().rows.len(), 10_000);
    }
    for result in both(&texts(11_000, 2)) {
        assert!(matches!(result, Err(SheetError::Rows)), "{result:?}");
    }
    for result in both(&texts(3, 50)) {
        assert_eq!(result.unwrap().header.cells.len(), 50);
    }
    for result in both(&texts(3, 60)) {
        assert!(matches!(result, Err(SheetError::Columns(1))), "{result:?}");
    }
    for result in both(&[vec!["a".into()], vec!["ұ".repeat(10_000)]]) {
        assert!(result.is_ok(), "{result:?}");
    }
    for result in both(&[vec!["a".into()], vec!["ұ".repeat(10_001)]]) {
        assert!(matches!(result, Err(SheetError::Cell(2))), "{result:?}");
    }
    let blank_lines = "a,b\n".to_owned() + &"\n".repeat(20_000) + "1,2\n";
    assert!(matches!(parse("a.csv", blank_lines.as_bytes()), Err(SheetError::FarRow(20_002))));
    assert!(matches!(parse("a.csv", &vec![b'a'; FILE_LIMIT + 1]), Err(SheetError::TooLarge)));
}

#[test]
fn files_of_the_wrong_kind_say_what_to_do() {
    let workbook = Workbook::of_texts(&texts(2, 2)).zip();
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on";
    for (name, bytes, expected) in [
        (
            "a.xlsx",
            &b"a,b\n1,2\n"[..],
            "this is not an XLSX workbook; save it anew as .xlsx, or rename it if it is CSV",
        ),
        ("a.csv", &workbook, "this is an XLSX workbook, not CSV; rename it to end in .xlsx"),
        ("a.ods", &workbook, "the name must end in .csv or .xlsx; save the table as one of them"),
        ("xlsx", &workbook, "the name must end in .csv or .xlsx; save the table as one of them"),
        (
            "a.xlsx",
            old,
            "this is an old (.xls) or password-protected workbook; save it as .xlsx without a password",
        ),
        ("a.csv", b"", "the file is empty; fill in the header and at least one row"),
        ("a.csv", b"\n , \n", "the file is empty; fill in the header and at least one row"),
        (
            "a.csv",
            b"a,b\n1,\xCA\xE0\n",
            "line 2 is not UTF-8 text; save the table as \"CSV UTF-8\" or as .xlsx",
        ),
        ("a.csv", b"\xFF\xFEa\0,\0", "this is not UTF-8 text; save the table as \"CSV UTF-8\" or as .xlsx"),
        (
            "a.csv",
            b"a,b\n1,\"2\n3,4\n",
            "a quotation mark is opened and never closed; look at row 2 and below",
        ),
        (
            "a.xlsx",
            b"PK\x03\x04",
            "the workbook is damaged (invalid Zip archive: Could not find EOCD); open it, save it anew as .xlsx and try again",
        ),
    ] {
        assert_eq!(parse(name, bytes).unwrap_err().to_string(), expected);
    }
    let missing = read(Path::new("no-such-directory/a.csv")).unwrap_err().to_string();
    assert!(missing.starts_with("the file cannot be read (") && !missing.contains('\n'), "{missing}");
}
