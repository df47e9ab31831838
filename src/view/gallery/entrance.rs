//! The screens of coming in by a door's code and of counting heads.

use super::{Gallery, World, named};
use crate::domain::{Counted, DoorCounts, Entrance, HeadCount, HeadCountId, Party, Shut, Standing};
use crate::i18n::Tr;
use crate::view::{Pass, entrance, head_count};
use chrono::TimeDelta;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let mut all = showing(tr, w);
    all.extend(counting(tr, w));
    let event = || Box::new(w.event.clone());
    let now = w.event.starts_at - TimeDelta::minutes(20);
    let open = |standing: Option<Standing>, is_known| Entrance::Open {
        event: event(),
        line: standing.map(|standing| w.registration(standing, 2)),
        is_known,
    };
    let offered = Standing::Offered { until: w.event.starts_at };
    let entered = |came, is_new| Entrance::In { event: event(), at: now, came: Party::new(came), is_new };
    let pass = Pass::new("AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz");
    for (name, found) in [
        ("entrance, stale", Entrance::Stale),
        ("entrance, not yet", Entrance::Shut(event(), Shut::NotYet(now))),
        ("entrance, over", Entrance::Shut(event(), Shut::Over)),
        ("entrance, cancelled", Entrance::Shut(event(), Shut::Cancelled)),
        ("entrance, seated", Entrance::Seated(event(), Party::new(5).unwrap())),
        ("entrance, open", open(None, true)),
        ("entrance, unknown", open(None, false)),
        ("entrance, waiting", open(Some(Standing::Waiting), true)),
        ("entrance, offered", open(Some(offered), false)),
        ("entrance, in", entered(3, true)),
        ("entrance, in without seats", entered(0, true)),
        ("entrance, in already", entered(3, false)),
    ] {
        all.push((name.into(), entrance::entrance(tr, &found, pass.as_ref(), now)));
    }
    all
}

fn showing(tr: &Tr, w: &World) -> Gallery {
    let until = w.event.starts_at;
    named([
        ("door code", entrance::code(tr, &w.event, &w.link, until, false)),
        ("door code, printed", entrance::code(tr, &w.event, &w.link, until, true)),
        ("code on paper", entrance::paper(tr, &w.event, Some(&w.link))),
        ("code on paper, off", entrance::paper(tr, &w.event, None)),
    ])
}

fn counting(tr: &Tr, w: &World) -> Gallery {
    let counts = DoorCounts { people: 41, people_arrived: 17, counted: Some(940), ..DoorCounts::default() };
    let count = |counted, photo: Option<&str>| HeadCount {
        id: HeadCountId(4),
        counted,
        photo: photo.map(str::to_owned),
        at: w.event.starts_at,
    };
    let screen = |own: Option<&HeadCount>, fault| {
        head_count::counting(tr, &w.event, &counts, own, own.is_some(), fault)
    };
    let (total, step) = (count(Counted::All(940), Some("photo-1")), count(Counted::More(50), None));
    named([
        ("head-count", screen(None, None)),
        ("head-count, all", screen(Some(&total), None)),
        ("head-count, step", screen(Some(&step), Some(head_count::Fault::NotANumber))),
        ("head-count, first", screen(None, Some(head_count::Fault::CountFirst))),
        ("head-count, proof", head_count::proof(tr, &w.event, &total)),
    ])
}
