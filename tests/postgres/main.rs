//! Runs the integration tests once more, on PostgreSQL: on the server that `QATYS_TEST_POSTGRES` names, else on one of
//! this machine's binaries that is started for it and thrown away. No test of its own.
//!
//! `QATYS_TEST_POSTGRES` is an address, whose role may create databases; or `required`, where a machine without
//! PostgreSQL must not pass. Unset, such a machine is told so and passes.

use anyhow::{Context, bail, ensure};
use sqlx::{Connection as _, PgConnection};
use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode, Output},
};

/// Tests that know no engine or only the other one.
const LEFT_OUT: [&str; 2] = ["simulator::", "file::"];

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("PostgreSQL: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    let wanted = std::env::var("QATYS_TEST_POSTGRES").ok().filter(|wanted| !wanted.is_empty());
    if let Some(url) = wanted.as_ref().filter(|wanted| *wanted != "required") {
        return suite(url);
    }
    let Some(binaries) = binaries() else {
        ensure!(wanted.is_none(), "no server found, and one is required");
        println!(
            "PostgreSQL: no server found (set QATYS_TEST_POSTGRES or install one); the suite ran on SQLite only"
        );
        return Ok(ExitCode::SUCCESS);
    };
    let cluster = Cluster::start(&binaries)?;
    suite(&cluster.url)
}

/// Runs the tests on the server at `url`; what was asked of this run, such as a filter, is asked of them.
fn suite(url: &str) -> anyhow::Result<ExitCode> {
    println!("PostgreSQL {}: the suite runs on it", version(url)?);
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["test", "--locked", "--test", "it"]);
    // As this test was built, so that nothing is compiled anew.
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    if !cfg!(feature = "demo") {
        cargo.arg("--no-default-features");
    }
    // Those for several processes are ignored where there is no server.
    cargo.args(["--", "--include-ignored"]).args(std::env::args_os().skip(1));
    for left_out in LEFT_OUT {
        cargo.args(["--skip", left_out]);
    }
    // What Cargo tells this test about itself would look to the build scripts like a change.
    let own = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "OUT_DIR"];
    for (name, _) in std::env::vars_os() {
        if own.iter().any(|own| name.to_string_lossy().starts_with(own)) {
            cargo.env_remove(name);
        }
    }
    let status = cargo.env("QATYS_TEST_ENGINE", "postgres").env("QATYS_TEST_POSTGRES", url).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The server's version, asked of it: `15.18`.
fn version(url: &str) -> anyhow::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut conn = PgConnection::connect(url).await.context("the server cannot be reached")?;
        let version: String = sqlx::query_scalar("SHOW server_version").fetch_one(&mut conn).await?;
        Ok(version.split(' ').next().unwrap_or_default().to_owned())
    })
}

/// The folder of the newest server binaries of this machine.
fn binaries() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<_> = std::env::split_paths(&path).collect();
    // Debian keeps them out of the path, one folder for each version.
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<_> = versions.map(|version| version.path().join("bin")).collect();
    versions.sort();
    folders.extend(versions.into_iter().rev());
    if let Ok(named) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(String::from_utf8_lossy(&named.stdout).trim().into());
    }
    folders.into_iter().find(|folder| ["initdb", "pg_ctl"].iter().all(|name| folder.join(name).is_file()))
}

/// A server with a folder of its own, reached by a socket in it. Dropped, it is stopped and removed.
struct Cluster<'a> {
    binaries: &'a Path,
    user: Option<&'static str>,
    folder: PathBuf,
    url: String,
}

impl<'a> Cluster<'a> {
    fn start(binaries: &'a Path) -> anyhow::Result<Self> {
        // The server refuses to run as root.
        let root = said("id", Command::new("id").arg("-u"))? == "0";
        let exists = |user: &&str| Command::new("id").arg(user).output().is_ok_and(|id| id.status.success());
        let user = ["postgres", "nobody"].into_iter().filter(|_| root).find(exists);
        let folder = said("mktemp", run_as(user, "mktemp").args(["-d", "-t", "qatys-postgres-XXXXXX"]))?;
        let url = format!("postgres://qatys@localhost/postgres?host={folder}");
        let cluster = Self { binaries, user, folder: folder.into(), url };
        let data = cluster.folder.join("data");
        let initdb = ["--auth=trust", "--username=qatys", "--encoding=UTF8", "--locale=C", "--pgdata"];
        said("initdb", cluster.command("initdb").args(initdb).arg(&data))?;
        let settings = format!(
            "-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=300",
            folder = cluster.folder.display()
        );
        let mut start = cluster.command("pg_ctl");
        start.args(["start", "--wait", "--silent", "--options", &settings, "--pgdata"]).arg(&data);
        said("pg_ctl", start.arg("--log").arg(cluster.folder.join("log")))?;
        Ok(cluster)
    }

    fn command(&self, name: &str) -> Command {
        let mut command = run_as(self.user, self.binaries.join(name));
        // Not where whoever it runs as may not look.
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster<'_> {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--wait", "--silent", "--mode", "immediate", "--pgdata"]);
        // Not there where it never started.
        let _ = stop.arg(self.folder.join("data")).output();
        if let Err(fault) = std::fs::remove_dir_all(&self.folder) {
            eprintln!("PostgreSQL: {} is left behind: {fault}", self.folder.display());
        }
    }
}

/// A command as another user, if one is named.
fn run_as(user: Option<&str>, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let Some(user) = user else { return Command::new(program) };
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={user}")).arg("--clear-groups").arg("--").arg(program);
    command.current_dir("/");
    command
}

/// Runs a command; what it said on standard output.
fn said(name: &str, command: &mut Command) -> anyhow::Result<String> {
    let Output { status, stdout, stderr } =
        command.output().with_context(|| format!("{name} cannot be run"))?;
    if !status.success() {
        bail!(
            "{name}: {}{}",
            String::from_utf8_lossy(&stderr).trim(),
            String::from_utf8_lossy(&stdout).trim()
        );
    }
    Ok(String::from_utf8_lossy(&stdout).trim().to_owned())
}
