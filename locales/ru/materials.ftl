### Материалы: файлы и ссылки.

materials-key = 📎 Материалы
materials-of = 📎 <b>Материалы</b>
materials-none = Материалов пока нет.
materials-mine = 📚 <b>Материалы и ответы</b>
materials-none_of_mine = Материалов пока нет. Здесь появятся материалы мероприятий, на которые вы записаны.
materials-search-key = 🔎 Поиск по ответам
materials-search_hint = Вопросы, на которые организаторы уже ответили, можно найти по словам.
materials-home-key = 📚 Материалы и ответы
materials-tend-key = ⚙️ Материалы программы
materials-all-key = 📎 Все материалы
materials-open-key = 🔗 Открыть
materials-programme = Вся программа
materials-tend = 🗑 – убрать. Всего материалов может быть { $n }.
materials-add-key = ➕ Добавить материал
materials-send =
    <b>Что добавим?</b>
    Отправьте файл или фото либо напишите ссылку, например: qatys.kz/slides
materials-no_matter = Это не файл, не фото и не ссылка.
materials-photo = 🖼 Фото
materials-file = 📄 Файл
materials-title = <b>Как называется материал?</b> Язык: { $language }. Напишите одну строку, не длиннее { $n } знаков.
materials-no_title = Напишите, пожалуйста, название текстом: не короче 2 и не длиннее { $n } знаков.
materials-untitled = Сначала напишите название.
materials-save-key = ✅ Добавить
materials-added = Материал добавлен
materials-too_many = Материалов уже много, больше всего может быть { $n }. Сначала уберите какой-нибудь.
materials-remove = <b>Убрать материал?</b>
materials-remove-key = Да, убрать
materials-removed = Материал убран
