//! PostgreSQL and what speaks its protocol: how it is reached, transactions on it, and locks that last as long as the
//! process that holds them. No statements of tables.

use super::{
    Conn, Error, Result,
    loans::{Loan, Loans},
};
use sqlx::{
    ConnectOptions, Connection, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    ops::{Deref, DerefMut},
    str::FromStr,
    sync::Arc,
    time::Duration,
};
use tokio::time::timeout;

/// Longest anybody waits for a free connection: an update that is not stored by then is refused, and comes again.
const PATIENCE: Duration = Duration::from_secs(5);

/// A process that freezes in the middle of a transaction must not hold an event's row for ever; nor does anybody wait
/// longer than for a connection for a lock, such as that of a migration or of an operator at work.
const LIMITS: [&str; 2] = ["SET idle_in_transaction_session_timeout = '30s'", "SET lock_timeout = '5s'"];

/// The server gives a lock up within ten seconds of losing sight of the machine that holds it.
const KEEPALIVES: [&str; 3] =
    ["SET tcp_keepalives_idle = 3", "SET tcp_keepalives_interval = 2", "SET tcp_keepalives_count = 3"];

/// Reads an address such as `postgres://user:password@host/database?sslmode=verify-full`.
pub(super) fn options(url: &str) -> Result<PgConnectOptions> {
    // Its words are not repeated: they might hold the password.
    let unknown = || {
        Error::Address(
            "the database address must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE".into(),
        )
    };
    if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(unknown());
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| unknown())?;
    Ok(options
        .application_name("qatys")
        .statement_cache_capacity(256)
        .log_slow_statements(tracing::log::LevelFilter::Off, Duration::ZERO))
}

/// Opens so many connections as are needed, up to `most`.
pub(super) fn open(options: PgConnectOptions, most: u32) -> PgPool {
    PgPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        // A connection is asked whether it is still there when it is given back; asking again would cost every
        // statement a round trip.
        .test_before_acquire(false)
        .after_connect(|conn, _| {
            Box::pin(async move {
                for limit in LIMITS {
                    sqlx::query(limit).execute(&mut *conn).await?;
                }
                Ok(())
            })
        })
        .connect_lazy_with(options)
}

/// One connection for a command, and what the database may be called in public: without the password.
pub(super) async fn connect(url: &str) -> Result<(Conn, String)> {
    let options = options(url)?;
    let database = options.get_database().unwrap_or(options.get_username());
    let name = format!("postgres://{}:{}/{database}", options.get_host(), options.get_port());
    // The pool would try for as long as its patience lasts, and not say what was wrong.
    let probe = PgConnection::connect_with(&options).await;
    probe.map_err(|fault| Error::Refused(format!("{name}: {fault}")))?.close().await?;
    let mut conn = Conn::from(open(options, 1).acquire().await?);
    // It holds a transaction while another database takes its time, and reads whole tables.
    for limit in ["SET idle_in_transaction_session_timeout = 0", "SET statement_timeout = 0"] {
        conn.sql(limit).run().await?;
    }
    Ok((conn, name))
}

/// Which release of the server it is.
pub(super) async fn version(conn: &mut Conn) -> Result<String> {
    conn.sql("SHOW server_version").value().await
}

/// A transaction on a connection of its own.
pub(super) struct Session {
    conn: Option<Loan>,
    /// Whether it was begun in words; a single statement is a transaction by itself.
    begun: bool,
}

impl Session {
    pub(super) async fn begin(loans: &Arc<Loans>) -> Result<Self> {
        let mut conn = loans.lend().await?;
        conn.sql("BEGIN").run().await?;
        Ok(Self { conn: Some(conn), begun: true })
    }

    /// For a single statement, which saves two ways to the server and back.
    pub(super) async fn single(loans: &Arc<Loans>) -> Result<Self> {
        Ok(Self { conn: Some(loans.lend().await?), begun: false })
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        if self.begun {
            self.sql("COMMIT").run().await?;
        }
        self.conn = None;
        Ok(())
    }

    pub(super) async fn rollback(mut self) {
        if self.begun {
            let _ = self.sql("ROLLBACK").run().await;
        }
        self.conn = None;
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(mut conn) = self.conn.take()
            && self.begun
        {
            // Whoever gets the connection next must not find itself in this transaction.
            tokio::spawn(async move { conn.sql("ROLLBACK").run().await });
        }
    }
}

impl Deref for Session {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn
            .as_ref()
            .expect("the connection is held until commit or rollback takes the session by value")
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
            .as_mut()
            .expect("the connection is held until commit or rollback takes the session by value")
    }
}

/// A lock of the server's that ends with the connection it was taken on: whoever dies gives it up.
pub(super) struct Lock {
    conn: PgConnection,
}

impl Lock {
    /// Takes the lock of this number; `None` while another process has it.
    pub(super) async fn take(pool: &PgPool, number: i64) -> Result<Option<Self>> {
        let mut conn = pool.acquire().await?;
        let taken: bool =
            sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(number).fetch_one(&mut *conn).await?;
        if !taken {
            return Ok(None);
        }
        let mut conn = conn.detach();
        for setting in KEEPALIVES {
            sqlx::query(setting).execute(&mut conn).await?;
        }
        Ok(Some(Self { conn }))
    }

    /// Whether it is still held.
    pub(super) async fn is_held(&mut self) -> bool {
        let question = sqlx::query("SELECT 1").execute(&mut self.conn);
        matches!(timeout(PATIENCE, question).await, Ok(Ok(_)))
    }
}
