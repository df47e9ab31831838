//! Durations to percentiles, and the table that is printed. Measures nothing itself.

use std::time::Duration;

/// What was measured of one kind of thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Durations(Vec<Duration>);

impl Durations {
    pub(crate) fn add(&mut self, duration: Duration) {
        self.0.push(duration);
    }

    pub(crate) fn extend(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    /// The duration below which this part of them lies, from 0 to 1; the highest for 1.
    pub(crate) fn quantile(&self, part: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (part * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// Median, 95th and 99th percentile in milliseconds.
    pub(crate) fn line(&self) -> String {
        let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|part| millis(self.quantile(part)));
        format!("p50 {p50:7.2}   p95 {p95:7.2}   p99 {p99:7.2} ms")
    }
}

pub(crate) fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// Rows of a name, a figure and, where there is one, its target.
pub(crate) struct Table {
    title: String,
    rows: Vec<(String, String, &'static str)>,
}

impl Table {
    pub(crate) fn new(name: &str, about: &str) -> Self {
        Self { title: format!("{name}: {about}"), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, name: impl Into<String>, figure: impl Into<String>, target: &'static str) {
        self.rows.push((name.into(), figure.into(), target));
    }

    pub(crate) fn print(&self) {
        println!("\n{}", self.title);
        let widest = self.rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or_default();
        for (name, figure, target) in &self.rows {
            let aim = if target.is_empty() { String::new() } else { format!("   (aim: {target})") };
            println!("  {name:widest$}  {figure}{aim}");
        }
    }
}
