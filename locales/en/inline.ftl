### The card of an event in other chats.

inline-open-key = Open
inline-full = No seats left
