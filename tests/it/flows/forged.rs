//! Callback data as a modified app can send it: every form there is with ids of others, and bytes that mean nothing. None
//! of it changes anything, and every press is answered.

use super::cast::seated;
use super::stage::{Guest, Stage, dombra, lecture};
use qatys::{
    domain::{District, EventFacts, PersonId, Scope},
    service::Actor,
};
use rand::{Rng as _, SeedableRng as _, rngs::SmallRng};

/// Every payload there is that reaches beyond the one who presses; `#` stands for an id. What changes only oneself (a
/// language, a wish, one's own data, one's own sign-up) is not here.
const FORMS: &[&str] = &[
    "e.#.h",
    "ec.#",
    "eg.#",
    "eg.#.kk",
    "es.#",
    "ep.#",
    "eo.#",
    "t.#",
    "rl.#",
    "rls.#",
    "rp.#",
    "rp.#.2",
    "ra.#",
    "rd.#",
    "rc.#",
    "rn.#",
    "d.0",
    "dd.#",
    "dm.#",
    "dc.#.2",
    "du.#",
    "bs.0",
    "n.e.#",
    "n.k",
    "n.kp",
    "n.rp.#",
    "n.y.#",
    "n.yw.#",
    "n.yy.0",
    "n.yy.1",
    "n.z.drafts.0",
    "n.za.#.0",
    "n.za.#.1",
    "n.g.#",
    "x.#",
    "xs.#",
    "b.#.o",
    "b.#.p",
    "b.#.r",
    "b.#.s",
    "b.#.ss",
    "b.#.l",
    "b.#.t",
    "b.#.a",
    "b.#.c",
    "b.#.w",
    "b.#.ws",
    "b.#.y",
    "b.#.n",
    "w.t.#",
    "w.sc.0",
    "w.sc.1",
    "w.fo.#",
    "w.ke.#",
    "gc.#.0",
    "gc.#.1",
    "gr.#.5",
    "gs.#.0",
    "dg.w.#",
    "dg.wu.#",
    "dg.c.#",
    "dg.cs.#.5",
    "dg.cu.#",
    "dg.cp.#",
    "dg.q.#",
    "dg.p.#",
    "dg.ps.#.0",
    "dg.ps.#.1",
    "dg.h.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "dg.n.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "dg.a.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "k.l.#.all.0",
    "k.c.#.coming.0",
    "k.p.#",
    "k.u.#",
    "k.r.#",
    "k.rs.#",
    "k.a.#",
    "k.f.#.csv",
    "k.f.#.xlsx",
    "y.l.#",
    "y.y.#",
    "y.c.#",
    "y.f.#.walk_ins",
    "as.v.#.0",
    "as.p.#.n.0",
    "as.p.#.o.0",
    "as.y.#",
    "as.h.#",
    "as.u.#",
    "as.a.#",
    "as.c.#",
    "as.q.#",
    "as.l.#.0",
    "as.t.#.#.1.0",
    "as.d.#",
    "as.dd.#",
    "mt.o.#.0",
    "mt.t.#",
    "mt.k.#.0",
    "mt.k..0",
    "mt.a.#",
    "mt.a.",
    "mt.r.#",
    "mt.rr.#",
    "j.t.#",
    "j.d.#",
    "j.dl.#.0",
    "j.dl.#.1",
    "j.ds.#",
    "j.da.#.1",
    "j.s.#",
    "j.sp.#.0",
    "j.se.#",
    "j.h.#",
    "j.a.#.1",
    "j.a.#.0",
    "j.he.#.1",
    "j.r.#",
    "j.k.AAAAAAAAAA_bbbbbbbbb-9",
    "j.kh.AAAAAAAAAA_bbbbbbbbb-9.#",
    "j.m.#",
    "j.x.#",
    "j.xa.#.1",
    "j.o",
    "j.i",
    "j.io.d.nu.#",
    "j.io...",
];

/// Ids that are there, that are not, and that cannot be.
const IDS: [i64; 9] = [1, 2, 3, 4, 5, 404, 0, -1, i64::MAX];

/// Bytes that mean nothing, or nearly something.
fn noise(rng: &mut SmallRng) -> String {
    let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyz.-_,0123456789ә😀#".chars().collect();
    let length = rng.random_range(1..24);
    (0..length).map(|_| letters[rng.random_range(0..letters.len())]).collect()
}

/// Presses every form with every kind of id, and noise; what is in the database stays as it was.
async fn press_everything(stage: &Stage, who: &Guest<'_>, seed: u64) {
    let mut rng = SmallRng::seed_from_u64(seed);
    let before = stage.contents().await;
    for form in FORMS {
        let id = IDS[rng.random_range(0..IDS.len())];
        who.forge(&form.replace('#', &id.to_string())).await;
        if form.contains('#') {
            who.forge(&form.replace('#', &rng.random_range(1..4).to_string())).await;
        }
        let after = stage.contents().await;
        let changed: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{form}: {changed:#?}");
        who.say("/cancel").await;
    }
    for _ in 0..60 {
        let payload = noise(&mut rng);
        who.forge(&payload).await;
        assert_eq!(stage.contents().await, before, "{payload}");
    }
}

/// An event with people, a question, somebody at the door and an organiser of its own; the second one is foreign too.
async fn busy_stage() -> Stage {
    let other = EventFacts { district: Some(District::Nura), ..lecture() };
    let stage = Stage::with(&[dombra(), other]).await;
    let guests = seated(&stage).await;
    guests[0].start(&stage.link("Домбыра").await).await;
    guests[0].forge("as.w.1").await;
    guests[0].say("Кімнің күйлері орындалады?").await;
    let steward = stage.steward("Дәурен", "kk");
    steward.start("").await;
    steward.press_exactly("d.0").await;
    steward.press_exactly("dd.1").await;
    steward.say("Сергей").await;
    steward.press_data(|data| data.starts_with("dc.")).await;
    steward.say("/cancel").await;
    stage
}

#[tokio::test]
async fn a_citizen_changes_nothing_of_others() {
    let stage = busy_stage().await;
    let stranger = stage.guest("Emma", "en");
    stranger.start("").await;
    press_everything(&stage, &stranger, 1).await;
    stage.forgive();
    stage.end().await;
}

#[tokio::test]
async fn an_organiser_of_other_events_changes_nothing_of_these() {
    let stage = busy_stage().await;
    let organiser = stage.guest("Мәдина", "kk");
    organiser.start("").await;
    let scope = Scope { district: Some(District::Saryarqa), ..Scope::default() };
    let by = Actor::unprompted(PersonId(900_001));
    let person = PersonId(organiser.person.id());
    stage.demo.app.services().add_scope(&by, person, &scope).await.unwrap();
    press_everything(&stage, &organiser, 2).await;
    stage.forgive();
    stage.end().await;
}

#[tokio::test]
async fn the_same_press_of_somebody_who_may_does_change_something() {
    let stage = busy_stage().await;
    let admin = stage.steward("Дәурен", "kk");
    let before = stage.contents().await;
    admin.forge("dg.w.1").await;
    assert_ne!(stage.contents().await, before);
    stage.forgive();
    stage.end().await;
}
