//! The screens of a door beyond check-in, in every language, as a person sees them.

use super::{Language, as_text};

fn screens(name: &str) -> String {
    Language::ALL.map(|language| as_text(language, name)).join("\n\n")
}

#[test]
fn doors() {
    let is_new = |line: &&str| !line.starts_with("18:30");
    let doors = screens("door").lines().filter(is_new).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(doors, @"
    <b>Ашық дәріс</b>
    📅 5 желтоқсан, сенбі, 18:30
    Келгендер саны: 17 / 41
    Тіркелусіз келгендер: 1 203
    Залдағы адам саны: 2 000
    <b>Барлығы: 2 000</b>
    Тіркелу саны: 20

    Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

    Соңғы келгендер:
    [+1 тіркелусіз] [↩️ +1 белгісін алу]
    [👥 Залды санау] [🔳 Кіреберіс коды]
    [⟳ Жаңарту]
    [‹ Артқа]

    <b>Открытая лекция</b>
    📅 суббота, 5 декабря, 18:30
    Пришли: 17 из 41
    Без записи: 1 203
    В зале по счёту: 2 000
    <b>Всего: 2 000</b>
    Записей: 20

    Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

    Последние:
    [+1 без записи] [↩️ Снять +1]
    [👥 Посчитать зал] [🔳 Код входа]
    [⟳ Обновить]
    [‹ Назад]

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30
    Arrived: 17 of 41
    Walk-ins: 1,203
    Head-count: 2,000
    <b>In all: 2,000</b>
    Registrations: 20

    Scan tickets with the phone's camera, or type the short code or a name here.

    Last arrivals:
    [+1 walk-in] [↩️ Undo +1]
    [👥 Count heads] [🔳 Door code]
    [⟳ Refresh]
    [‹ Back]
    ");
}

#[test]
fn stale() {
    insta::assert_snapshot!(screens("entrance, stale"), @"
    Бұл кіреберіс кодының мерзімі өткен. Кіреберістегі кодты қайта сканерлеңіз.
    [Басты бет]

    Этот код входа уже не действует. Отсканируйте код у входа ещё раз.
    [На главную]

    This door code is no longer valid. Please scan the code at the entrance again.
    [Home]
    ");
}

#[test]
fn not_yet() {
    insta::assert_snapshot!(screens("entrance, not yet"), @"
    <b>Ашық дәріс</b>
    Кіреберіс коды басталардан бір сағат бұрын жұмыс істейді: 5 желтоқсан, сенбі, 18:10.
    [Басты бет]

    <b>Открытая лекция</b>
    Код входа заработает за час до начала: суббота, 5 декабря, 18:10.
    [На главную]

    <b>Open lecture</b>
    The door code works from an hour before the start: Saturday, 5 December, 18:10.
    [Home]
    ");
}

#[test]
fn over() {
    insta::assert_snapshot!(screens("entrance, over"), @"
    <b>Ашық дәріс</b>
    Іс-шара аяқталды, код енді жұмыс істемейді. Жаңа келсеңіз, кіреберістегі қызметкерлерге айтыңыз.
    [Басты бет]

    <b>Открытая лекция</b>
    Мероприятие закончилось, код больше не действует. Если вы только что пришли, обратитесь к сотрудникам у входа.
    [На главную]

    <b>Open lecture</b>
    The event is over and the code no longer works. If you have only just come, please speak to the staff at the entrance.
    [Home]
    ");
}

#[test]
fn seated() {
    insta::assert_snapshot!(screens("entrance, seated"), @"
    <b>Ашық дәріс</b>
    Сіз тіркелгенсіз: 5 адам. Келдіңіз бе?
    [✅ Келдім]
    [Басты бет]

    <b>Открытая лекция</b>
    Вы записаны: 5 человек. Вы уже здесь?
    [✅ Я на месте]
    [На главную]

    <b>Open lecture</b>
    You are registered: 5 people. Are you here?
    [✅ I'm here]
    [Home]
    ");
}

#[test]
fn open() {
    insta::assert_snapshot!(screens("entrance, open"), @"
    <b>Ашық дәріс</b>

    Сіз тіркелмегенсіз. Залда орын болса, кіре аласыз: қалай белгілейміз?

    Есімсіз белгіленсеңіз, тек саныңыз есептеледі, кім екеніңіз сақталмайды.
    [Есіміммен белгілену]
    [Есімсіз белгілену]
    [Басты бет]

    <b>Открытая лекция</b>

    Вы не записаны, но войти можно, если в зале есть место. Как вас отметить?

    Без имени мы считаем только людей и не храним, кто вы.
    [Отметиться с именем]
    [Отметиться без имени]
    [На главную]

    <b>Open lecture</b>

    You are not registered, but you can come in if there is room. How shall we count you?

    Without a name we only count people and don't keep who you are.
    [Check in with my name]
    [Check in without a name]
    [Home]
    ");
}

#[test]
fn unknown() {
    insta::assert_snapshot!(screens("entrance, unknown"), @"
    <b>Ашық дәріс</b>

    Сіз тіркелмегенсіз. Залда орын болса, кіре аласыз: қалай белгілейміз?

    Есіміңізді әлі білмейміз: ол іс-шараға тіркелгенде көрсетіледі.
    Есімсіз белгіленсеңіз, тек саныңыз есептеледі, кім екеніңіз сақталмайды.
    [Тіркелу]
    [Есімсіз белгілену]
    [Басты бет]

    <b>Открытая лекция</b>

    Вы не записаны, но войти можно, если в зале есть место. Как вас отметить?

    Вашего имени мы пока не знаем: его указывают при записи на мероприятие.
    Без имени мы считаем только людей и не храним, кто вы.
    [Записаться]
    [Отметиться без имени]
    [На главную]

    <b>Open lecture</b>

    You are not registered, but you can come in if there is room. How shall we count you?

    We don't know your name yet: you give it when you sign up for an event.
    Without a name we only count people and don't keep who you are.
    [Sign up]
    [Check in without a name]
    [Home]
    ");
}

#[test]
fn waiting() {
    insta::assert_snapshot!(screens("entrance, waiting"), @"
    <b>Ашық дәріс</b>

    Сіз күту тізіміндесіз, орныңыз расталмаған. Қызметкерлерден сұраңыз: залда орын болса, тіркелусіз де кіре аласыз. Қалай белгілейміз?

    Есімсіз белгіленсеңіз, тек саныңыз есептеледі, кім екеніңіз сақталмайды.
    [Есіміммен белгілену]
    [Есімсіз белгілену]
    [Басты бет]

    <b>Открытая лекция</b>

    Вы в листе ожидания, место не подтверждено. Спросите сотрудников: если в зале есть место, можно войти и без записи. Как вас отметить?

    Без имени мы считаем только людей и не храним, кто вы.
    [Отметиться с именем]
    [Отметиться без имени]
    [На главную]

    <b>Open lecture</b>

    You are on the waiting list and your seat is not confirmed. Ask the staff: if there is room, you can come in without one. How shall we count you?

    Without a name we only count people and don't keep who you are.
    [Check in with my name]
    [Check in without a name]
    [Home]
    ");
}

#[test]
fn offered() {
    insta::assert_snapshot!(screens("entrance, offered"), @"
    <b>Ашық дәріс</b>

    Сізге орын ұсынылды: алдымен оны растаңыз. Растамасаңыз, залда орын болғанда тіркелусіз кіре аласыз.

    Есіміңізді әлі білмейміз: ол іс-шараға тіркелгенде көрсетіледі.
    Есімсіз белгіленсеңіз, тек саныңыз есептеледі, кім екеніңіз сақталмайды.
    [✅ Орынды растау]
    [Орыннан бас тарту]
    [Есімсіз белгілену]
    [Басты бет]

    <b>Открытая лекция</b>

    Вам предложено место: сначала подтвердите его. Иначе можно войти без записи, если в зале есть место.

    Вашего имени мы пока не знаем: его указывают при записи на мероприятие.
    Без имени мы считаем только людей и не храним, кто вы.
    [✅ Подтвердить место]
    [Отказаться от места]
    [Отметиться без имени]
    [На главную]

    <b>Open lecture</b>

    A seat is offered to you: please accept it first. Otherwise you can come in without one if there is room.

    We don't know your name yet: you give it when you sign up for an event.
    Without a name we only count people and don't keep who you are.
    [✅ Take the seat]
    [Give up the seat]
    [Check in without a name]
    [Home]
    ");
}

#[test]
fn already() {
    insta::assert_snapshot!(screens("entrance, in already"), @"
    ✅ Бұрын белгіленгенсіз, уақыты – 18:10
    <b>Ашық дәріс</b>
    3 адам
    [Басты бет]

    ✅ Вы уже отмечены в 18:10
    <b>Открытая лекция</b>
    3 человека
    [На главную]

    ✅ You have been checked in since 18:10
    <b>Open lecture</b>
    3 people
    [Home]
    ");
}
