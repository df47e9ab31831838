### Адамның тіркелулері: тіркелу, бас тарту, растау, адам санын өзгерту.

registrations-joined = ✅ <b>Сіз тіркелдіңіз!</b> Билетіңіз келесі хабарламада.
registrations-waiting =
    ⏳ <b>Сіз күту тізіміндесіз, кезегіңіз – { $place }</b>
    Орын жетпей қалды. Орын босаса, бірден жазамын.
registrations-already = Бұл іс-шараға бұрын тіркелгенсіз, тіркелуіңіз күшінде:
registrations-mine = <b>Алдағы іс-шараларым</b>
registrations-mine-past = <b>Өткен іс-шараларым</b>
registrations-mine-none = Әзірге алдағы іс-шараңыз жоқ. Бірін табайық па?
registrations-mine-past-none = Мұнда әзірге өткен іс-шара жоқ.
registrations-past-key = Өткен іс-шаралар
registrations-coming-key = Алдағы іс-шаралар
registrations-line-seated = ✅ тіркелдіңіз
registrations-line-waiting = ⏳ күту тізімі, кезегіңіз – { $place }
registrations-line-offered = 🔔 орын босады, { $until } растаңыз
registrations-line-cancelled = ❌ болмайды
registrations-leave =
    <b>Тіркелуден бас тартасыз ба?</b>
    Орныңыз бірден басқаларға босайды.
registrations-leave-line =
    <b>Күту тізімінен шығасыз ба?</b>
    Кезегіңіз сақталмайды.
registrations-leave-key = Иә, бас тартамын
registrations-leave-line-key = Иә, шығамын
registrations-stay-key = Жоқ, қалдыру
registrations-left = Тіркелуіңіз жойылды. Хабарлағаныңызға рақмет!
registrations-left-nothing = Бұл тіркелу бұрын жойылған.
registrations-left-started = Іс-шара басталып кетті, сондықтан тіркелуіңіз өзгермейді.
registrations-accepted = ✅ <b>Орын сіздікі!</b> Билетіңіз келесі хабарламада.
registrations-accepted-already = Орын онсыз да сіздікі.
registrations-lapsed = Растау уақыты өтіп кетті, орын енді сізге сақталмайды. Қайта тіркеле аласыз.
registrations-absent = Мұндай тіркелу енді жоқ.
registrations-confirmed = Тамаша, күтеміз!
registrations-confirmed-not-seated = Бұл тіркелуде енді орын жоқ. Қараңыз: /my
registrations-confirmed-cancelled = Іс-шара болмайды.
registrations-confirmed-started = Іс-шара басталып кетті.
registrations-parties =
    <b>Неше адам боласыз?</b>
    Өзіңізді де қосып санаңыз.
registrations-resized =
    { $n ->
        [one] Дайын: тіркелуіңіз енді { $n } адамға.
       *[other] Дайын: тіркелуіңіз енді { $n } адамға.
    }
registrations-too-many =
    { $n ->
        [one] Бос орын жетпейді: { $n } адамға ғана орын бар. Ештеңе өзгерген жоқ.
       *[other] Бос орын жетпейді: { $n } адамға ғана орын бар. Ештеңе өзгерген жоқ.
    }
registrations-shut-offer = Алдымен сізге ұсынылған орынды растаңыз, содан кейін өзгерте аласыз.
