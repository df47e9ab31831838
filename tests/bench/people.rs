//! The load: people who sign up as fast as the bot lets them, by the simulator's own hands. Cheap on purpose, because
//! they share the processor with the bot; what they are told is looked at only as far as the next step needs.

use crate::figures::Durations;
use anyhow::{Context, bail};
use qatys::{
    domain::{District, Party},
    simulator::{ButtonKind, Message, Person, Profile, Simulator},
    view::{Answer, Button},
};
use std::time::{Duration, Instant};

/// Longest a person waits for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a person waits for, in order: from the deed before it to its being seen.
pub(crate) const STEPS: [&str; 9] =
    ["card", "consent", "name", "phone", "district", "party", "confirm", "signed up", "ticket"];

/// How long each step took one person, or many.
#[derive(Clone, Default)]
pub(crate) struct Times([Durations; STEPS.len()]);

impl Times {
    pub(crate) fn extend(&mut self, other: &Self) {
        for (all, one) in self.0.iter_mut().zip(&other.0) {
            all.extend(one);
        }
    }

    pub(crate) fn steps(&self) -> impl Iterator<Item = (&'static str, &Durations)> {
        STEPS.into_iter().zip(&self.0)
    }

    pub(crate) fn all(&self) -> Durations {
        let mut all = Durations::default();
        self.0.iter().for_each(|step| all.extend(step));
        all
    }
}

/// Somebody new, by number.
pub(crate) fn person(telegram: &Simulator, number: usize) -> Person {
    telegram.join(Profile {
        id: 10_000_000 + number as i64,
        first_name: "Айгүл".into(),
        last_name: Some("Серікқызы".into()),
        language_code: Some(["kk", "ru", "en"][number % 3].into()),
        phone: Some(format!("7701{:07}", number % 10_000_000)),
        ..Profile::default()
    })
}

/// Signs a person up by the deep link of an event, up to the ticket.
pub(crate) async fn sign_up(person: &Person, code: &str) -> anyhow::Result<Times> {
    let mut times = Times::default();
    let hand = Hand { person };
    let mut clock = Instant::now();
    let mut lap = |step: usize| {
        times.0[step].add(clock.elapsed());
        clock = Instant::now();
    };
    person.start(Some(&format!("e_{code}")));
    let card = hand.sees(|message| find(message, |button| matches!(button, Button::SignUp(_)))).await?;
    lap(0);
    hand.press(card);
    let consent = hand.sees_answer(Answer::Agree).await?;
    lap(1);
    let question = consent.0;
    hand.press(consent);
    hand.until(|| person.message(question).filter(|now| data(now, Answer::Agree).is_none())).await?;
    lap(2);
    person.say("Айгүл Серікқызы");
    hand.until(|| person.keyboard()).await?;
    lap(3);
    person.share_contact();
    let district = hand.sees_answer(Answer::District(District::Esil)).await?;
    lap(4);
    hand.press(district);
    let party = hand.sees_answer(Answer::Party(Party::ALONE)).await?;
    lap(5);
    hand.press(party);
    let confirm = hand.sees_answer(Answer::Confirm).await?;
    lap(6);
    let question = confirm.0;
    hand.press(confirm);
    hand.until(|| person.message(question).filter(|now| data(now, Answer::Confirm).is_none())).await?;
    lap(7);
    hand.sees(|message| message.photo.is_some().then_some(())).await?;
    lap(8);
    Ok(times)
}

/// A person's hand and eyes.
struct Hand<'a> {
    person: &'a Person,
}

impl Hand<'_> {
    /// Presses a button of a message.
    fn press(&self, (message, data): (i32, String)) {
        self.person.press_data(message, &data);
    }

    /// Waits until the last message of the bot has the button of this answer.
    async fn sees_answer(&self, answer: Answer) -> anyhow::Result<(i32, String)> {
        self.sees(|message| Some((message.id, data(message, answer)?))).await
    }

    /// Waits for something in the last message of the bot.
    async fn sees<T>(&self, look: impl Fn(&Message) -> Option<T>) -> anyhow::Result<T> {
        self.until(|| look(&self.person.last()?)).await
    }

    async fn until<T>(&self, look: impl Fn() -> Option<T>) -> anyhow::Result<T> {
        loop {
            let version = self.person.version();
            if let Some(seen) = look() {
                return Ok(seen);
            }
            if self.person.changed_since(version, PATIENCE).await.is_none() {
                let last = self.person.last().context("the bot said nothing")?;
                bail!("the bot stopped at: {}", last.text);
            }
        }
    }
}

/// The payload of an answer, if the message has its button.
fn data(message: &Message, answer: Answer) -> Option<String> {
    find(message, |button| *button == Button::Answer(answer)).map(|(_, data)| data)
}

fn find(message: &Message, is: impl Fn(&Button) -> bool) -> Option<(i32, String)> {
    message.buttons.iter().flatten().find_map(|one| match &one.kind {
        ButtonKind::Data(data) if Button::decode(data).is_some_and(|button| is(&button)) => {
            Some((message.id, data.clone()))
        }
        _ => None,
    })
}
