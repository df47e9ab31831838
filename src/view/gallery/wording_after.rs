//! The screens that come after an event and at its closing, in every language, as a person sees them.

use super::{Language, as_text};

fn screens(name: &str) -> String {
    Language::ALL.map(|language| as_text(language, name)).join("\n\n")
}

#[test]
fn unmarked() {
    insta::assert_snapshot!(screens("feedback, unmarked"), @"
    👋 <b>Іс-шараға келдіңіз бе?</b>
    Кіреберісте белгіленбепсіз.

    <b>Ашық дәріс</b>
    📅 5 желтоқсан, сенбі, 18:30 (1 сағ 30 мин)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Есіл ауданы
    [✅ Иә, келдім]
    [Жоқ, келе алмадым]
    [📎 Материалдар]
    [Енді сұрамаңыз]

    👋 <b>Вы были на мероприятии?</b>
    На входе вас не отметили.

    <b>Открытая лекция</b>
    📅 суббота, 5 декабря, 18:30 (1 ч 30 мин)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, район Есиль
    [✅ Да]
    [Нет, не получилось]
    [📎 Материалы]
    [Больше не спрашивать]

    👋 <b>Did you come?</b>
    It was not marked at the entrance.

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    [✅ Yes, I was there]
    [No, I could not come]
    [📎 Materials]
    [Don't ask me after events]
    ");
}

#[test]
fn rated() {
    insta::assert_snapshot!(screens("feedback, rated"), @"
    🙏 <b>Рақмет!</b>

    <b>Ашық дәріс</b>

    Не ұнады, нені жақсарту керек? Қаласаңыз, бір хабарламамен жазыңыз. Ұйымдастырушыларға атыңыз көрінбейді.
    [1 ⭐] [2 ⭐] [3 ⭐] [· 4 ·] [5 ⭐]
    [Басты бет]

    🙏 <b>Спасибо!</b>

    <b>Открытая лекция</b>

    Что понравилось, что стоит улучшить? Если хотите, напишите одним сообщением. Имён организаторы не видят.
    [1 ⭐] [2 ⭐] [3 ⭐] [· 4 ·] [5 ⭐]
    [На главную]

    🙏 <b>Thank you!</b>

    <b>Open lecture</b>

    What did you like, what should be better? Write it in one message, if you like. The organisers see no names.
    [1 ⭐] [2 ⭐] [3 ⭐] [· 4 ·] [5 ⭐]
    [Home]
    ");
}

#[test]
fn results() {
    insta::assert_snapshot!(screens("results"), @"
    📊 <b>Қатысушылар не дейді</b>

    <b>Ашық дәріс</b>

    Кіреберісте белгіленбеген, бірақ келдім дегендер: 12
    Келмедім дегендер: 3
    Жазбаша пікірлер: 25

    <b>Баға: 5,0 / 5</b>, бағалағандар: 1 259
    5 ▇▇▇▇▇▇▇▇▇▇ 1 234
    4 ▇ 20
    3 ▇ 4
    2 0
    1 ▇ 1
    [⭐ Пікірлер]

    📊 <b>Что говорят участники</b>

    <b>Открытая лекция</b>

    Не отмечены на входе, но говорят, что были: 12
    Говорят, что не были: 3
    Отзывов словами: 25

    <b>Оценка: 5,0 из 5</b>, оценили: 1 259
    5 ▇▇▇▇▇▇▇▇▇▇ 1 234
    4 ▇ 20
    3 ▇ 4
    2 0
    1 ▇ 1
    [⭐ Отзывы]

    📊 <b>What people say</b>

    <b>Open lecture</b>

    Not marked at the door, say they came: 12
    Say they did not come: 3
    Comments: 25

    <b>Rating: 5.0 of 5</b>, given by 1,259
    5 ▇▇▇▇▇▇▇▇▇▇ 1,234
    4 ▇ 20
    3 ▇ 4
    2 0
    1 ▇ 1
    [⭐ Feedback]
    ");
}

#[test]
fn list_closed() {
    insta::assert_snapshot!(screens("closed, begun"), @"
    <b>Іс-шара басталды, сізге орын босамады</b>
    Кешірім сұраймыз. Мүмкін, басқасы ұнап қалар.

    <b>Ашық дәріс</b>
    📅 5 желтоқсан, сенбі, 18:30 (1 сағ 30 мин)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Есіл ауданы

    Уақыты мен орны жағынан жақындары:
    [бүгін 18:30 · Ашық дәріс]
    [бүгін 18:30 · Ашық дәріс]
    [бүгін 18:30 · Ашық дәріс]
    [Іс-шара туралы]
    [📅 Іс-шара табу]

    <b>Мероприятие началось, место для вас так и не освободилось</b>
    Нам очень жаль. Возможно, вам понравится другое.

    <b>Открытая лекция</b>
    📅 суббота, 5 декабря, 18:30 (1 ч 30 мин)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, район Есиль

    Вот что рядом по времени и месту:
    [сегодня в 18:30 · Открытая ле…]
    [сегодня в 18:30 · Открытая ле…]
    [сегодня в 18:30 · Открытая ле…]
    [О мероприятии]
    [📅 Найти мероприятие]

    <b>The event has begun, and no seat was freed for you</b>
    We are sorry. Perhaps you'll like another one.

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district

    These are near in time and place:
    [today, 18:30 · Open lecture]
    [today, 18:30 · Open lecture]
    [today, 18:30 · Open lecture]
    [About the event]
    [📅 Find an event]
    ");
}
