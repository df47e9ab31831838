//! What holds for the budget's queue whatever happens in whatever order, served at exactly the instants it names.

use super::queue::{Call, Queue};
use super::tests::{BULK, most_within, secs};
use crate::domain::Lane;
use proptest::prelude::*;
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// What may happen to the queue, in any order.
#[derive(Clone, Copy, Debug)]
enum Step {
    Call(usize, i64, bool),
    Pass(u64),
    Leave(usize),
    Hold(i64, u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..4_usize, -2..6_i64, prop::bool::weighted(0.8)).prop_map(|(l, c, counts)| Step::Call(l, c, counts)),
        4 => (0..3_000_u64).prop_map(Step::Pass),
        1 => (0..50_usize).prop_map(Step::Leave),
        1 => (-2..6_i64, 0..20_u64).prop_map(|(c, s)| Step::Hold(c, s)),
    ]
}

/// A queue driven by hand, and all that ever went out of it.
struct Bench {
    queue: Queue,
    now: Instant,
    waiting: Vec<(Call, u64, oneshot::Receiver<()>)>,
    sent: Vec<(Instant, Call)>,
    held: HashMap<i64, Instant>,
}

impl Bench {
    /// Serves at every instant at which something is due until then.
    fn pass(&mut self, until: Instant) {
        while let Some(next) = self.queue.next_event(self.now).filter(|next| *next <= until) {
            assert!(next > self.now, "nothing due was left behind");
            self.now = next;
            self.queue.serve(next);
            self.collect();
        }
        self.now = until;
    }

    fn collect(&mut self) {
        let (now, sent, held) = (self.now, &mut self.sent, &self.held);
        let mut overtaken: Vec<Call> = Vec::new();
        self.waiting.retain_mut(|(call, _, turn)| {
            let due = turn.try_recv().is_ok();
            if due {
                let same = |other: &Call| {
                    (other.lane, other.chat, other.counts) == (call.lane, call.chat, call.counts)
                };
                assert!(!overtaken.iter().any(same), "first come, first served: {call:?}");
                assert!(
                    held.get(&call.chat.unwrap()).is_none_or(|until| *until <= now),
                    "{call:?} while held"
                );
                sent.push((now, *call));
            } else {
                overtaken.push(*call);
            }
            !due
        });
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Call(lane, chat, counts) => {
                let call = Call { lane: Lane::ALL[lane], chat: Some(chat), counts };
                match self.queue.admit(call, self.now) {
                    None => self.sent.push((self.now, call)),
                    Some((id, turn)) => self.waiting.push((call, id, turn)),
                }
                self.collect();
            }
            Step::Pass(ms) => self.pass(self.now + Duration::from_millis(ms)),
            Step::Leave(n) if n < self.waiting.len() => self.queue.leave(self.waiting.remove(n).1),
            Step::Leave(_) => {}
            Step::Hold(chat, seconds) => {
                self.queue.hold(Some(chat), secs(seconds), self.now);
                let until = self.held.entry(chat).or_insert(self.now);
                *until = (*until).max(self.now + secs(seconds));
            }
        }
    }

    fn times(&self, which: impl Fn(&Call) -> bool) -> Vec<Instant> {
        self.sent.iter().filter(|(_, call)| call.counts && which(call)).map(|(at, _)| *at).collect()
    }
}

proptest! {
    #[test]
    fn no_limit_is_ever_exceeded_and_everybody_gets_their_turn(
        rate in 1..8_u32,
        steps in prop::collection::vec(step(), 1..200),
    ) {
        let now = Instant::now();
        let (waiting, sent, held) = (Vec::new(), Vec::new(), HashMap::new());
        let mut bench = Bench { queue: Queue::new(rate, rate, now), now, waiting, sent, held };
        for step in steps {
            bench.take(step);
        }
        bench.pass(bench.now + secs(2_000));
        prop_assert!(bench.waiting.is_empty());
        let bulk = bench.times(|call| BULK.contains(&call.lane));
        prop_assert!(most_within(&bulk, secs(1)) <= rate as usize);
        for chat in -2..6 {
            let times = bench.times(|call| call.chat == Some(chat));
            let most = if chat < 0 { 20 } else { 80 };
            prop_assert!(most_within(&times, secs(60)) <= most, "chat {}", chat);
        }
    }
}
