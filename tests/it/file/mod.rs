//! What is true of a database in a file only: its pages and copies, shared commits of its one writer, its lock. These
//! tests use a file whatever the engine of the run is.

#![cfg(test)]

mod erased;
mod pages;
mod running;
mod writer;

use crate::{
    database::{Database, Folder},
    services::{Bench, by, policy},
};
use qatys::store::Store;

impl Bench {
    /// Use cases on a file of their own.
    pub(crate) async fn on_file() -> Self {
        let folder = Folder::new();
        Self::on(Database::file(&folder), folder, policy()).await
    }

    /// A verified copy of the database, as `qatys backup` makes it.
    pub(crate) async fn copy(&self, name: &str) {
        let beside = Store::open_beside(self.database.url()).await.unwrap();
        beside.copy_to(&self.folder.file(name)).await.unwrap();
        beside.close().await;
    }
}
