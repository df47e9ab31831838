//! Commands on whole databases: `copy`, which moves one to another engine, and `backup`. Says what is done; how it is done
//! is the store's.

use super::Lock;
use crate::store::{
    self, Store,
    copying::{self, Compared, Manner, Source, Target},
};
use anyhow::{Context, bail, ensure};
use std::{
    fs::{self, File},
    io::{IsTerminal, stderr},
    path::Path,
    time::Instant,
};

/// Rows after which a terminal is told how far it is.
const NEWS: u64 = 10_000;

/// Copies everything from one database to another, which must be empty, and verifies that both hold the same. No bot may
/// run on either: what it wrote meanwhile would be missing.
pub async fn copy(from: &str, to: &str) -> anyhow::Result<()> {
    if let Some(file) = store::file_of(from).filter(|file| !Path::new(file).exists()) {
        bail!("there is no database at {file}");
    }
    ensure!(!copying::is_same_file(from, to), "both addresses lead to the same file");
    let _source = lock(from)?;
    let source = Source::open(from, Manner::Alone).await?;
    let _target = lock(to)?;
    let rows = transfer(source, to, true).await?;
    println!("copied and verified: {rows}");
    if let Some(journal) = store::file_of(from).map(|file| format!("{file}.erasures"))
        && Path::new(&journal).exists()
    {
        println!("keep {journal}: set QATYS_ERASURES to it, or place it beside the new file");
    }
    Ok(())
}

fn lock(url: &str) -> anyhow::Result<Option<Lock>> {
    let Some(file) = store::file_of(url) else { return Ok(None) };
    Lock::take(file).map(Some).with_context(|| file.to_owned())
}

/// Copies, compares, and keeps the copy only if it is the same. Returns how much it was and how long it took.
async fn transfer(mut source: Source, to: &str, is_told: bool) -> anyhow::Result<String> {
    let begun = Instant::now();
    let mut target = Target::open(to, &mut source).await?;
    let mut progress = Progress { is_silent: !is_told, ..Progress::default() };
    let rows = copying::fill(&mut source, &mut target, &mut |table, rows| progress.hear(table, rows)).await?;
    progress.end();
    let compared = copying::compare(&mut source, &mut target).await?;
    if is_told {
        for table in &compared {
            println!("{}", line(table));
        }
    }
    let differing: Vec<_> =
        compared.iter().filter(|table| !table.is_same()).map(|table| table.table).collect();
    if !differing.is_empty() {
        target.discard().await?;
        bail!("the copy differs in {}; it was undone", differing.join(", "));
    }
    target.keep(&mut source).await?;
    source.close().await?;
    Ok(format!("{rows} rows in {:.1} s", begun.elapsed().as_secs_f64()))
}

fn line(table: &Compared) -> String {
    // Twelve digits: enough to tell two tables apart by eye.
    let short = |sum: &[u8]| sum[..6].iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    let (source, target) = (&table.source, &table.target);
    let found = if table.is_same() {
        "same".to_owned()
    } else {
        format!("differs: {} rows, {:012x}", target.rows, short(&target.sum))
    };
    format!("{:<14} {:>9} rows  {:012x}  {found}", table.table, source.rows, short(&source.sum))
}

/// Tells on standard error how far a copy is: a line for each table, and on a terminal a number that grows.
#[derive(Default)]
struct Progress {
    is_silent: bool,
    table: &'static str,
    rows: u64,
    told: u64,
}

impl Progress {
    fn hear(&mut self, table: &'static str, rows: u64) {
        if table != self.table {
            self.end();
            *self = Self { table, is_silent: self.is_silent, ..Self::default() };
        }
        self.rows = rows;
        if rows >= self.told + NEWS && !self.is_silent && stderr().is_terminal() {
            eprint!("\r{table}: {rows}");
            self.told = rows;
        }
    }

    fn end(&self) {
        if !self.table.is_empty() && !self.is_silent {
            let again = if self.told > 0 { "\r" } else { "" };
            eprintln!("{again}{}: {} rows written", self.table, self.rows);
        }
    }
}

/// Writes a consistent, verified copy of the database to a file. The bot may go on meanwhile.
pub async fn backup(database: &str, target: &Path) -> anyhow::Result<()> {
    if target.exists() {
        bail!("{} exists; choose another name", target.display());
    }
    if let Some(file) = store::file_of(database).filter(|file| !Path::new(file).exists()) {
        bail!("there is no database at {file}; DATABASE_URL names it");
    }
    let partial = target.with_extension("partial");
    remove(&partial)?;
    if store::file_of(database).is_some() {
        let store = Store::open_beside(database).await?;
        store.copy_to(&partial).await?;
        store.close().await;
    } else {
        let source = Source::open(database, Manner::Beside).await?;
        transfer(source, &store::url_of(&partial)?, false).await?;
    }
    File::open(&partial)?.sync_all()?;
    fs::rename(&partial, target)?;
    println!("copied and verified: {} ({} bytes)", target.display(), fs::metadata(target)?.len());
    Ok(())
}

/// Removes what an interrupted backup left behind.
fn remove(partial: &Path) -> anyhow::Result<()> {
    for end in ["", "-wal", "-shm"] {
        let mut name = partial.as_os_str().to_owned();
        name.push(end);
        match fs::remove_file(&name) {
            Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => {
                return Err(fault).with_context(|| partial.display().to_string());
            }
            _ => {}
        }
    }
    Ok(())
}
