//! Databases of one test on the PostgreSQL server that the tests run on. In the run on files, those that need one do
//! nothing: the run on the server is theirs.

use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection, PgConnection, postgres::PgConnectOptions};
use std::sync::atomic::{AtomicU32, Ordering};

/// Address of the server, with a role that may create databases, where the tests run on one.
pub(crate) fn server() -> Option<String> {
    std::env::var("QATYS_TEST_ENGINE").ok().filter(|engine| engine == "postgres")?;
    std::env::var("QATYS_TEST_POSTGRES").ok()
}

/// A database of its own, gone when dropped.
pub(crate) struct Scratch {
    server: String,
    name: String,
}

impl Scratch {
    /// A fresh database, if there is a server. Its words are ordered as Kazakh orders them, where the server can.
    pub(crate) async fn new() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = server()?;
        let name = format!("qatys_copying_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut conn = PgConnection::connect(&server).await.unwrap();
        let plain = format!("CREATE DATABASE {name} TEMPLATE template0");
        let kazakh = format!("{plain} LOCALE_PROVIDER icu ICU_LOCALE 'kk-KZ' LOCALE 'C.UTF-8'");
        if sqlx::query(AssertSqlSafe(kazakh)).execute(&mut conn).await.is_err() {
            sqlx::query(AssertSqlSafe(plain)).execute(&mut conn).await.unwrap();
        }
        conn.close().await.unwrap();
        Some(Self { server, name })
    }

    pub(crate) fn url(&self) -> String {
        let options: PgConnectOptions = self.server.parse().unwrap();
        options.database(&self.name).to_url_lossy().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // On a thread of its own: the test's runtime may be at its end.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let mut conn = PgConnection::connect(&server).await.unwrap();
                let text = format!("DROP DATABASE {name} WITH (FORCE)");
                sqlx::query(AssertSqlSafe(text)).execute(&mut conn).await.unwrap();
            });
        });
        let _ = dropped.join();
    }
}
