//! Copies of whole databases between files and servers: that nothing is lost, that a difference is found, what is refused.
//! Parts that need a server are left out where there is none.

#![cfg(test)]

mod awkward;
mod command;
mod faithful;
mod refused;
mod schema;
pub(crate) mod sound;

use crate::database::{Database, Folder};
use qatys::store::{
    self, Conn, Store,
    copying::{self, Compared, Manner, Source, Target},
};

/// Address of a file in the folder.
fn file(folder: &Folder, name: &str) -> String {
    store::url_of(&folder.file(name)).unwrap()
}

/// A file full of awkward values.
async fn awkward_file(folder: &Folder) -> String {
    let url = file(folder, "source.db");
    let store = Store::open(&url, 2).await.unwrap();
    awkward::fill(&store).await;
    store.close().await;
    url
}

/// Copies as the command does, and expects that it is the same.
async fn copy(from: &str, to: &str) {
    let mut source = Source::open(from, Manner::Alone).await.unwrap();
    let mut target = Target::open(to, &mut source).await.unwrap();
    copying::fill(&mut source, &mut target, &mut |_, _| {}).await.unwrap();
    let compared = copying::compare(&mut source, &mut target).await.unwrap();
    assert_eq!(differing(&compared), [""; 0]);
    target.keep(&mut source).await.unwrap();
    source.close().await.unwrap();
}

/// Compares two databases as they stand on their disks.
async fn compare(one: &str, other: &str) -> Vec<Compared> {
    let mut one = Source::open(one, Manner::Beside).await.unwrap();
    let mut other = Source::open(other, Manner::Beside).await.unwrap();
    let compared = copying::compare(&mut one, &mut other).await.unwrap();
    one.close().await.unwrap();
    other.close().await.unwrap();
    compared
}

/// Tables that are not the same.
fn differing(compared: &[Compared]) -> Vec<&'static str> {
    compared.iter().filter(|table| !table.is_same()).map(|table| table.table).collect()
}

/// Why a database cannot be read; what it would be if it can.
async fn source_refusal(url: &str) -> String {
    let opened = Source::open(url, Manner::Alone).await;
    opened.err().map_or_else(|| "opened".into(), |fault| fault.to_string())
}

/// Why a database cannot be written.
async fn target_refusal(from: &str, to: &str) -> String {
    let mut source = Source::open(from, Manner::Alone).await.unwrap();
    let opened = Target::open(to, &mut source).await;
    opened.err().map_or_else(|| "opened".into(), |fault| fault.to_string())
}
