//! Makes an XLSX archive harmless before its reader sees it: counts what it really unpacks to, drops parts that are
//! not needed, refuses what would make the reader allocate by a stranger's word. Understands no cells.
//!
//! Why the parts are searched as bytes: calamine 0.38 reserves memory by the `uniqueCount` a workbook claims, copies
//! one font per style and one path per sheet, and can so be made to ask for more memory than there is, which ends
//! the process. Styles are dropped whole: dates then come as spreadsheet numbers, which the readers of columns know.

use super::SheetError;
use std::io::{Cursor, Read};
use zip::{ZipArchive, ZipWriter, read::ZipFile};

/// Most parts in an archive; a workbook has about ten, and two for every picture.
const PARTS: usize = 1_000;
/// Most bytes all parts unpack to.
const UNPACKED: u64 = 50 * 1024 * 1024;
/// Most bytes unpacked for one byte of the file.
const RATIO: u64 = 100;
/// Largest part that lists relations, in bytes; the entry of each sheet can repeat one of its texts.
const RELATIONS: u64 = 256 * 1024;
/// Most sheets.
const SHEETS: usize = 256;
/// Most named ranges.
const NAMES: usize = 20_000;
/// Most tags in the part of shared texts; each can cost the reader an allocation.
const TAGS: usize = 2_000_000;
/// Most shared texts a workbook may announce: one for every cell.
const SHARED_TEXTS: usize = super::ROW_LIMIT * super::COLUMN_LIMIT;

/// The archive with only the parts a reader of cells needs, all of them checked.
pub(super) fn defuse(bytes: &[u8]) -> Result<Vec<u8>, SheetError> {
    // The directory is counted before it is loaded: an entry costs more memory than bytes.
    if bytes.windows(4).filter(|window| window == b"PK\x01\x02").count() > PARTS {
        return Err(SheetError::Bomb);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut safe = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left = UNPACKED.min(bytes.len() as u64 * RATIO);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.replace('\\', "/").to_lowercase();
        let findings = scan(&mut part, &mut left)?;
        drop(part);
        if needed(&name) {
            findings.check(&name)?;
            let raw = archive.by_index_raw(index).map_err(damaged)?;
            safe.raw_copy_file(raw).map_err(damaged)?;
        }
    }
    Ok(safe.finish().map_err(damaged)?.into_inner())
}

/// Whether a part can matter to the cells. All programs that write workbooks name their parts so.
fn needed(name: &str) -> bool {
    let told = ["workbook", "sharedstrings", "worksheets/"].iter().any(|word| name.contains(word));
    match name.rsplit_once('.') {
        Some((_, "rels")) => true,
        Some((_, "xml")) => told,
        _ => false,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn damaged(fault: impl ToString) -> SheetError {
    SheetError::Damaged(fault.to_string())
}

/// What a part turned out to hold.
#[derive(Debug, Default)]
struct Findings {
    size: u64,
    tags: usize,
    sheets: usize,
    names: usize,
    announced: usize,
    since_1904: bool,
    not_utf8: bool,
}

impl Findings {
    fn check(&self, name: &str) -> Result<(), SheetError> {
        let relations = name.contains("_rels/") && self.size > RELATIONS;
        let texts = name.contains("sharedstrings") && self.tags > TAGS;
        if relations || texts || self.sheets > SHEETS || self.names > NAMES || self.announced > SHARED_TEXTS {
            Err(SheetError::Bomb)
        } else if self.not_utf8 {
            Err(damaged("a part is not UTF-8"))
        } else if self.since_1904 {
            Err(SheetError::Since1904)
        } else {
            Ok(())
        }
    }

    /// Looks at what begins at the first byte of `here`; `before` is the byte in front of it.
    fn note(&mut self, before: u8, here: &[u8]) {
        match here[0] {
            0 => self.not_utf8 = true,
            b'<' => {
                self.tags += 1;
                self.not_utf8 |= here.starts_with(b"<?xml") && foreign_encoding(here);
            }
            // A name may carry a prefix: `<x:sheet `.
            b's' if matches!(before, b'<' | b':') && is_name(here, b"sheet") => self.sheets += 1,
            b'd' if matches!(before, b'<' | b':') && is_name(here, b"definedName") => self.names += 1,
            b'd' => {
                let date_1904 = attribute(here, b"date1904");
                self.since_1904 |= date_1904.is_some_and(|value| matches!(value.first(), Some(b'1' | b't')));
            }
            b'u' => {
                if let Some(value) = attribute(here, b"uniqueCount") {
                    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
                    let number =
                        std::str::from_utf8(&value[..digits]).ok().and_then(|text| text.parse().ok());
                    self.announced = self.announced.max(number.unwrap_or(usize::MAX));
                }
            }
            _ => {}
        }
    }
}

/// Whether `here` begins with the whole of `name` as the name of a tag.
fn is_name(here: &[u8], name: &[u8]) -> bool {
    let after = here.strip_prefix(name).map(<[u8]>::first);
    after.is_some_and(|byte| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric()))
}

/// What follows `name="`, if `here` begins so. Blanks that do not end within sight count as an empty value.
fn attribute<'a>(here: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let after = here.strip_prefix(name)?.trim_ascii_start();
    let Some(value) = after.strip_prefix(b"=") else { return after.is_empty().then_some(after) };
    Some(value.trim_ascii_start().get(1..).unwrap_or_default())
}

/// Whether an XML declaration names an encoding in which the searched words could hide.
fn foreign_encoding(declaration: &[u8]) -> bool {
    let declaration = declaration.split(|byte| *byte == b'>').next().unwrap_or_default();
    let text = String::from_utf8_lossy(declaration).to_lowercase();
    text.contains("encoding") && !text.contains("\"utf-8\"") && !text.contains("'utf-8'")
}

/// Unpacks a part piece by piece, keeping nothing, and takes what it unpacks to from `left`.
fn scan(part: &mut ZipFile<'_, impl Read>, left: &mut u64) -> Result<Findings, SheetError> {
    /// How far anything searched for reaches: what begins nearer to the end waits for the next piece.
    const SIGHT: usize = 128;
    let mut findings = Findings::default();
    let mut piece = vec![0; 64 * 1024];
    let (mut kept, mut before) = (0, 0);
    loop {
        let read = part.read(&mut piece[kept..]).map_err(damaged)?;
        *left = left.checked_sub(read as u64).ok_or(SheetError::Bomb)?;
        findings.size += read as u64;
        let end = kept + read;
        let settled = if read == 0 { end } else { end.saturating_sub(SIGHT) };
        for at in 0..settled {
            findings.note(before, &piece[at..end.min(at + SIGHT)]);
            before = piece[at];
        }
        if read == 0 {
            return Ok(findings);
        }
        piece.copy_within(settled..end, 0);
        kept = end - settled;
    }
}
