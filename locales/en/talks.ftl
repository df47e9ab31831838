### What a speaker speaks at.

talks-key = 🎤 My talks
talks-head = 🎤 <b>My talks</b>
talks-none = You have no talks ahead.
