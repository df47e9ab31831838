### Those who run events, as admins see them.

# $count (String) - how many
staff-head = 👥 <b>Organisers: { $count }</b>
staff-none = Nobody runs events yet. Invite the first organiser.
# $number (String) - Telegram's id
staff-nameless = No. { $number }
staff-everything = all events
staff-invite-key = ＋ Invite an organiser
# $count (String) - how many
staff-open-key = Open invitations: { $count }
staff-open = <b>Open invitations</b>
staff-open-none = There are none: all have been taken or have ended.
staff-revoke-hint = Press one to revoke it.
staff-away-hint = Press one to take it away.
staff-all-key = Take everything away
# $name (String) - of the organiser
staff-all-sure =
    <b>Take everything away from { $name }?</b>
    They will no longer see any event to run.
staff-sure-key = Yes, take away
staff-level = <b>Whose events?</b> Choose the level.
staff-district = <b>Which district?</b>
staff-organisation = <b>Which organisation?</b> Choose one, or write its name exactly as it stands in the programme.
staff-organisation-fault = Please write the name as text, 2–120 letters.
staff-any-level-key = Any level
staff-any-district-key = Any district
staff-any-organisation-key = Any organisation
staff-gone = Done, taken away.
staff-revoked = Done, the link leads nowhere now.
