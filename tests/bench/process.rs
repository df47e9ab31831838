//! The bot as a process of its own: start, processor time, memory, stop. Linux only: it reads `/proc`.

use anyhow::{Context, ensure};
use qatys::simulator::Simulator;
use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStderr, Command, Stdio},
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// Token of the bench's bot: of the right form and known to the simulator alone.
pub(crate) const TOKEN: &str = "7000002:bench-token-of-the-simulator";
/// Clock ticks a second in `/proc/PID/stat`: 100 on every Linux (`USER_HZ`).
const TICKS: f64 = 100.0;

/// A running bot.
pub(crate) struct Bot {
    child: Child,
    log: Option<JoinHandle<Vec<String>>>,
    /// From `exec` to the log line that says so.
    pub(crate) ready_after: Duration,
}

impl Bot {
    /// Starts the bot on a database and waits until it is ready.
    pub(crate) fn start(telegram: &Simulator, database: &str) -> anyhow::Result<Self> {
        Self::start_with(telegram, database, &[])
    }

    /// The same with settings of its own.
    pub(crate) fn start_with(
        telegram: &Simulator,
        database: &str,
        settings: &[(&str, String)],
    ) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_qatys"))
            .arg("run")
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_API_URL", telegram.url())
            .env("DATABASE_URL", database)
            .env("QATYS_LISTEN", "127.0.0.1:0")
            // The bench measures the bot, not its manners: the budget is passed, but holds nothing up.
            .env("QATYS_SEND_RATE", "1000")
            .env("QATYS_PAID_BROADCAST", "true")
            .envs(settings.iter().map(|(name, value)| (*name, value.as_str())))
            .env_remove("RUST_LOG")
            .stderr(Stdio::piped())
            .spawn()
            .context("the bot does not start")?;
        let mut log = BufReader::new(child.stderr.take().context("no log")?);
        let mut line = String::new();
        while !line.contains("ready") {
            line.clear();
            ensure!(log.read_line(&mut line)? > 0, "the bot ended before it was ready");
        }
        let ready_after = begun.elapsed();
        let log = Some(std::thread::spawn(move || rest(log)));
        Ok(Self { child, log, ready_after })
    }

    /// Processor time so far, user and system.
    pub(crate) fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // Fields are counted after the name in parentheses, which may hold spaces (proc_pid_stat(5)).
        let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |field: usize| fields.get(field).and_then(|text| text.parse::<u64>().ok());
        let ticks = ticks(11).zip(ticks(12)).context("/proc/PID/stat has another form")?;
        Ok(Duration::from_secs_f64((ticks.0 + ticks.1) as f64 / TICKS))
    }

    /// A size of `/proc/PID/status` in MB: `VmRSS` for now, `VmHWM` for the highest so far.
    pub(crate) fn memory(&self, field: &str) -> anyhow::Result<f64> {
        memory(self.child.id(), field)
    }

    /// Stops the bot as an operator does. Prints what it complained about.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        self.child.wait()?;
        let complaints = self.log.take().and_then(|log| log.join().ok()).unwrap_or_default();
        for line in complaints.iter().take(10) {
            println!("  the bot says: {line}");
        }
        Ok(())
    }
}

impl Drop for Bot {
    /// A bench that failed leaves no process behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads the log to its end and keeps the warnings and errors.
fn rest(log: BufReader<ChildStderr>) -> Vec<String> {
    let lines = log.lines().map_while(Result::ok);
    lines.filter(|line| line.contains("WARN") || line.contains("ERROR")).collect()
}

/// Runs a command to its end; says how long it took and how much memory it held at most.
pub(crate) async fn obey(arguments: &[&str], settings: &[(&str, &str)]) -> anyhow::Result<String> {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_qatys"))
        .args(arguments)
        .envs(settings.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut peak = 0.0_f64;
    let status = loop {
        peak = peak.max(memory(child.id(), "VmHWM").unwrap_or_default());
        if let Some(status) = child.try_wait()? {
            break status;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    ensure!(status.success(), "{arguments:?}: {status}");
    Ok(format!("{:6.1} s, at most {peak:.0} MB", begun.elapsed().as_secs_f64()))
}

/// A size of `/proc/PID/status` in MB.
fn memory(process: u32, field: &str) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    Ok(kilobytes.context("/proc/PID/status has another form")? / 1024.0)
}
