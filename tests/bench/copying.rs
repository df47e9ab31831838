//! A whole database moved between engines, saved and checked. The server is the one named by `QATYS_TEST_POSTGRES`;
//! without it, files only.

use crate::{
    figures::Table,
    process::{TOKEN, obey},
    server::Server,
    sign_up::now,
    stage::{self, Folder},
};
use qatys::simulator::{Options, Simulator};
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;

/// Copies in every direction, and what is then said of the copies.
pub(crate) async fn move_and_check(table: &mut Table) -> anyhow::Result<()> {
    let folder = Folder::new("copying")?;
    stage::months_of_use(&folder.database()).await?;
    let file = folder.database();
    // The stage seats a thousand at every event; a check would rightly complain.
    let mut conn = SqliteConnection::connect(&file).await?;
    sqlx::query("UPDATE events SET capacity = 100000").execute(&mut conn).await?;
    conn.close().await?;
    let telegram = Simulator::start(Options::new(TOKEN, Arc::new(now))).await?;
    let api = telegram.url();
    let check = async |table: &mut Table, name: &str, url: &str| {
        let settings = [("TELOXIDE_TOKEN", TOKEN), ("TELOXIDE_API_URL", api.as_str()), ("DATABASE_URL", url)];
        table.row(name, obey(&["check"], &settings).await?, "");
        anyhow::Ok(())
    };
    let copied = format!("{file}.copied");
    table.row("file to file", obey(&["copy", "--from", &file, "--to", &copied], &[]).await?, "");
    check(table, "check of a file", &copied).await?;
    if let Ok(server) = Server::new("copying").await {
        let url = server.address();
        table.row("file to server", obey(&["copy", "--from", &file, "--to", &url], &[]).await?, "");
        check(table, "check of a server", &url).await?;
        let back = format!("{file}.back");
        table.row("server to file", obey(&["copy", "--from", &url, "--to", &back], &[]).await?, "");
        check(table, "check of the file", &back).await?;
        let saved = format!("{}.saved", file.trim_start_matches("sqlite:"));
        table.row("backup of a server", obey(&["backup", &saved], &[("DATABASE_URL", &url)]).await?, "");
        server.drop().await?;
    }
    telegram.stop().await;
    Ok(())
}
