### Words that many screens share.

common-back = ‹ Back
common-home = Home
common-cancel = Cancel
common-skip = Skip
common-endonym-kk = Қазақша
common-endonym-ru = Русский
common-endonym-en = English
common-language-kk = Kazakh
common-language-ru = Russian
common-language-en = English
common-in-kk = (in Kazakh)
common-in-ru = (in Russian)
common-in-en = (in English)
common-level-central = Central level
common-level-city = City level
common-level-district = District level
common-district-almaty = Almaty district
common-district-baiqonyr = Baiqonyr district
common-district-esil = Esil district
common-district-nura = Nura district
common-district-saraishyq = Saraishyq district
common-district-saryarqa = Saryarqa district
common-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
