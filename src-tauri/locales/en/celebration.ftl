# The celebration: marked ready, invited to, opened, kept.

# How a milestone is marked.
celebration-mark = Mark it…
celebration-mark-title = How would you like to mark it?
celebration-mark-alone = By myself
celebration-mark-alone-hint = It stays in your own space. Nobody is told.
celebration-mark-invite = With { $name }
celebration-mark-invite-hint = An invitation waits for { $name }. It opens when you are both here. Until then you may take it back.
celebration-mark-together = Together, now
celebration-mark-together-hint = It opens when the two of you like.
celebration-mark-not = Not this time
celebration-mark-not-hint = The day is written down, and nothing else happens.
celebration-mark-stays-days = the days, and when they began
celebration-mark-stays-reached = the day it was reached
celebration-mark-do = Mark it
celebration-mark-do-invite = Invite { $name }
celebration-mark-do-not = Write the day down
celebration-marked-alone = It is ready when you are. You find it under Today.
celebration-marked-invite = The invitation is there. You find it under Today.
celebration-marked-not_this_time = The day is written down.

# While it is open.
celebration-leave = Leave for now
celebration-full = Fill the whole screen
celebration-small = Leave the full screen
celebration-her-words = { $name }, in her own words
celebration-your-words = The two of you, in your own words
celebration-go-on = Go on
celebration-back = Back
celebration-to-ritual = On to your ritual
celebration-to-letter = Open { $name }’s letter
celebration-to-today = Back to today

celebration-ritual = Your ritual
celebration-ritual-choose = Is there something you would like to do now?
celebration-ritual-choose-lead = One of your rituals, or none. Going on without one is fine.
celebration-ritual-other = Another one, or none
celebration-ritual-none = None this time
celebration-we-did-it = We did it
celebration-i-did-it = I did it

celebration-letter = A letter from { $name }
celebration-lines = A line from each of you
celebration-line = A line to keep
celebration-lines-lead = What you would like to remember of this. It may stay empty.
celebration-line-hers = { $name }’s line
celebration-line-mine = Your line
celebration-photo = The photo that is kept with it
celebration-photo-add = Add a photo
celebration-photo-other = Another photo
celebration-photo-choose = Choose a photo
celebration-photo-path = Or where it is on this computer
celebration-photo-hint = For example ~/Pictures/sea.jpg. Where and when it was taken is left out.
celebration-photo-take = Take this one

celebration-keep = Put it on the shelf
celebration-kept = It is on the shelf
celebration-kept-stays = It stays, whatever comes.
