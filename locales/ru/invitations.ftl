### Приглашения работать на мероприятиях: ссылка для того, кто её передаёт, и что она предлагает тому, кто её откроет.

invitations-organiser = Проводить мероприятия: <b>{ $scope }</b>
invitations-steward = Отмечать гостей на входе: { $times }
invitations-speaker = Выступить на этом мероприятии, имя в программе: <b>{ $name }</b>
invitations-host = Проводить это мероприятие вместе с его организатором
invitations-issued = 🔗 <b>Ссылка готова</b>
invitations-issued-once = Её займёт первый, кто откроет и согласится, поэтому отправьте её только одному человеку.
invitations-issued-door = Отправьте её контролёрам: открыть её могут несколько человек.
invitations-until = Срок действия: { $until }.
invitations-shown-once = Показать её ещё раз нельзя: если потеряется, создайте новую.
invitations-share-key = 📤 Отправить ссылку
invitations-share = Вас приглашают работать на мероприятиях в Qatys
invitations-share-event = Вас приглашают работать на мероприятии «{ $event }»
invitations-offer = ✉️ <b>Вас приглашают:</b>
invitations-offer-hint = Нажмите кнопку, если это для вас. До этого ничего не произойдёт.
invitations-take-key = ✅ Принять
invitations-offer-host = От какой из ваших организаций? Сначала спросим организатора.
invitations-taken = ✅ <b>Добро пожаловать в команду!</b>
invitations-taken-organiser = Всё нужное – в /desk.
invitations-taken-steward = Ваши мероприятия – в /desk. Там можно сканировать билеты, вводить код или имя.
invitations-taken-speaker = Ваши выступления – на главном экране. О них я напомню.
invitations-asked = 📨 <b>Организатору отправлен запрос.</b> Ответ придёт сюда.
invitations-dead = 🔒 <b>Ссылка никуда не ведёт.</b> Она использована, её срок закончился или она не для вас. Попросите новую у того, кто её прислал.
