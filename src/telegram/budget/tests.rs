//! The budget under held time: nothing here really waits.

use super::queue::{Call, Queue};
use super::*;
use std::future::Future;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;

pub(super) const BULK: [Lane; 2] = [Lane::Reminders, Lane::Broadcasts];
/// Puts messages in the queue, in this order, and tells afterwards when each one's turn came, in the order of turns.
async fn turns(budget: &Budget, messages: impl IntoIterator<Item = (Lane, i64)>) -> Vec<(Instant, usize)> {
    let mut tasks = JoinSet::new();
    for (index, (lane, chat)) in messages.into_iter().enumerate() {
        let budget = budget.clone();
        tasks.spawn(async move {
            budget.acquire(lane, Some(chat), true).await;
            (Instant::now(), index)
        });
    }
    let mut turns = tasks.join_all().await;
    turns.sort();
    turns
}

/// The most that fell into any `window`.
pub(super) fn most_within(times: &[Instant], window: Duration) -> usize {
    let until = |from: usize| times.partition_point(|at| *at < times[from] + window);
    (0..times.len()).map(|from| until(from) - from).max().unwrap_or(0)
}

/// Whether a future is done without any waiting.
async fn at_once(future: impl Future<Output = ()>) -> bool {
    let before = Instant::now();
    timeout_at(before, future).await.is_ok()
}

pub(super) fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn the_bulk_lanes_use_the_rate_and_never_exceed_it_in_any_second() {
    for (rate, kinds) in [
        (1, &[BULK, [Lane::MustKnow; 2]][..]),
        (2, &[BULK, [Lane::MustKnow; 2]]),
        (7, &[BULK, [Lane::MustKnow; 2]]),
        (30, &[BULK, [Lane::MustKnow; 2], [Lane::Paid; 2]]),
        (1000, &[[Lane::Paid; 2]]),
    ] {
        for &lanes in kinds {
            let budget = Budget::new(rate);
            let start = Instant::now();
            let messages = (0..i64::from(rate) * 10).map(|chat| (lanes[chat as usize % 2], chat + 1));
            let times: Vec<_> = turns(&budget, messages).await.into_iter().map(|(at, _)| at).collect();
            let burst = if lanes == [Lane::MustKnow; 2] { (rate / 2).max(1) } else { 0 };
            assert!(most_within(&times, secs(1)) <= (rate + burst) as usize, "rate {rate}");
            let took = times[times.len() - 1] - start;
            assert!(took <= Duration::from_millis(10_200), "rate {rate}: 10 s of messages took {took:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_paid_for_goes_beyond_the_free_rate_and_nothing_else_does() {
    let budget = Budget::new(500);
    let lane = async |lane, messages: i64, from: i64| {
        let turns = turns(&budget, (from..from + messages).map(|chat| (lane, chat))).await;
        turns.into_iter().map(|(at, _)| at).collect::<Vec<_>>()
    };
    let (free, paid) =
        futures::future::join(lane(Lane::Broadcasts, 300, 1), lane(Lane::Paid, 4_000, 1_000)).await;
    assert!(most_within(&free, secs(1)) <= 30);
    let mut all = [&free[..], &paid[..]].concat();
    all.sort();
    // Free messages do not wait for the others: they may come on top of a full second.
    assert!(most_within(&all, secs(1)) <= 530, "{}", most_within(&all, secs(1)));
    assert!(most_within(&paid, secs(1)) <= 500);
    let took = *paid.last().unwrap() - paid[0];
    assert!(took <= Duration::from_millis(8_700), "4,000 beside 240 at 500 a second took {took:?}");
}

#[tokio::test(start_paused = true)]
async fn no_more_is_claimed_than_may_soon_go() {
    let budget = Budget::new(30);
    let room = budget.room(Lane::Broadcasts).unwrap();
    assert!((1..=8).contains(&room), "a third of half a second's worth, and what comes back soon: {room}");
    turns(&budget, (0..i64::from(room)).map(|chat| (Lane::Broadcasts, chat + 1))).await;
    let wait = budget.room(Lane::Broadcasts).map_or_else(|wait| wait, |_| Duration::ZERO);
    tokio::time::advance(wait).await;
    assert!(budget.room(Lane::Broadcasts).unwrap() <= 3);
}

#[tokio::test(start_paused = true)]
async fn processes_that_share_a_rate_never_exceed_it_together() {
    let budgets = [30; 3].map(Budget::new);
    // Alone at first, then one of three.
    let early: Vec<_> = turns(&budgets[0], (0..90).map(|chat| (Lane::Reminders, chat + 1))).await;
    for budget in &budgets {
        budget.share(3);
    }
    let mut times: Vec<_> = early.into_iter().map(|(at, _)| at).collect();
    let shares =
        budgets.iter().map(|budget| turns(budget, (0..100).map(|chat| (Lane::Broadcasts, 1000 + chat))));
    for share in futures::future::join_all(shares).await {
        times.extend(share.into_iter().map(|(at, _)| at));
    }
    times.sort();
    // Those who joined begin with an empty memory of the last second, which is why they wait before they send.
    assert!(most_within(&times[90..], secs(1)) <= 30);
    let took = times[times.len() - 1] - times[90];
    assert!(took <= secs(11), "300 messages at 30 a second took {took:?}");
}

#[tokio::test(start_paused = true)]
async fn the_most_urgent_lane_goes_first_and_within_it_who_came_first() {
    let budget = Budget::new(5);
    // Uses up what is there, so that all the others meet an empty budget.
    turns(&budget, (1..=5).map(|chat| (Lane::MustKnow, chat))).await;
    let lanes = [Lane::Broadcasts, Lane::Reminders, Lane::MustKnow];
    let messages: Vec<_> = (0..30).map(|n| (lanes[n % 3], 100 + n as i64)).collect();
    let order: Vec<_> = turns(&budget, messages.clone()).await.into_iter().map(|(_, n)| n).collect();
    let mut expected: Vec<_> = (0..30).collect();
    expected.sort_by_key(|n| (messages[*n].0, *n));
    assert_eq!(order, expected);
}

#[tokio::test(start_paused = true)]
async fn a_chat_gets_a_short_burst_and_then_its_own_pace() {
    for (lane, chat, burst, then) in [
        (Lane::Interactive, 7, 20, 1),
        (Lane::MustKnow, 7, 4, 1),
        (Lane::Reminders, 7, 2, 1),
        (Lane::Broadcasts, 7, 1, 1),
        (Lane::Interactive, -7, 5, 4),
        (Lane::MustKnow, -7, 4, 4),
        (Lane::Broadcasts, -1_001_234_567_890, 1, 4),
    ] {
        let budget = Budget::new(1000);
        let start = Instant::now();
        let turns = turns(&budget, (0..30).map(|_| (lane, chat))).await;
        for (n, (at, index)) in turns.iter().enumerate() {
            assert_eq!(*index, n, "{lane:?} in {chat}: in order");
            assert_eq!(
                *at - start,
                secs((n + 1).saturating_sub(burst) as u64 * then),
                "{lane:?} in {chat}: {n}"
            );
        }
        let times: Vec<_> = turns.into_iter().map(|(at, _)| at).collect();
        assert!(chat > 0 || most_within(&times, secs(60)) <= 20);
    }
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_a_busy_chat_does_not_stand_in_the_way_of_others() {
    let budget = Budget::new(30);
    let busy = (0..61).map(|_| (Lane::Broadcasts, 1));
    let others = (0..30).map(|n| (Lane::Broadcasts, 100 + n));
    let start = Instant::now();
    let turns = turns(&budget, busy.chain(others)).await;
    let last_other = turns.iter().filter(|(_, index)| *index >= 61).map(|(at, _)| *at).max().unwrap();
    assert!(last_other - start <= Duration::from_millis(1100));
}

#[tokio::test(start_paused = true)]
async fn a_429_holds_every_call_to_that_chat_and_no_other() {
    let budget = Budget::new(30);
    budget.retry_after(Some(1), 7);
    assert_eq!(budget.held(Some(1)), secs(7));
    assert_eq!(budget.held(Some(2)), Duration::ZERO);
    // A shorter one does not shorten it.
    budget.retry_after(Some(1), 2);
    let start = Instant::now();
    let waiting: Vec<JoinHandle<_>> = Lane::ALL
        .into_iter()
        .flat_map(|lane| [true, false].map(|counts| (lane, counts)))
        .map(|(lane, counts)| {
            let budget = budget.clone();
            tokio::spawn(async move {
                budget.acquire(lane, Some(1), counts).await;
                Instant::now()
            })
        })
        .collect();
    for lane in Lane::ALL {
        assert!(at_once(budget.acquire(lane, Some(2 + lane as i64), true)).await, "{lane:?}");
        assert!(at_once(budget.acquire(lane, None, false)).await, "{lane:?}");
    }
    for task in waiting {
        assert!(task.await.unwrap() - start >= secs(7));
    }
    budget.retry_after(None, 3);
    assert!(!at_once(budget.acquire(Lane::Interactive, None, false)).await);
    assert!(at_once(budget.acquire(Lane::Interactive, Some(9), true)).await);
}

#[tokio::test(start_paused = true)]
async fn only_three_chats_within_a_second_pause_the_bulk_lanes() {
    let half = Duration::from_millis(500);
    for (answers, apart, pauses) in [
        (vec![1, 2, 3], Duration::ZERO, true),
        (vec![1, 2, 3], Duration::from_millis(499), true),
        (vec![1, 2, 3], half, false),
        (vec![1, 2], Duration::ZERO, false),
        (vec![1, 2, 1, 2], Duration::ZERO, false),
    ] {
        let budget = Budget::new(30);
        for chat in &answers {
            budget.retry_after(Some(*chat), 10 + *chat as u32);
            sleep(apart).await;
        }
        for lane in [Lane::Interactive, Lane::MustKnow] {
            assert!(at_once(budget.acquire(lane, Some(50 + lane as i64), true)).await);
        }
        let start = Instant::now();
        for lane in BULK {
            budget.acquire(lane, Some(60 + lane as i64), true).await;
        }
        let paused = start.elapsed();
        assert_eq!(paused > Duration::ZERO, pauses, "{answers:?} {apart:?}");
        // The longest of the three, counted from its answer.
        assert!(!pauses || paused + apart == secs(13), "{paused:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn replies_never_wait_while_ten_thousand_others_do() {
    let budget = Budget::new(30);
    let bulk: Vec<_> = (0..10_000)
        .map(|chat| {
            let budget = budget.clone();
            tokio::spawn(async move { budget.acquire(BULK[chat % 2], Some(chat as i64), true).await })
        })
        .collect();
    sleep(secs(1)).await;
    assert!(Lane::ALL.iter().map(|lane| budget.waiting(*lane)).sum::<usize>() > 9_900);
    for chat in 0..2_000 {
        assert!(at_once(budget.acquire(Lane::Interactive, Some(100_000 + chat % 500), true)).await);
        sleep(Duration::from_millis(2)).await;
    }
    for task in bulk {
        task.abort();
    }
}

#[tokio::test(start_paused = true)]
async fn replies_are_counted_so_that_the_bulk_lanes_make_room() {
    for (replies, bulk_at_most, bulk_at_least) in [(0, 310, 295), (10, 210, 190), (20, 110, 90), (60, 10, 0)]
    {
        let budget = Budget::new(30);
        let served = count_while_replying(&budget, Lane::Broadcasts, replies, 10).await;
        assert!((bulk_at_least..=bulk_at_most).contains(&served), "{replies}/s: {served}");
    }
}

#[tokio::test(start_paused = true)]
async fn must_know_messages_come_through_whatever_else_goes_on() {
    // However many replies: a tenth of the rate.
    let budget = Budget::new(30);
    assert!(count_while_replying(&budget, Lane::MustKnow, 500, 10).await >= 29);
    // However many reminders: next in turn.
    let budget = Budget::new(30);
    let reminders = tokio::spawn({
        let budget = budget.clone();
        async move { turns(&budget, (0..3000).map(|chat| (Lane::Reminders, chat))).await }
    });
    sleep(secs(5)).await;
    for n in 0..100 {
        let before = Instant::now();
        budget.acquire(Lane::MustKnow, Some(10_000 + n), true).await;
        assert!(before.elapsed() <= Duration::from_millis(40), "{:?}", before.elapsed());
    }
    reminders.abort();
}

#[tokio::test(start_paused = true)]
async fn tokens_are_left_for_the_upper_lanes() {
    for (lane, left) in [(Lane::MustKnow, 0), (Lane::Reminders, 5), (Lane::Broadcasts, 10)] {
        let budget = Budget::new(30);
        let mut taken = 0;
        while at_once(budget.acquire(lane, Some(taken), true)).await {
            taken += 1;
        }
        assert_eq!(taken, 15 - left, "{lane:?}");
        for chat in 0..left {
            assert!(at_once(budget.acquire(Lane::MustKnow, Some(100 + chat), true)).await, "{lane:?}");
        }
        assert!(!at_once(budget.acquire(Lane::MustKnow, Some(200), true)).await, "{lane:?}");
    }
}

#[test]
fn nobody_is_overtaken_when_the_driver_is_late() {
    let mut now = Instant::now();
    let mut queue = Queue::new(1, 1, now);
    let call = |chat| Call { lane: Lane::MustKnow, chat: Some(chat), counts: true };
    assert!(queue.admit(call(1), now).is_none());
    let (_, mut first) = queue.admit(call(2), now).unwrap();
    now += secs(1);
    assert!(queue.admit(call(3), now).is_some(), "the token that came back belongs to the first");
    assert!(first.try_recv().is_ok());
}

/// How many of this lane go out in `seconds`, in different chats, beside so many replies a second.
async fn count_while_replying(budget: &Budget, lane: Lane, replies: u64, seconds: u64) -> usize {
    let waiting: Vec<_> = (0..1000)
        .map(|chat| {
            let budget = budget.clone();
            tokio::spawn(async move { budget.acquire(lane, Some(chat), true).await })
        })
        .collect();
    for n in 0..replies * seconds {
        sleep(secs(1) / replies as u32).await;
        assert!(at_once(budget.acquire(Lane::Interactive, Some(5_000 + n as i64), true)).await);
    }
    if replies == 0 {
        sleep(secs(seconds)).await;
    }
    let left = budget.waiting(lane);
    waiting.iter().for_each(JoinHandle::abort);
    waiting.len() - left
}

#[tokio::test(start_paused = true)]
async fn dropped_waiters_vanish_and_cost_nothing() {
    let budget = Budget::new(5);
    turns(&budget, (0..5).map(|chat| (Lane::MustKnow, chat))).await;
    budget.retry_after(Some(77), 3600);
    let start = Instant::now();
    let waiting: Vec<_> = (0..1000)
        .map(|n| {
            let budget = budget.clone();
            let (lane, chat) = (Lane::ALL[n % 5], if n % 2 == 0 { 77 } else { 100 + n as i64 });
            tokio::spawn(async move { budget.acquire(lane, Some(chat), true).await })
        })
        .collect();
    tokio::task::yield_now().await;
    for task in waiting {
        task.abort();
        let _ = task.await;
    }
    assert_eq!(Lane::ALL.map(|lane| budget.waiting(lane)), [0; 5]);
    budget.acquire(Lane::Broadcasts, Some(9), true).await;
    assert!(start.elapsed() <= secs(1), "none of them took a token");
    sleep(secs(1)).await;
    assert!(budget.0.lock().driver.is_none(), "nobody waits, so nothing runs");
}

#[test]
fn idle_chats_are_forgotten() {
    let mut now = Instant::now();
    let mut queue = Queue::new(30, 30, now);
    for chat in 0..200_000 {
        assert!(queue.admit(Call { lane: Lane::Interactive, chat: Some(chat), counts: true }, now).is_none());
        now += Duration::from_micros(200);
    }
    // 5,000 a second, each busy for one second.
    assert!(queue.known_chats() <= 10_001, "{}", queue.known_chats());
}
