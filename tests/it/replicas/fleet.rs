//! Several processes of the real binary on one database, behind a balancer, and the way between them and the server.
//! What they must do stands in the file beside.

use crate::{
    balancer::Balancer,
    process::{Bench, Victim},
};
use sqlx::postgres::PgConnectOptions;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream, UnixStream},
    sync::watch,
    task::JoinHandle,
};

/// What Telegram repeats in a header.
const SECRET: &str = "replica-secret-0123456789";

/// Processes by number.
pub(super) struct Fleet {
    pub(super) bench: Bench,
    balancer: Balancer,
    listens: Vec<String>,
    pub(super) victims: Vec<Option<Victim>>,
}

impl Fleet {
    /// So many processes, ready, on a database with these events.
    pub(super) async fn start(bench: Bench, replicas: usize) -> Self {
        // All of them before any is closed, so that none comes twice.
        let probes: Vec<_> =
            (0..replicas).map(|_| std::net::TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        let listens: Vec<_> = probes.iter().map(|probe| probe.local_addr().unwrap().to_string()).collect();
        drop(probes);
        let balancer = Balancer::start(listens.clone()).await.unwrap();
        let mut fleet = Self { bench, balancer, listens, victims: Vec::new() };
        for number in 0..replicas {
            let victim = fleet.spawn(number);
            fleet.victims.push(Some(victim));
        }
        for victim in fleet.victims.iter().flatten() {
            victim.ready().await;
        }
        fleet
    }

    /// Starts a process without waiting for it.
    pub(super) fn spawn(&self, number: usize) -> Victim {
        self.bench.spawn_with(&[
            ("QATYS_LISTEN", &self.listens[number]),
            ("QATYS_WEBHOOK_URL", &self.balancer.url()),
            ("QATYS_WEBHOOK_SECRET", SECRET),
        ])
    }

    /// Kills a process.
    pub(super) async fn kill(&mut self, number: usize) {
        if let Some(victim) = self.victims[number].take() {
            victim.kill().await;
        }
    }

    /// Starts a process again after its death.
    pub(super) fn revive(&mut self, number: usize) {
        self.victims[number] = Some(self.spawn(number));
    }

    /// Stops all of them as an operator would; returns the bench to look at what they left.
    pub(super) async fn stop(self) -> Bench {
        for victim in self.victims.into_iter().flatten() {
            victim.ready().await;
            victim.stop().await;
        }
        self.balancer.stop().await;
        self.bench
    }
}

/// A way to the server that can be cut: shut, it drops what passes and lets nobody in.
pub(super) struct Gate {
    pub(super) address: String,
    open: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Gate {
    /// An open gate before a server.
    pub(super) async fn before(server: &PgConnectOptions) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (open, state) = watch::channel(true);
        let server = server.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                if *state.borrow() {
                    tokio::spawn(pass(stream, server.clone(), state.clone()));
                }
            }
        });
        Self { address, open, task }
    }

    pub(super) fn shut(&self) {
        self.open.send_replace(false);
    }

    pub(super) fn reopen(&self) {
        self.open.send_replace(true);
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Passes bytes both ways until the gate is shut.
async fn pass(mut near: TcpStream, server: PgConnectOptions, mut state: watch::Receiver<bool>) {
    let port = server.get_port();
    let passed = async {
        // Debian's servers and those of the tests listen on a socket in a folder as well.
        if let Some(folder) = server.get_socket() {
            let mut far = UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await?;
            return copy_bidirectional(&mut near, &mut far).await;
        }
        let mut far = TcpStream::connect((server.get_host(), port)).await?;
        copy_bidirectional(&mut near, &mut far).await
    };
    tokio::select! {
        _ = passed => {}
        _ = state.wait_for(|open| !open) => {}
    }
}
