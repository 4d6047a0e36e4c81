# Today: what leads, and what waits quietly.
today-first = Nothing here yet. Small counts.
today-first-lead = What matters to you, reached or only hoped for, is a good beginning.
today-first-do = Set something down
today-calm = Nothing asks anything of you today.

today-celebrate-mine = You have something to celebrate.
today-celebrate-with-you = { $name } has something to celebrate with you.
today-celebrate-hers = { $name } has something to celebrate.
today-celebrate-both = You have something to celebrate, the two of you.
today-invited = She would like you to be there. Whenever you like: “Later” is said to nobody.
today-open = Open the celebration
today-later = Later
today-be-there = I’ll be there
today-comes = She can see that you will be there.

today-ready = You wanted to mark it. How is yours to say.
today-expecting = It is coming near. What would you like to do with that day?
today-expecting-once = You are asked once, here, where only you see it.
today-approach-mark = Mark it
today-approach-leave = Leave it
today-approach-close = Keep the next hour close
today-approached-mark = You will be asked how, when it is there.
today-approached-leave = It will pass like any other day.
today-approached-keep_close = It is kept close.
today-close = You wanted to keep the next hour close.
today-close-about = Around “{ $title }”. Who could be near you in this hour?
today-close-enough = That is enough

today-next-day = Is there something you would like to remember?
today-next-day-about = Of “{ $title }”. It is kept with it, on the shelf.
today-next-day-line = What you would like to remember
today-next-day-keep = Keep it with the day
today-next-day-not = Not this time
today-next-day-never = Do not ask this again
today-next-day-is-off = You will not be asked again. It can be turned on in Settings.
today-remembered = It is kept with it.

today-ritual-tonight = Tonight’s ritual
today-ritual-today = Today’s ritual
today-ritual-next = Next, on { $day }
today-ritual-see = See the ritual
today-goals = What you are trying
today-goals-together = What the two of you are trying
today-goals-asks = Waits for your answer
today-goals-see = See the goals
today-milestones = On the way
today-milestones-see = See the milestones
today-shelf = On the shelf
today-shelf-see = See the shelf
today-shelf-both = Both of you
today-letter = A letter waits for you
today-letter-whenever = It can wait as long as you like.
today-letter-see = Go to Letters

today-waiting = To celebrate
today-waiting-open = It is ready whenever you like.
today-waiting-together = It opens when you are both here.
today-waiting-comes = { $name } will be there.
today-waiting-you-come = You will be there.
today-bring = Bring something along
today-withdraw = Take the invitation back
today-withdraw-title = Take this invitation back?
today-withdraw-text = It is erased here, and nobody is told. What you reached stays reached.
today-withdraw-yes = Take it back
today-withdrawn = Taken back. What you reached stays reached.

today-bring-title = Is there something you would like to bring?
today-bring-text = For “{ $title }”. Nothing is needed.
today-bring-letter = Write a letter for it
today-bring-letter-hint = It is sealed until the celebration, and opened there before both of you.
today-bring-ritual = A ritual to do together
today-bring-ritual-none = None
today-bring-photo = A photo
today-bring-photo-is-there = A photo is with it now.
today-bring-done = Done

today-saw = I saw you do this
today-saw-lead = Something small you saw { $name } do. It stands on her shelf.
today-saw-lead-both = Something small one of you saw the other do. It stands on her shelf.
today-saw-who = Who says it
today-saw-line-for = One line for { $name }
today-saw-do = Put it on her shelf
today-seen = It stands on { $name }’s shelf.
