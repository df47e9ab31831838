### Іс-шараларда жұмыс істеуге шақыру: сілтемені жіберетін адамға және оны ашатын адамға не ұсынылады.

invitations-organiser = Іс-шаралар өткізу: <b>{ $scope }</b>
invitations-steward = Кіреберісте келгендерді белгілеу: { $times }
invitations-speaker = Осы іс-шарада сөз сөйлеу, бағдарламадағы аты: <b>{ $name }</b>
invitations-host = Бұл іс-шараны ұйымдастырушысымен бірге өткізу
invitations-issued = 🔗 <b>Сілтеме дайын</b>
invitations-issued-once = Оны бірінші ашып, келіскен адам алады, сондықтан бір ғана адамға жіберіңіз.
invitations-issued-door = Оны бақылаушыларға жіберіңіз: бірнеше адам аша алады.
invitations-until = Мерзімі: { $until }.
invitations-shown-once = Оны қайта көрсету мүмкін емес: жоғалса, жаңасын жасаңыз.
invitations-share-key = 📤 Сілтемені жіберу
invitations-share = Сізді Qatys іс-шараларында жұмыс істеуге шақырады
invitations-share-event = Сізді «{ $event }» іс-шарасында жұмыс істеуге шақырады
invitations-offer = ✉️ <b>Сізді шақырады:</b>
invitations-offer-hint = Бұл Сізге арналса, батырманы басыңыз. Оған дейін ештеңе болмайды.
invitations-take-key = ✅ Қабылдау
invitations-offer-host = Қай ұйымыңыздан? Алдымен ұйымдастырушыдан сұраймыз.
invitations-taken = ✅ <b>Командаға қош келдіңіз!</b>
invitations-taken-organiser = Қажеттінің бәрі /desk бөлімінде.
invitations-taken-steward = Іс-шараларыңыз /desk бөлімінде. Сол жерде билетті сканерлеңіз, кодты немесе атын жазыңыз.
invitations-taken-speaker = Баяндамаларыңыз басты бетте. Олар туралы еске саламын.
invitations-asked = 📨 <b>Ұйымдастырушыға сұрау жіберілді.</b> Жауабы осында келеді.
invitations-dead = 🔒 <b>Сілтеме жарамсыз.</b> Ол қолданылған, мерзімі өткен немесе Сізге арналмаған. Жіберген адамнан жаңасын сұраңыз.
