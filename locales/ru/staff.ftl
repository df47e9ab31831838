### Те, кто проводит мероприятия, как их видят администраторы.

staff-head = 👥 <b>Организаторы: { $count }</b>
staff-none = Мероприятия пока никто не проводит. Пригласите первого организатора.
staff-nameless = № { $number }
staff-everything = все мероприятия
staff-invite-key = ＋ Пригласить организатора
staff-open-key = Открытые приглашения: { $count }
staff-open = <b>Открытые приглашения</b>
staff-open-none = Их нет: все приняты или закончились.
staff-revoke-hint = Нажмите на приглашение, чтобы отозвать его.
staff-away-hint = Нажмите на строку, чтобы забрать.
staff-all-key = Забрать всё
staff-all-sure =
    <b>Забрать все мероприятия? { $name }</b>
    Этот человек больше не увидит мероприятий, которые проводит.
staff-sure-key = Да, забрать
staff-level = <b>Какие мероприятия?</b> Выберите уровень.
staff-district = <b>Какой район?</b>
staff-organisation = <b>Какая организация?</b> Выберите или напишите название точно так, как оно стоит в программе.
staff-organisation-fault = Напишите название текстом, от 2 до 120 букв.
staff-any-level-key = Любой уровень
staff-any-district-key = Любой район
staff-any-organisation-key = Любая организация
staff-gone = Готово, доступ закрыт.
staff-revoked = Готово, ссылка больше никуда не ведёт.
