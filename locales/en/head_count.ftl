### Counting the heads in a room.

head_count-ask = Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
# $count (String) - what was counted
# $time (String) - HH:MM
head_count-last = Your last count: { $count } (at { $time })
head_count-undo-key = ↩️ Undo the last count
head_count-proof-key = 📷 Show the photo
head_count-back-key = ‹ To the count
# $most (String) - people
head_count-not-a-number = That is not a number of people. Type a number up to { $most } in digits, or send a photo of the room.
head_count-count-first = Count first: press a key or type a number. Send the photo then.
# $count (String) - what was counted
# $time (String) - HH:MM
head_count-proof = Count: { $count } (at { $time })
