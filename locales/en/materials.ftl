### Materials: files and links.

materials-key = 📎 Materials
materials-of = 📎 <b>Materials</b>
materials-none = There are no materials yet.
materials-mine = 📚 <b>Materials and answers</b>
materials-none_of_mine = There are no materials yet. Those of events you are registered for will be here.
materials-search-key = 🔎 Search in the answers
materials-search_hint = Questions that the organisers have answered before can be found by words.
materials-home-key = 📚 Materials and answers
materials-tend-key = ⚙️ Materials of the programme
materials-all-key = 📎 All materials
materials-open-key = 🔗 Open
materials-programme = The whole programme
# $n (Number) - how many
materials-tend = 🗑 – remove. There can be { $n } materials at most.
materials-add-key = ➕ Add a material
materials-send =
    <b>What shall we add?</b>
    Send a file or a photo, or write a link, for example: qatys.kz/slides
materials-no_matter = That is neither a file nor a photo nor a link.
materials-photo = 🖼 Photo
materials-file = 📄 File
# $language (String) - its name
# $n (Number) - characters
materials-title = <b>What is it called?</b> Language: { $language }. Write one line of at most { $n } characters.
# $n (Number) - characters
materials-no_title = Please write the title as a text of 2 to { $n } characters.
materials-untitled = Write a title first.
materials-save-key = ✅ Add
materials-added = The material is added
# $n (Number) - how many
materials-too_many = There are many materials already, and { $n } at most. Remove one first.
materials-remove = <b>Remove this material?</b>
materials-remove-key = Yes, remove
materials-removed = The material is removed
