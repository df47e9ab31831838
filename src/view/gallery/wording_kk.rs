//! The main screens in Kazakh, as a person sees them.

use super::*;

fn screen(name: &str) -> String {
    let screens = all(&tr(Language::Kk), &World::plain());
    shown(&screens.iter().find(|(given, _)| given.starts_with(name)).unwrap().1)
}

#[test]
fn first_screens() {
    for n in NAMES { println!("=== {n}\n{}", screen(n)); }
}
const NAMES: &[&str] = &["home, known","find, chosen","list, short","list, empty","found, empty", "month","card, seated, 9 of Some(30)","card, cancelled, 30 of Some(30)", "card, offered, 9 of Some(30)","share","consent","same","name, sugg","phone, optional","confirm, waiting","joined W","mine","ticket","moved up","seat offered","reminder, day","reminder, soon","event changed","event cancelled","privacy","erase, sure","door","admission Arrived","admission Already","admission Other"];
