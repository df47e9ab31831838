//! Finding events by day, district, level and language: pages and combined filters.

use super::stage::Stage;
use insta::assert_snapshot;

#[tokio::test]
async fn the_ways_to_look_in_kazakh() {
    let stage = Stage::with_sample().await;
    let aigul = stage.guest("Айгүл", "kk");
    aigul.say("/events").await;
    aigul.press("Бүгін").await;
    aigul.press("›").await;
    aigul.press("Сүзгіні өзгерту").await;
    aigul.press("Аудан").await;
    aigul.press("Нұра").await;
    aigul.press("Сүзгіні өзгерту").await;
    aigul.press("Деңгей").await;
    aigul.press("Орталық").await;
    assert_snapshot!(stage.told(), @r"
    Айгүл ▸ /events
    → Айгүл
      <b>Іс-шара табу</b>
      Уақыты мен орнын таңдаңыз немесе атауынан бір сөз жазыңыз, мысалы: <i>дәріс</i>.
      [Бүгін] [Ертең] [7 күн]
      [🗓 Күнді таңдау]
      [Аудан] [Деңгей] [Тіл]
      [Барлығын көрсету]
      [Басты бет]
    Айгүл ▸ [Бүгін]
    ✎ Айгүл
      <b>Алдағы іс-шаралар: 7</b>
      Таңдалғаны: Бүгін

      1. <b>Кітап клубы: қысқа әңгімелер</b>
      бүгін 11:00 · Есіл ауданы · Бос орын: 24

      2. <b>Көршілер кездесуі: шай және таныстық</b>
      бүгін 11:00 · Сарайшық ауданы · Бос орын: 40

      3. <b>Бірге жүгіреміз: 5 шақырым</b>
      бүгін 12:00 · Нұра ауданы · Кіру еркін

      4. <b>Керамика шеберханасы</b>
      бүгін 12:00 · Сарыарқа ауданы · Бос орын: 2

      5. <b>Шахмат кездесуі</b>
      бүгін 12:00 · Байқоңыр ауданы · Бос орын: 30

      6. <b>Заңгердің жеке кеңесі: тұрғын үй мәселелері</b>
      бүгін 13:00 · Алматы ауданы · Бос орын: 1
      [1. Кітап клубы: қысқа әңгімел…]
      [2. Көршілер кездесуі: шай жән…]
      [3. Бірге жүгіреміз: 5 шақырым]
      [4. Керамика шеберханасы]
      [5. Шахмат кездесуі]
      [6. Заңгердің жеке кеңесі: тұр…]
      [1/2] [›]
      [✕ Бүгін]
      [Сүзгіні өзгерту] [Басты бет]
    Айгүл ▸ [›]
    ✎ Айгүл
      <b>Алдағы іс-шаралар: 7</b>
      Таңдалғаны: Бүгін

      1. <b>Ашық дәріс: жұлдыздар қалай туады</b>
      бүгін 13:00 · Есіл ауданы · Бос орын: 320
      [1. Ашық дәріс: жұлдыздар қала…]
      [‹] [2/2]
      [✕ Бүгін]
      [Сүзгіні өзгерту] [Басты бет]
    Айгүл ▸ [Сүзгіні өзгерту]
    ✎ Айгүл
      <b>Іс-шара табу</b>
      Уақыты мен орнын таңдаңыз немесе атауынан бір сөз жазыңыз, мысалы: <i>дәріс</i>.

      Таңдалғаны: Бүгін
      [Бүгін] [Ертең] [7 күн]
      [🗓 Күнді таңдау]
      [Аудан] [Деңгей] [Тіл]
      [Барлығын көрсету]
      [Сүзгіні тазалау]
      [Басты бет]
    Айгүл ▸ [Аудан]
    ✎ Айгүл
      Қай аудан?
      [Алматы ауданы] [Байқоңыр ауданы]
      [Есіл ауданы] [Нұра ауданы]
      [Сарайшық ауданы] [Сарыарқа ауданы]
      [Кез келген аудан]
      [‹ Артқа]
    Айгүл ▸ [Нұра ауданы]
    ✎ Айгүл
      <b>Алдағы іс-шаралар: 1</b>
      Таңдалғаны: Бүгін · Нұра ауданы

      1. <b>Бірге жүгіреміз: 5 шақырым</b>
      бүгін 12:00 · Нұра ауданы · Кіру еркін
      [1. Бірге жүгіреміз: 5 шақырым]
      [✕ Бүгін] [✕ Нұра ауданы]
      [Сүзгіні өзгерту] [Басты бет]
    Айгүл ▸ [Сүзгіні өзгерту]
    ✎ Айгүл
      <b>Іс-шара табу</b>
      Уақыты мен орнын таңдаңыз немесе атауынан бір сөз жазыңыз, мысалы: <i>дәріс</i>.

      Таңдалғаны: Бүгін · Нұра ауданы
      [Бүгін] [Ертең] [7 күн]
      [🗓 Күнді таңдау]
      [Аудан] [Деңгей] [Тіл]
      [Барлығын көрсету]
      [Сүзгіні тазалау]
      [Басты бет]
    Айгүл ▸ [Деңгей]
    ✎ Айгүл
      Қай деңгей?
      [Орталық деңгей]
      [Қалалық деңгей]
      [Аудандық деңгей]
      [Кез келген деңгей]
      [‹ Артқа]
    Айгүл ▸ [Орталық деңгей]
    ✎ Айгүл
      Бұл сүзгілермен ештеңе табылмады. Біреуін алып тастап көріңіз:
      Таңдалғаны: Бүгін · Нұра ауданы · Орталық деңгей
      [✕ Бүгін] [✕ Нұра ауданы]
      [✕ Орталық деңгей]
      [Барлығын көрсету]
      [Сүзгіні өзгерту] [Басты бет]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_ways_to_look_in_russian() {
    let stage = Stage::with_sample().await;
    let sergei = stage.guest("Сергей", "ru");
    sergei.start("").await;
    sergei.press("Найти").await;
    sergei.press("Завтра").await;
    sergei.press("1.").await;
    sergei.press("‹ Назад").await;
    sergei.press("Изменить").await;
    sergei.press("Уровень").await;
    sergei.press("Любой").await;
    sergei.press("✕ Завтра").await;
    assert_snapshot!(stage.told(), @"
    Сергей ▸ /start
    → Сергей
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Сергей ▸ [📅 Найти мероприятие]
    ✎ Сергей
      <b>Поиск мероприятий</b>
      Выберите, когда и где, или просто напишите слово из названия, например <i>лекция</i>.
      [Сегодня] [Завтра] [7 дней]
      [🗓 Выбрать день]
      [Район] [Уровень] [Язык]
      [Показать все]
      [На главную]
    Сергей ▸ [Завтра]
    ✎ Сергей
      <b>Ближайшие мероприятия: 4</b>
      Выбрано: Завтра

      1. <b>Мама и малыш: утренняя гимнастика</b>
      завтра в 10:00 · район Алматы · Свободных мест: 16

      2. <b>Городской день обмена книгами</b>
      завтра в 12:00 · район Сарыарка · Вход свободный

      3. <b>Робототехника для детей</b>
      завтра в 15:00 · район Нура · Свободных мест: 18

      4. <b>Клуб казахского языка: начальный уровень</b>
      завтра в 18:30 · район Есиль · Свободных мест: 20
      [1. Мама и малыш: утренняя гим…]
      [2. Городской день обмена книг…]
      [3. Робототехника для детей]
      [4. Клуб казахского языка: нач…]
      [✕ Завтра]
      [Изменить фильтры] [На главную]
    Сергей ▸ [1. Мама и малыш: утренняя гим…]
    ✎ Сергей
      <b>Мама и малыш: утренняя гимнастика</b>

      📅 среда, 2 декабря, 10:00 (1 ч)
      📍 Оқушылар сарайы, Бауыржан Момышұлы даңғылы, 5, район Алматы
      Язык: казахский, русский
      Организатор: Отбасы орталығы

      <blockquote>Лёгкие упражнения для детей от года до трёх. Возьмите с собой коврик.</blockquote>

      Свободных мест: 16
      [Записаться]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Ближайшие мероприятия: 4</b>
      Выбрано: Завтра

      1. <b>Мама и малыш: утренняя гимнастика</b>
      завтра в 10:00 · район Алматы · Свободных мест: 16

      2. <b>Городской день обмена книгами</b>
      завтра в 12:00 · район Сарыарка · Вход свободный

      3. <b>Робототехника для детей</b>
      завтра в 15:00 · район Нура · Свободных мест: 18

      4. <b>Клуб казахского языка: начальный уровень</b>
      завтра в 18:30 · район Есиль · Свободных мест: 20
      [1. Мама и малыш: утренняя гим…]
      [2. Городской день обмена книг…]
      [3. Робототехника для детей]
      [4. Клуб казахского языка: нач…]
      [✕ Завтра]
      [Изменить фильтры] [На главную]
    Сергей ▸ [Изменить фильтры]
    ✎ Сергей
      <b>Поиск мероприятий</b>
      Выберите, когда и где, или просто напишите слово из названия, например <i>лекция</i>.

      Выбрано: Завтра
      [Сегодня] [Завтра] [7 дней]
      [🗓 Выбрать день]
      [Район] [Уровень] [Язык]
      [Показать все]
      [Сбросить фильтры]
      [На главную]
    Сергей ▸ [Уровень]
    ✎ Сергей
      Какой уровень?
      [Центральный уровень]
      [Городской уровень]
      [Районный уровень]
      [Любой уровень]
      [‹ Назад]
    Сергей ▸ [Любой уровень]
    ✎ Сергей
      <b>Ближайшие мероприятия: 4</b>
      Выбрано: Завтра

      1. <b>Мама и малыш: утренняя гимнастика</b>
      завтра в 10:00 · район Алматы · Свободных мест: 16

      2. <b>Городской день обмена книгами</b>
      завтра в 12:00 · район Сарыарка · Вход свободный

      3. <b>Робототехника для детей</b>
      завтра в 15:00 · район Нура · Свободных мест: 18

      4. <b>Клуб казахского языка: начальный уровень</b>
      завтра в 18:30 · район Есиль · Свободных мест: 20
      [1. Мама и малыш: утренняя гим…]
      [2. Городской день обмена книг…]
      [3. Робототехника для детей]
      [4. Клуб казахского языка: нач…]
      [✕ Завтра]
      [Изменить фильтры] [На главную]
    Сергей ▸ [✕ Завтра]
    ✎ Сергей
      <b>Ближайшие мероприятия: 72</b>

      1. <b>Книжный клуб: короткие рассказы</b>
      сегодня в 11:00 · район Есиль · Свободных мест: 24

      2. <b>Встреча соседей: чай и знакомство</b>
      сегодня в 11:00 · район Сарайшык · Свободных мест: 40

      3. <b>Пробежка вместе: 5 километров</b>
      сегодня в 12:00 · район Нура · Вход свободный

      4. <b>Мастерская керамики</b>
      сегодня в 12:00 · район Сарыарка · Свободных мест: 2

      5. <b>Шахматная встреча</b>
      сегодня в 12:00 · район Байконыр · Свободных мест: 30

      6. <b>Личная консультация юриста: жилищные вопросы</b>
      сегодня в 13:00 · район Алматы · Свободных мест: 1
      [1. Книжный клуб: короткие рас…]
      [2. Встреча соседей: чай и зна…]
      [3. Пробежка вместе: 5 километ…]
      [4. Мастерская керамики]
      [5. Шахматная встреча]
      [6. Личная консультация юриста…]
      [1/12] [›]
      [Изменить фильтры] [На главную]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_ways_to_look_in_english() {
    let stage = Stage::with_sample().await;
    let emma = stage.guest("Emma", "en");
    emma.say("/events").await;
    emma.press("7 days").await;
    emma.press("Change").await;
    emma.press("Language").await;
    emma.press("English").await;
    emma.press("Change").await;
    emma.press("District").await;
    emma.press("Esil").await;
    emma.press("Change").await;
    emma.press("Level").await;
    emma.press("City").await;
    emma.press("✕ Esil").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ /events
    → Emma
      <b>Find an event</b>
      Choose when and where, or just type a word from the title, for example <i>lecture</i>.
      [Today] [Tomorrow] [7 days]
      [🗓 Choose a day]
      [District] [Level] [Language]
      [Show all]
      [Home]
    Emma ▸ [7 days]
    ✎ Emma
      <b>Upcoming events: 25</b>
      Chosen: 7 days

      1. <b>Book club: short stories</b>
      today, 11:00 · Esil district · Seats left: 24

      2. <b>Neighbours' meeting: tea and hello</b>
      today, 11:00 · Saraishyq district · Seats left: 40

      3. <b>Running together: 5 kilometres</b>
      today, 12:00 · Nura district · Open entry

      4. <b>Pottery workshop</b>
      today, 12:00 · Saryarqa district · Seats left: 2

      5. <b>Chess meeting</b>
      today, 12:00 · Baiqonyr district · Seats left: 30

      6. <b>One-to-one legal advice: housing questions</b>
      today, 13:00 · Almaty district · Seats left: 1
      [1. Book club: short stories]
      [2. Neighbours' meeting: tea a…]
      [3. Running together: 5 kilome…]
      [4. Pottery workshop]
      [5. Chess meeting]
      [6. One-to-one legal advice: h…]
      [1/5] [›]
      [✕ 7 days]
      [Change the filters] [Home]
    Emma ▸ [Change the filters]
    ✎ Emma
      <b>Find an event</b>
      Choose when and where, or just type a word from the title, for example <i>lecture</i>.

      Chosen: 7 days
      [Today] [Tomorrow] [7 days]
      [🗓 Choose a day]
      [District] [Level] [Language]
      [Show all]
      [Clear the filters]
      [Home]
    Emma ▸ [Language]
    ✎ Emma
      In which language should the event be?
      [Қазақша] [Русский] [English]
      [Any language]
      [‹ Back]
    Emma ▸ [English]
    ✎ Emma
      <b>Upcoming events: 1</b>
      Chosen: 7 days · English

      1. <b>English conversation club</b>
      Fri 4 Dec, 18:30 · Esil district · Seats left: 25
      [1. English conversation club]
      [✕ 7 days] [✕ English]
      [Change the filters] [Home]
    Emma ▸ [Change the filters]
    ✎ Emma
      <b>Find an event</b>
      Choose when and where, or just type a word from the title, for example <i>lecture</i>.

      Chosen: 7 days · English
      [Today] [Tomorrow] [7 days]
      [🗓 Choose a day]
      [District] [Level] [Language]
      [Show all]
      [Clear the filters]
      [Home]
    Emma ▸ [District]
    ✎ Emma
      Which district?
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Any district]
      [‹ Back]
    Emma ▸ [Esil district]
    ✎ Emma
      <b>Upcoming events: 1</b>
      Chosen: 7 days · Esil district · English

      1. <b>English conversation club</b>
      Fri 4 Dec, 18:30 · Esil district · Seats left: 25
      [1. English conversation club]
      [✕ 7 days] [✕ Esil district]
      [✕ English]
      [Change the filters] [Home]
    Emma ▸ [Change the filters]
    ✎ Emma
      <b>Find an event</b>
      Choose when and where, or just type a word from the title, for example <i>lecture</i>.

      Chosen: 7 days · Esil district · English
      [Today] [Tomorrow] [7 days]
      [🗓 Choose a day]
      [District] [Level] [Language]
      [Show all]
      [Clear the filters]
      [Home]
    Emma ▸ [Level]
    ✎ Emma
      Which level?
      [Central level]
      [City level]
      [District level]
      [Any level]
      [‹ Back]
    Emma ▸ [City level]
    ✎ Emma
      <b>Upcoming events: 1</b>
      Chosen: 7 days · Esil district · City level · English

      1. <b>English conversation club</b>
      Fri 4 Dec, 18:30 · Esil district · Seats left: 25
      [1. English conversation club]
      [✕ 7 days] [✕ Esil district]
      [✕ City level] [✕ English]
      [Change the filters] [Home]
    Emma ▸ [✕ Esil district]
    ✎ Emma
      <b>Upcoming events: 1</b>
      Chosen: 7 days · City level · English

      1. <b>English conversation club</b>
      Fri 4 Dec, 18:30 · Esil district · Seats left: 25
      [1. English conversation club]
      [✕ 7 days] [✕ City level]
      [✕ English]
      [Change the filters] [Home]
    ");
    stage.end().await;
}
