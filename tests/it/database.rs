//! A database of a test's own, on the engine that the environment names: a file in the test's folder, or one made on a
//! server and dropped with the test. No tables: whoever opens it brings it up to date.

#![cfg(test)]

use qatys::store::{
    Conn,
    tables::{Column, TABLES},
};
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, PgConnection, PgPool,
    SqliteConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::SqliteConnectOptions,
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// Longest a test waits for whoever has the database.
const PATIENCE: Duration = Duration::from_secs(30);

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A name that nothing else has, of this process or another.
fn name() -> String {
    format!("qatys_it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A temporary folder, gone when dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    pub(crate) fn within(parent: &Path) -> Self {
        let folder = parent.join(name());
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The address of a database file in it.
    pub(crate) fn url(&self, name: &str) -> String {
        format!("sqlite:{}", self.file(name).display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Where one test keeps what it stores.
pub(crate) struct Database {
    url: String,
    server: Option<Server>,
}

/// A database on a server.
struct Server {
    name: String,
    /// Where it was made, and is dropped.
    beside: PgConnectOptions,
    pool: PgPool,
}

impl Database {
    /// An empty one on the engine of this run; a file goes into `folder`.
    pub(crate) async fn new(folder: &Folder) -> Self {
        match std::env::var("QATYS_TEST_ENGINE").as_deref() {
            Err(_) | Ok("sqlite") => Self::file(folder),
            Ok("postgres") => Self::on_server().await,
            Ok(other) => panic!("QATYS_TEST_ENGINE={other} is neither sqlite nor postgres"),
        }
    }

    /// A file, whatever the engine of this run is.
    pub(crate) fn file(folder: &Folder) -> Self {
        Self { url: folder.url("qatys.db"), server: None }
    }

    /// One on the server of this run; `None` where it runs on files.
    pub(crate) async fn beside() -> Option<Self> {
        if std::env::var("QATYS_TEST_ENGINE").as_deref() == Ok("postgres") {
            Some(Self::on_server().await)
        } else {
            None
        }
    }

    async fn on_server() -> Self {
        let beside = std::env::var("QATYS_TEST_POSTGRES").expect("QATYS_TEST_POSTGRES=postgres://…");
        let beside: PgConnectOptions = beside.parse().unwrap();
        let name = name();
        let mut conn = PgConnection::connect_with(&beside).await.unwrap();
        // Ordered as Kazakh orders words, where the server can: nothing of ours may hang on a server's order.
        let plain = format!("CREATE DATABASE {name} TEMPLATE template0");
        let kazakh = format!("{plain} LOCALE_PROVIDER icu ICU_LOCALE 'kk-KZ' LOCALE 'C.UTF-8'");
        if conn.execute(AssertSqlSafe(kazakh)).await.is_err() {
            conn.execute(AssertSqlSafe(plain)).await.unwrap();
        }
        conn.close().await.unwrap();
        let options = beside.clone().database(&name);
        let url = options.to_url_lossy().to_string();
        let pool = PgPoolOptions::new().acquire_timeout(PATIENCE).connect_lazy_with(options);
        Self { url, server: Some(Server { name, beside, pool }) }
    }

    /// Its address, as an operator would write it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// How the server is reached.
    pub(crate) fn server(&self) -> &PgConnectOptions {
        &self.server.as_ref().expect("a database on a server").beside
    }

    /// Its address if the server stood at another `HOST:PORT`.
    pub(crate) fn url_by(&self, address: &str) -> String {
        let (host, port) = address.rsplit_once(':').unwrap();
        let options: PgConnectOptions = self.url.parse().unwrap();
        let password = options.to_url_lossy().password().unwrap_or_default().to_owned();
        let (user, name) = (options.get_username(), &self.server.as_ref().expect("on a server").name);
        format!("postgres://{user}:{password}@{host}:{port}/{name}?sslmode=disable")
    }

    pub(crate) const fn is_on_server(&self) -> bool {
        self.server.is_some()
    }

    /// A connection past the program, to look and to tamper. A file's is given back with [`close`]: open at a kill, it
    /// would spare the bot its recovery.
    pub(crate) async fn connect(&self) -> Conn {
        let Some(server) = &self.server else {
            let options: SqliteConnectOptions = self.url.parse().unwrap();
            let options = options.busy_timeout(PATIENCE).statement_cache_capacity(0);
            return Conn::Sqlite(SqliteConnection::connect_with(&options).await.unwrap());
        };
        server.pool.acquire().await.unwrap().into()
    }

    /// As if so much time had passed since a kill that whoever shares the database knows of it. A file is not shared.
    pub(crate) async fn forget_the_dead(&self) {
        if self.is_on_server() {
            let forget = "UPDATE replicas SET alive_until = now() - interval '1 second'";
            // Killed so early that there are no tables yet, it left nobody to forget.
            let _ = self.connect().await.sql(forget).run().await;
        }
    }

    /// Has nobody write to the bot's tables until [`let_go`], as a slow disk or an operator at work would.
    pub(crate) async fn hold(&self) -> Conn {
        let mut conn = self.connect().await;
        conn.either("BEGIN IMMEDIATE", "BEGIN").run().await.unwrap();
        if self.is_on_server() {
            conn.sql("LOCK TABLE inbox, registrations IN SHARE MODE").run().await.unwrap();
        }
        conn
    }
}

/// Lets everybody write again.
pub(crate) async fn let_go(mut conn: Conn) {
    conn.sql("ROLLBACK").run().await.unwrap();
    close(conn).await;
}

/// Gives a connection back.
pub(crate) async fn close(conn: Conn) {
    if let Conn::Sqlite(conn) = conn {
        conn.close().await.unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let (name, beside) = (self.name.clone(), self.beside.clone());
        // The test's own runtime cannot be waited for here. What still uses the database is thrown out.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let mut conn = PgConnection::connect_with(&beside).await?;
                conn.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await?;
                conn.close().await
            })
        });
        if let Ok(Err(fault)) = dropping.join() {
            eprintln!("{} is left on the server: {fault}", self.name);
        }
    }
}

/// Everything in a database but what says who was met and what they are in the middle of.
pub(crate) async fn contents(conn: &mut Conn) -> Vec<String> {
    let mut dump = Vec::new();
    for table in TABLES.iter().filter(|table| !["inbox", "dialogues"].contains(&table.name)) {
        let columns =
            |name: fn(&Column) -> &'static str| table.columns.iter().map(name).collect::<Vec<_>>().join(", ");
        let (here, there) = (columns(|column| column.in_sqlite), columns(|column| column.name));
        let sqlite = format!("SELECT json_group_array(json_array({here})) FROM {}", table.name);
        let postgres =
            format!("SELECT CAST(json_agg(t) AS TEXT) FROM (SELECT {there} FROM {}) t", table.name);
        let (sqlite, postgres): (&str, &str) = (sqlite.leak(), postgres.leak());
        let rows: Option<String> = conn.either(sqlite, postgres).value().await.unwrap();
        dump.push(format!("{}: {}", table.name, rows.unwrap_or_default()));
    }
    dump
}
