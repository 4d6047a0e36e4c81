# What every screen shares.
app-name = Twinflower
app-close = Close
app-cancel = Not now
app-undo = Undo
app-undone = Undone.
app-not-undone = That could no longer be taken back. Nothing was changed.
app-more = There are more than fit here. Looking for a word finds them.
app-waiting = One moment.
app-stop = Stop

nav-label = Screens
nav-skip = Skip to the page
nav-menu = Menu
nav-today = Today
nav-milestones = Milestones
nav-rituals = Rituals
nav-goals = Goals
nav-letters = Letters
nav-shelf = The shelf
nav-pages = Pages to print
nav-shared = What I share
nav-settings = Settings

frame-here = Here now:
frame-together = together. Only what you share is on the screen.
frame-lock = Lock
frame-lock-hers = Lock { $name }’s side
frame-someone-else = Somebody else comes in
frame-who = Who is here: come in, or lock a side
frame-hide = Hide now
frame-hide-hint = Closes Twinflower at once. Or press Shift three times.

person-both = Both

field-limit-left =
    { $left ->
        [one] One character left
       *[other] { $left } characters left
    }
field-limit-over =
    { $over ->
        [one] One character more than fits
       *[other] { $over } characters more than fit
    }
field-optional = If you like

passphrase-show = Show
passphrase-hide = Cover

search-clear = Clear the search

day-open-calendar = Open the calendar
day-clear = No day
day-earlier = Earlier month
day-later = Later month

color-rose = Rose
color-honey = Honey
color-sky = Sky
color-plum = Plum
color-fern = Fern
color-clay = Clay
