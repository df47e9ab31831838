### Сообщение многим людям: обзор и части.

compose-overview = ✉️ <b>Сообщение людям</b>
compose-audience-line = <b>Кому:</b> { $audience }
compose-people =
    { $n ->
        [one] { $people } человек
        [few] { $people } человека
        [many] { $people } человек
       *[other] { $people } человека
    }
compose-not-reached = Не получат: { $missed }
compose-unreachable = недоступны – { $people }
compose-muted = отписались – { $people }
compose-text-none = { $language }: текста пока нет
compose-text-other = { $language }: получат текст на языке «{ $other }»
compose-photo = 🖼
compose-document = 📎
compose-link-line = <b>Кнопка:</b> { $link }
compose-link-none = нет
compose-link-event = карточка { $title }
compose-timing-line = <b>Когда:</b> { $when }
compose-now = сразу
compose-relative = { $offset }: { $when }
compose-event-gone = мероприятия больше нет
compose-approval = 🔒 Среди них могут быть люди с чужих мероприятий, поэтому сначала сообщение должен одобрить администратор.
compose-audience-key = 👥 Кому
compose-link-key = 🔘 Кнопка
compose-timing-key = 🕒 Когда
compose-preview-key = 👁 Просмотр
compose-test-key = 🧪 Отправить мне
compose-send-key = 📨 Отправить…
compose-open-key = ‹ К сообщению
compose-list-key = 📣 Отправленные и будущие

compose-audience =
    <b>Кому?</b>
    Людям с мероприятий, которые подходят под всё выбранное здесь:
compose-audience-hint = Чтобы добавить отдельное мероприятие, откройте его карточку и нажмите «✉️ Написать участникам».
compose-facet-whom = Кто
compose-facet-level = Уровень
compose-facet-district = Район
compose-facet-organisation = Организация
compose-facet-month = Месяц
compose-facet-spoken = Язык
compose-choice = <b>{ $facet }</b>
compose-any-key = Любой
compose-since-key = Новые с моего сообщения
compose-since = записались после: { $when }
compose-whom-registered = записанные
compose-whom-seated = с местом
compose-whom-waiting = в листе ожидания
compose-whom-came = пришедшие
compose-whom-absent = не пришедшие
compose-whom-cancelled = отменившие запись
compose-whom-never = ни разу не записанные
compose-whom-everybody = все, кто в боте

compose-text =
    <b>{ $language }</b>
    Пришлите сообщение таким, каким его должны увидеть: текст с оформлением либо фото или файл с подписью.
compose-places = Вместо { $name } каждый увидит своё имя.
compose-places-event = Вместо { $name } каждый увидит своё имя, вместо { $event } – название мероприятия, вместо { $date } – его дату и время.
compose-clear-key = 🗑 Убрать этот текст

compose-link =
    <b>Кнопка под сообщением</b>
    Пришлите адрес, например <code>https://example.kz</code>, или выберите:
compose-no-link-key = Без кнопки

compose-timing =
    <b>Когда отправить?</b>
    Напишите дату и время, например <code>{ $example } 18:30</code>, или выберите:
compose-now-key = Сразу
compose-days =
    { $n ->
        [one] { $n } день
        [few] { $n } дня
        [many] { $n } дней
       *[other] { $n } дня
    }
compose-before-start = за { $span } до начала
compose-after-start = через { $span } после начала
compose-before-end = за { $span } до конца
compose-after-end = через { $span } после конца
compose-at-start = в начале
compose-at-end = в конце

compose-send =
    { $n ->
        [one] <b>Отправить { $people } человеку?</b>
        [few] <b>Отправить { $people } людям?</b>
        [many] <b>Отправить { $people } людям?</b>
       *[other] <b>Отправить { $people } людям?</b>
    }
compose-begins = Начнётся: { $when }
compose-takes = Займёт { $length }, закончится: { $end }
compose-about = примерно { $length }
compose-moment = меньше минуты
compose-confirm-key = 📨 Отправить, людей: { $people }
compose-fast-key = ⚡ Быстро, до { $stars } ⭐
compose-fast =
    { $n ->
        [one] <b>Отправить быстро { $people } человеку за звёзды, не больше { $stars } ⭐?</b>
        [few] <b>Отправить быстро { $people } людям за звёзды, не больше { $stars } ⭐?</b>
        [many] <b>Отправить быстро { $people } людям за звёзды, не больше { $stars } ⭐?</b>
       *[other] <b>Отправить быстро { $people } людям за звёзды, не больше { $stars } ⭐?</b>
    }
    Telegram спишет звёзды с баланса бота, только за доставленные сообщения.
compose-fast-sure-key = ⚡ Да, до { $stars } ⭐

compose-test-mark = 🧪 <b>Проба, { $language }.</b> Это видите только вы:
compose-leave =
    <b>Удалить сообщение?</b>
    Его тексты пропадут.
compose-leave-sure-key = 🗑 Удалить
compose-busy =
    <b>Вы пишете сообщение.</b>
    Сначала закончите его или удалите.
compose-card-key = ✉️ Написать участникам
compose-home-key = ✉️ Написать людям

compose-fault = <b>{ $language }:</b> { $fault }
compose-fault-empty = сообщение пустое.
compose-fault-long = слишком длинно, знаков вместе с именами и датами: { $length }. Telegram принимает { $limit } – сократите текст.
compose-fault-unknown = подстановки { $word } нет. Есть такие: { $known }.
compose-fault-split = внутри скобок начинается или кончается оформление. Оформите подстановку целиком, вместе со скобками.
compose-fault-no-event = { $word } можно, только когда сообщение идёт участникам одного мероприятия. Выберите одно мероприятие или уберите { $word }.
compose-album = В сообщении помещается одно фото или один файл: взято первое.
compose-not-sendable = Такое многим не отправить. Пришлите текст, фото или файл.
compose-not-an-address = Это не адрес. Он выглядит так: <code>https://example.kz</code>
compose-not-a-time = Не получилось прочитать дату и время. Напишите так: <code>5.12 18:30</code> или <code>завтра 18:30</code>
compose-past = Это время уже прошло. Выберите более позднее.
compose-gone = Этого больше нет. Выберите заново.
compose-too-many-events =
    { $n ->
        [one] В одном сообщении – не больше { $n } мероприятия. Если нужно больше, выберите район, уровень или месяц.
        [few] В одном сообщении – не больше { $n } мероприятий. Если нужно больше, выберите район, уровень или месяц.
        [many] В одном сообщении – не больше { $n } мероприятий. Если нужно больше, выберите район, уровень или месяц.
       *[other] В одном сообщении – не больше { $n } мероприятия. Если нужно больше, выберите район, уровень или месяц.
    }
compose-nobody = Отправлять некому. Измените получателей.
compose-nothing-written = Текста пока нет. Выберите язык и пришлите сообщение.
compose-choose-first = Сначала выберите, что это: нажмите язык, чтобы написать текст на нём.

compose-correction =
    <b>Исправить сообщение</b>
    Его получили: { $n }. Напишите тексты заново: картинки и файлы останутся.
compose-correct-key = ✏️ Исправить: { $n }
compose-correct =
    <b>Исправить сообщение? Получивших: { $n }</b>
    Оно изменится в их чатах, уведомления не будет.
compose-correct-sure-key = ✏️ Да, исправить
compose-words-only = Исправить можно только слова: картинка или файл останутся прежними.
