### The ticket.

# $title (String) - of the event
ticket-heading = 🎫 { $title }
# $code (String) - the short code
ticket-code = Code: { $code }
ticket-show = Show this code at the entrance.
ticket-moved-up = <b>A seat has come free, and it is yours!</b> If you can't come, please cancel so that someone else can.
