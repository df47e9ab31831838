//! Compares what people were told with what the database holds. Says what is wrong; what to make of it is for the test.

use std::collections::HashMap;
use std::fmt;

use qatys::store::Conn;

use super::visitor::{Story, Told};
use crate::{database::close, process::Bench};

/// What a run came to.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    kills: usize,
    deeds: usize,
    sign_ups: usize,
    acknowledged: usize,
    /// People who were told one thing while the database holds another.
    pub(crate) lost: Vec<String>,
    /// Updates that Telegram was told we have, and we do not.
    pub(crate) lost_updates: i64,
    /// Updates that were never done, or given up.
    pub(crate) left_over: i64,
    /// Events with more people than seats, seen at any time.
    pub(crate) oversold: Vec<String>,
    tickets: i64,
    /// Seats without a ticket in the chat.
    pub(crate) missing: Vec<String>,
    doubled: i64,
    uncertain: i64,
    /// How many may be uncertain.
    bound: i64,
}

impl Verdict {
    /// Everything that must not be, in words.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = [&self.lost[..], &self.oversold, &self.missing].concat();
        for (count, what) in [
            (self.lost_updates, "updates lost"),
            (self.left_over, "updates left over"),
            (self.doubled - self.uncertain, "tickets doubled beyond those known to be uncertain"),
            (self.uncertain - self.bound, "uncertain beyond what can be on its way"),
        ] {
            if count > 0 {
                faults.push(format!("{count} {what}"));
            }
        }
        faults
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { kills, deeds, sign_ups, acknowledged, lost_updates, tickets, doubled, uncertain, .. } =
            self;
        write!(
            f,
            "{kills} kills, {deeds} updates, {sign_ups} sign-ups, {acknowledged} acknowledged, lost {}, \
             updates lost {lost_updates}, oversold {}, {tickets} tickets, {doubled} doubled, {uncertain} uncertain",
            self.lost.len(),
            self.oversold.len()
        )
    }
}

/// Events in which more people hold seats than there are.
pub(crate) async fn oversold(bench: &Bench) -> Vec<String> {
    let mut conn = bench.database.connect().await;
    let rows: Vec<(String, i64, i64)> = conn
        .sql(
            "SELECT e.external_id, e.capacity, CAST(sum(r.party) AS BIGINT)
             FROM events e JOIN registrations r ON r.event_id = e.id
             WHERE r.standing IN ('seated', 'offered') GROUP BY e.id HAVING sum(r.party) > e.capacity",
        )
        .all()
        .await
        .unwrap();
    close(conn).await;
    let line = |(event, capacity, taken)| format!("{event}: {taken} people on {capacity} seats");
    rows.into_iter().map(line).collect()
}

/// Judges a run in which nothing is left to do. `kills` are for the summary; `bound` is how many notices can have been
/// on their way when something happened to the bot or its lines.
pub(crate) async fn judge(bench: &Bench, story: &Story, kills: usize, bound: i64) -> Verdict {
    let mut verdict = Verdict {
        kills,
        bound,
        deeds: story.deeds,
        sign_ups: story.sign_ups,
        acknowledged: story.acknowledged,
        oversold: oversold(bench).await,
        ..Verdict::default()
    };
    let mut conn = bench.database.connect().await;
    let (known, left_over): (i64, i64) =
        conn.sql("SELECT count(*), count(*) FILTER (WHERE state <> 'done') FROM inbox").one().await.unwrap();
    verdict.lost_updates = story.deeds as i64 - known;
    verdict.left_over = left_over + bench.telegram.pending_updates() as i64;
    let uncertain = "SELECT CAST(coalesce(sum(uncertain), 0) AS BIGINT) FROM outbox";
    verdict.uncertain = conn.sql(uncertain).value().await.unwrap();
    compare(&mut conn, story, &mut verdict).await;
    count_tickets(bench, &mut conn, &mut verdict).await;
    close(conn).await;
    verdict
}

/// What was said against how it stands.
async fn compare(conn: &mut Conn, story: &Story, verdict: &mut Verdict) {
    let rows: Vec<(i64, i64, String)> = conn
        .sql(
            "SELECT person_id, CAST(substr(e.external_id, 3) AS BIGINT), standing
             FROM registrations r JOIN events e ON e.id = r.event_id WHERE standing <> 'cancelled'",
        )
        .all()
        .await
        .unwrap();
    let stands: HashMap<(i64, usize), String> =
        rows.into_iter().map(|(person, event, standing)| ((person, event as usize), standing)).collect();
    for (key, told) in &story.told {
        let stands = stands.get(key).map(String::as_str);
        let fits = match told {
            Told::Seated => stands == Some("seated"),
            Told::Waiting => stands.is_some(),
            Told::Left => stands.is_none(),
            Told::Unsure => true,
        };
        if !fits {
            verdict.lost.push(format!("{key:?} was told {told:?} and is {stands:?}"));
        }
    }
}

/// Tickets in the chats against seats in the database.
async fn count_tickets(bench: &Bench, conn: &mut Conn, verdict: &mut Verdict) {
    let mut delivered = HashMap::<String, i64>::new();
    for person in bench.telegram.people() {
        for ticket in person.messages().iter().filter(|message| message.photo.is_some()) {
            let code = ticket.text.lines().find_map(|line| line.strip_prefix("Code: "));
            *delivered.entry(code.unwrap_or("?").to_owned()).or_default() += 1;
        }
    }
    verdict.tickets = delivered.values().sum();
    verdict.doubled = delivered.values().map(|count| count - 1).sum();
    let seated: Vec<(String, i64)> =
        conn.sql("SELECT code, person_id FROM registrations WHERE standing = 'seated'").all().await.unwrap();
    let without = seated.into_iter().filter(|(code, _)| !delivered.contains_key(code));
    verdict.missing = without.map(|(_, person)| format!("{person} holds a seat without a ticket")).collect();
}
