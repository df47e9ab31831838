//! The same rush on a file, on a server, and on a server with three processes behind a balancer, in one run.

use crate::{
    balancer::Balancer,
    figures::Table,
    process::Bot,
    server::Server,
    sign_up::{Place, Scene, rush},
    stage::Folder,
};
use qatys::simulator::Simulator;

/// Processes on one server.
const REPLICAS: usize = 3;
/// What Telegram repeats in a header.
const SECRET: &str = "bench-secret-0123456789";

/// All of it, one after the other.
pub(crate) async fn compared(table: &mut Table) -> anyhow::Result<()> {
    let file = Place::File(Folder::new("replicas")?);
    let scene = Scene::at(file, |telegram, address| Ok(vec![Bot::start(telegram, address)?])).await?;
    rush(&scene, "SQLite", table).await?;
    scene.stop().await?;
    for replicas in [1, REPLICAS] {
        let place = Place::Server(Server::new("replicas").await?);
        let (balancer, settings) = behind_a_balancer(replicas).await?;
        let start = |telegram: &Simulator, address: &str| {
            settings.iter().map(|settings| Bot::start_with(telegram, address, settings)).collect()
        };
        let scene = Scene::at(place, start).await?;
        rush(&scene, &format!("PostgreSQL, {replicas} by webhook"), table).await?;
        scene.stop().await?;
        balancer.stop().await;
    }
    Ok(())
}

/// A balancer before so many free ports, and the settings of the processes that will listen there.
async fn behind_a_balancer(replicas: usize) -> anyhow::Result<(Balancer, Vec<Vec<(&'static str, String)>>)> {
    // All of them before any is closed, so that none comes twice.
    let probes: Vec<_> =
        (0..replicas).map(|_| std::net::TcpListener::bind("127.0.0.1:0")).collect::<Result<_, _>>()?;
    let ports = probes.iter().map(|probe| Ok(probe.local_addr()?.to_string()));
    let ports = ports.collect::<std::io::Result<Vec<_>>>()?;
    drop(probes);
    let balancer = Balancer::start(ports.clone()).await?;
    let settings = |listen: String| {
        vec![
            ("QATYS_LISTEN", listen),
            ("QATYS_WEBHOOK_URL", balancer.url()),
            ("QATYS_WEBHOOK_SECRET", SECRET.to_owned()),
        ]
    };
    let settings = ports.into_iter().map(settings).collect();
    Ok((balancer, settings))
}
