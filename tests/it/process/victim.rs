//! One child process: started, listened to, told to stop, killed. What it should do is not known here.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::PATIENCE;

/// What a process left behind.
#[derive(Debug)]
pub(crate) struct Output {
    /// Exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// Everything on standard output.
    pub(crate) stdout: String,
    /// Everything on standard error.
    pub(crate) text: String,
}

/// A running process of the real binary. Dropped, it is killed.
pub(crate) struct Victim {
    child: Arc<Mutex<Child>>,
    pub(crate) pid: u32,
    stdout: Arc<Mutex<String>>,
    /// Standard error so far.
    heard: watch::Receiver<String>,
    ended: watch::Receiver<Option<ExitStatus>>,
}

impl Victim {
    /// Starts the binary with these settings and nothing else in its environment.
    pub(crate) fn spawn(arguments: &[&str], settings: &[(String, String)]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_qatys"))
            .args(arguments)
            .env_clear()
            // Colours would stand between the words.
            .env("NO_COLOR", "1")
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (pid, mut out, err) = (child.id(), child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let child = Arc::new(Mutex::new(child));
        let stdout = Arc::<Mutex<String>>::default();
        let (say, heard) = watch::channel(String::new());
        let (end, ended) = watch::channel(None);
        let (process, text) = (Arc::clone(&child), Arc::clone(&stdout));
        thread::spawn(move || {
            let reader = thread::spawn(move || {
                let mut all = String::new();
                let _ = out.read_to_string(&mut all);
                *text.lock().unwrap() = all;
            });
            let mut lines = BufReader::new(err);
            let mut line = Vec::new();
            while lines.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
                say.send_modify(|text| text.push_str(&String::from_utf8_lossy(&line)));
                line.clear();
            }
            reader.join().unwrap();
            // The pipes are closed, so this does not hold the lock for long.
            let status = process.lock().unwrap().wait().unwrap();
            end.send_replace(Some(status));
        });
        Self { child, pid, stdout, heard, ended }
    }

    /// Waits until standard error holds a line that ends so.
    pub(crate) async fn says(&self, end: &str) {
        let mut heard = self.heard.clone();
        let said = heard.wait_for(|text| text.lines().any(|line| line.ends_with(end)));
        let said = timeout(PATIENCE, said).await.is_ok_and(|said| said.is_ok());
        assert!(said, "it never said «{end}»:\n{}", self.text());
    }

    /// Waits until it takes updates.
    pub(crate) async fn ready(&self) {
        self.says(" ready").await;
    }

    /// Standard error so far.
    pub(crate) fn text(&self) -> String {
        self.heard.borrow().clone()
    }

    /// Whether it has ended.
    pub(crate) fn is_over(&self) -> bool {
        self.ended.borrow().is_some()
    }

    /// SIGTERM, unless it has ended already.
    pub(crate) fn terminate(&self) {
        let command = ["-c", "kill -TERM \"$0\"", &self.pid.to_string()];
        let _ = Command::new("sh").args(command).stderr(Stdio::null()).status();
    }

    /// SIGKILL, and waits until it is gone.
    pub(crate) async fn kill(self) -> Output {
        self.child.lock().unwrap().kill().unwrap();
        self.finish().await
    }

    /// Waits until it ends by itself.
    pub(crate) async fn finish(self) -> Output {
        self.finish_within(PATIENCE).await
    }

    /// Waits so long until it ends by itself.
    pub(crate) async fn finish_within(self, limit: Duration) -> Output {
        let mut ended = self.ended.clone();
        let status = timeout(limit, ended.wait_for(Option::is_some)).await;
        let status = status.unwrap_or_else(|_| panic!("it does not end:\n{}", self.text()));
        let code = status.unwrap().unwrap().code();
        Output { code, stdout: self.stdout.lock().unwrap().clone(), text: self.text() }
    }

    /// Has it stop as an operator would, and expects that it does so without complaint.
    pub(crate) async fn stop(self) -> Output {
        self.terminate();
        let output = self.finish().await;
        assert_eq!(output.code, Some(0), "{}", output.text);
        output
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        if !self.is_over() {
            let _ = self.child.lock().unwrap().kill();
        }
    }
}
