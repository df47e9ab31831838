### Слова, общие для многих экранов.

common-back = ‹ Назад
common-home = На главную
common-cancel = Отмена
common-skip = Пропустить
common-endonym-kk = Қазақша
common-endonym-ru = Русский
common-endonym-en = English
common-language-kk = казахский
common-language-ru = русский
common-language-en = английский
common-in-kk = (на казахском)
common-in-ru = (на русском)
common-in-en = (на английском)
common-level-central = Центральный уровень
common-level-city = Городской уровень
common-level-district = Районный уровень
common-district-almaty = район Алматы
common-district-baiqonyr = район Байконыр
common-district-esil = район Есиль
common-district-nura = район Нура
common-district-saraishyq = район Сарайшык
common-district-saryarqa = район Сарыарка
common-people =
    { $n ->
        [one] { $n } человек
        [few] { $n } человека
        [many] { $n } человек
       *[other] { $n } человека
    }
