//! The code of a door and the counting of heads, in every language, as those who work there see them.

use super::{Language, as_text};

fn screens(name: &str) -> String {
    Language::ALL.map(|language| as_text(language, name)).join("\n\n")
}

#[test]
fn code() {
    insta::assert_snapshot!(screens("door code"), @"
    <b>Кіреберіс коды</b>
    <b>Ашық дәріс</b>

    Келгендер оны телефонмен сканерлеп, өздері белгіленеді.
    Жарамды уақыты: 18:30 дейін. Содан кейін жаңартыңыз.
    [⟳ Жаңарту]
    [🖨 Қағаздағы кодты қосу]
    [‹ Кіреберіске]

    <b>Код входа</b>
    <b>Открытая лекция</b>

    Гости сканируют его телефоном и отмечаются сами.
    Действует до 18:30, потом обновите.
    [⟳ Обновить]
    [🖨 Включить код на бумаге]
    [‹ Ко входу]

    <b>Door code</b>
    <b>Open lecture</b>

    Guests scan it with their phones and check themselves in.
    Valid until 18:30; refresh it then.
    [⟳ Refresh]
    [🖨 Switch on a code on paper]
    [‹ To the door]
    ");
}

#[test]
fn paper() {
    insta::assert_snapshot!(screens("code on paper"), @"
    <b>Қағаздағы код</b>
    <b>Ашық дәріс</b>

    Басып шығарып, кіреберіске іліңіз. Ол өзгермейді, басталардан бір сағат бұрын жұмыс істей бастайды және іс-шара аяқталғанша жарамды.
    [Қағаздағы кодты өшіру]
    [🔳 Кіреберіс коды]
    [‹ Кіреберіске]

    <b>Код на бумаге</b>
    <b>Открытая лекция</b>

    Распечатайте его и повесьте у входа. Он не меняется, начинает действовать за час до начала и действует до конца.
    [Выключить код на бумаге]
    [🔳 Код входа]
    [‹ Ко входу]

    <b>Code on paper</b>
    <b>Open lecture</b>

    Print it and hang it up at the entrance. It does not change, works from an hour before the start and until the end.
    [Switch off the code on paper]
    [🔳 Door code]
    [‹ To the door]
    ");
}

#[test]
fn paper_off() {
    insta::assert_snapshot!(screens("code on paper, off"), @"
    <b>Ашық дәріс</b>
    Қағаздағы код өшірулі: онымен ешкім кіре алмайды.
    [🖨 Қағаздағы кодты қосу]
    [🔳 Кіреберіс коды]
    [‹ Кіреберіске]

    <b>Открытая лекция</b>
    Код на бумаге выключен: по нему никто не войдёт.
    [🖨 Включить код на бумаге]
    [🔳 Код входа]
    [‹ Ко входу]

    <b>Open lecture</b>
    The code on paper is off: nobody can come in by it.
    [🖨 Switch on a code on paper]
    [🔳 Door code]
    [‹ To the door]
    ");
}

#[test]
fn count() {
    insta::assert_snapshot!(screens("head-count, step"), @"
    Бұл адам саны емес. Санды цифрмен жазыңыз (ең көбі – 100 000) немесе залдың фотосын жіберіңіз.

    <b>Ашық дәріс</b>
    Келгендер саны: 17 / 41
    Залдағы адам саны: 940
    <b>Барлығы: 940</b>
    Соңғы санағыңыз: +50 (уақыты – 18:30)

    Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
    [+1] [+5] [+50]
    [↩️ Соңғы санақты алып тастау]
    [📷 Фотоны көрсету]
    [‹ Кіреберіске]

    Это не число людей. Напишите цифрами число не больше 100 000 или пришлите фото зала.

    <b>Открытая лекция</b>
    Пришли: 17 из 41
    В зале по счёту: 940
    <b>Всего: 940</b>
    Ваш последний счёт: +50 (в 18:30)

    Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
    [+1] [+5] [+50]
    [↩️ Снять последний счёт]
    [📷 Показать фото]
    [‹ Ко входу]

    That is not a number of people. Type a number up to 100,000 in digits, or send a photo of the room.

    <b>Open lecture</b>
    Arrived: 17 of 41
    Head-count: 940
    <b>In all: 940</b>
    Your last count: +50 (at 18:30)

    Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
    [+1] [+5] [+50]
    [↩️ Undo the last count]
    [📷 Show the photo]
    [‹ To the door]
    ");
}

#[test]
fn count_first() {
    insta::assert_snapshot!(screens("head-count, first"), @"
    Алдымен санаңыз: түймені басыңыз немесе санды жазыңыз. Фотоны содан кейін жіберіңіз.

    <b>Ашық дәріс</b>
    Келгендер саны: 17 / 41
    Залдағы адам саны: 940
    <b>Барлығы: 940</b>

    Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
    [+1] [+5] [+50]
    [‹ Кіреберіске]

    Сначала посчитайте: нажмите на кнопку или напишите число. Фото пришлите потом.

    <b>Открытая лекция</b>
    Пришли: 17 из 41
    В зале по счёту: 940
    <b>Всего: 940</b>

    Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
    [+1] [+5] [+50]
    [‹ Ко входу]

    Count first: press a key or type a number. Send the photo then.

    <b>Open lecture</b>
    Arrived: 17 of 41
    Head-count: 940
    <b>In all: 940</b>

    Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
    [+1] [+5] [+50]
    [‹ To the door]
    ");
}

#[test]
fn proof() {
    insta::assert_snapshot!(screens("head-count, proof"), @"
    <b>Ашық дәріс</b>
    Санақ: 940 (уақыты – 18:30)
    [‹ Санаққа]

    <b>Открытая лекция</b>
    Счёт: 940 (в 18:30)
    [‹ К счёту]

    <b>Open lecture</b>
    Count: 940 (at 18:30)
    [‹ To the count]
    ");
}
