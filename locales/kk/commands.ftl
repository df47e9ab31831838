### Пәрмендер мәзірі. Қарапайым мәтін.

commands-start = Бастау
commands-events = Іс-шара табу
commands-my = Іс-шараларым мен билеттерім
commands-language = Тілді ауыстыру
commands-privacy = Менің деректерім
commands-help = Қалай жұмыс істейді
commands-cancel = Бастаған істі тоқтату
commands-desk = Келгендерді белгілеу
commands-new = Іс-шара құру
commands-broadcast = Адамдарға хабарлама жазу
commands-staff = Ұйымдастырушылар мен шақырулар
