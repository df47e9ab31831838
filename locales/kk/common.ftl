### Көп жерде кездесетін сөздер.

common-back = ‹ Артқа
common-home = Басты бет
common-cancel = Бас тарту
common-skip = Өткізіп жіберу
common-endonym-kk = Қазақша
common-endonym-ru = Русский
common-endonym-en = English
common-language-kk = қазақша
common-language-ru = орысша
common-language-en = ағылшынша
common-in-kk = (қазақша)
common-in-ru = (орысша)
common-in-en = (ағылшынша)
common-level-central = Орталық деңгей
common-level-city = Қалалық деңгей
common-level-district = Аудандық деңгей
common-district-almaty = Алматы ауданы
common-district-baiqonyr = Байқоңыр ауданы
common-district-esil = Есіл ауданы
common-district-nura = Нұра ауданы
common-district-saraishyq = Сарайшық ауданы
common-district-saryarqa = Сарыарқа ауданы
common-people =
    { $n ->
        [one] { $n } адам
       *[other] { $n } адам
    }
