//! A database of a bench's own on a PostgreSQL server that runs already: `QATYS_TEST_POSTGRES` names it.

use anyhow::Context;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// A database on the server, dropped in the end.
pub(crate) struct Server {
    root: String,
    name: String,
}

impl Server {
    pub(crate) async fn new(name: &str) -> anyhow::Result<Self> {
        let root = std::env::var("QATYS_TEST_POSTGRES").context(
            "QATYS_TEST_POSTGRES must name a server, such as postgres://user:password@127.0.0.1/postgres",
        )?;
        let server = Self { root, name: format!("qatys_bench_{name}_{}", std::process::id()) };
        server.say(&format!("CREATE DATABASE {}", server.name)).await?;
        Ok(server)
    }

    pub(crate) fn address(&self) -> String {
        let (server, _) = self.root.rsplit_once('/').unwrap_or((&self.root, ""));
        format!("{server}/{}", self.name)
    }

    pub(crate) async fn drop(self) -> anyhow::Result<()> {
        self.say(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)).await
    }

    async fn say(&self, statement: &str) -> anyhow::Result<()> {
        let mut conn = PgConnection::connect(&self.root).await?;
        sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut conn).await?;
        Ok(conn.close().await?)
    }
}
