# What she keeps for the next hour: made while well, used in one press.

kept-empty = Nothing here yet. A quiet day is a good day to write down what helps you on a hard one.
kept-empty-begin = Begin with one thing
kept-change = Change what is kept here
kept-change-done = Back to what helps
kept-change-lead = Made on a good day, for a hard one. All of it starts as only yours, and all of it may stay empty.
kept-keep = Keep
kept-kept = Kept.
kept-edit = Change
kept-menu = What to do with “{ $words }”
kept-delete = Delete
kept-deleted = Deleted.
kept-delete-title = Delete this?
kept-delete-text = It is erased on this computer and cannot be brought back. A backup made before today can keep it for up to twelve months.
kept-delete-yes = Delete for real
kept-readable = Readable while this is locked
kept-readable-hint = Then it stands at the door, and anyone at this computer can read these words.
kept-readable-is = Readable by anyone at this computer

## Her reasons.

kept-reasons = Why I go on
kept-reasons-note = A person, a place, a morning. Your own words, and a photo where you like.
kept-reason-add = Write a reason down
kept-reason-add-title = A reason
kept-reason-edit-title = Change this reason
kept-reason-words = What is it?
kept-reason-words-hint = As you would say it to yourself.
kept-reason-photo = A photo
kept-reason-photo-has = There is one already. A new one takes its place.
kept-reason-photo-choose = Choose a photo
kept-reason-photo-path = Where the photo is on this computer
kept-reason-photo-hint = A copy is kept, locked, without where and when it was taken.
kept-reason-photo-remove = Take the photo away
kept-reason-photo-removed = The photo is gone; the words stay.
kept-reason-photo-of = Photo: { $words }
kept-reason-readable-hint = Then the words stand at the door, and anyone at this computer can read them. A photo never does.

## Ways that help.

kept-ways = Ways that help
kept-ways-note = Small things that have carried you through an hour, or that you would like to try.
kept-helped = What helped before
kept-more-ways = More ways
kept-way-helped = It helped
kept-way-is-marked = It helped: it comes first
kept-way-mark = It helped: show it first
kept-way-unmark = Not first any more
kept-way-marked = It comes first from now on.
kept-way-unmarked = It stands with the others again.
kept-way-add = Write a way down
kept-way-add-title = A way that helps
kept-way-edit-title = Change this way
kept-way-words = What is it?
kept-way-words-hint = In your own words. Small enough for a hard hour.
kept-way-kind = What kind of thing it is
kept-way-ideas = Ways to begin with
kept-way-ideas-note = Take one and change its words, or leave them all.
kept-care = Not for everybody
kept-care-ideas = Not for everybody: cold water and moving hard
kept-care-why = Leave these out if you are pregnant or have just given birth, faint easily, have a heart or breathing illness, or if eating is hard for you. If you are not sure, ask somebody who knows your health first.
kept-kind-do_something = Do something
kept-kind-calm_the_body = Calm the body
kept-kind-be_with_someone = Be with someone
kept-kind-think_of_something_else = Something else to think of

## Lending a way to the other.

kept-lend = Lend it to { $name }…
kept-lend-anew = Lend it as it is now…
kept-lend-title = Lend this way?
kept-lend-stays-helped = whether it helped you
kept-lend-stays-door = whether it stands at the door
kept-lend-truth = You can take it back at any time. { $name } may remember it or have kept a copy. We can only stop what comes next.
kept-lend-yes = Lend it
kept-lent-said = Lent to { $name }. Your own stays as it is.
kept-lent-is = Lent to { $name }
kept-lent-was = Lent to { $name } as it was before you changed it
kept-lent-back = Take back what is lent
kept-lent-back-said = Taken back. It is only yours again.
kept-lent-by = Ways that { $name } lends
kept-lent-keep = Keep it among mine
kept-lent-kept = It is among yours now. Nobody is told.
kept-lent-has = You have it among yours.
kept-delete-lent = What you lent of it stays lent. You can take that back under What I share.

## Her people, with words to send by hand.

kept-people-note = Words to copy and numbers to dial yourself. Nothing is sent from here.
kept-people-make = The same people as in Help now, each with words to send when it is hard to find any.
kept-people-of = { $name }’s people
kept-to-send = Words to send, if you like
kept-to-send-hint = Written on a good day, for a hard one: “I am having a hard hour. Could you call me?” You send them yourself.
kept-to-send-one = Words to send: { $number }
kept-to-send-more = Add other words
kept-copy = Copy
kept-copied = Copied. You send it yourself.
kept-not-copied = It could not be copied. The words can be marked and typed by hand.

## The plan in six parts. Their order is that of Stanley and Brown’s safety planning; the words are ours.

kept-plan = My plan for a hard hour
kept-plan-note = Six small parts, one after another. Three you have already: your ways, your people, and the lines where you live.
kept-plan-signs = How I notice it begins
kept-plan-signs-add = Write down a sign
kept-plan-signs-hint = A thought, a feeling, something you stop doing.
kept-plan-alone = What I can do alone
kept-plan-places = People and places that take my mind off it
kept-plan-places-add = Write down a place
kept-plan-places-hint = Nothing has to be said there.
kept-plan-ask = Whom I can ask
kept-plan-professionals = Professionals and help lines
kept-plan-safer = What makes it safer around me
kept-plan-safer-add = Write down what makes it safer
kept-plan-safer-hint = What is put away, locked up, or kept by somebody else for now.
kept-plan-blank = Nothing here. It may stay so.

## Ways to begin with. The core names them by id (core/src/domain/way.rs); a person changes every word of them. Nothing about
## food, drink, money or how a body looks.

way-idea-drawer = Tidy one drawer, and stop there
way-idea-plants = Water what is green
way-idea-window = Go into another room and open the window
way-idea-washing = Fold the washing, one thing at a time
way-idea-same-thing = Draw the same small thing until the page is full
way-idea-blanket = Wrap up in the heavy blanket
way-idea-breath = Breathe out slowly, longer than in
way-idea-feet = Both feet on the floor, and press
way-idea-something-soft = Hold something soft, or something smooth
way-idea-lying-down = Lie down on the floor and look at the ceiling
way-idea-cold-water = Cold water over face and hands, for a moment
way-idea-moving-hard = Move hard for one minute: the stairs, or on the spot
way-idea-among-people = Sit where other people are: a bench, a library
way-idea-one-line = Send somebody one line
way-idea-animal = Sit beside an animal
way-idea-say-nothing = Ask somebody to sit with me and say nothing
way-idea-ring = Ring somebody and talk about something else
way-idea-blue-things = Find everything blue in this room
way-idea-sevens = Count back from a hundred in sevens
way-idea-song = One song, every word of it
way-idea-known-place = Walk through a place I know, in my mind
way-idea-read-aloud = Read a page aloud
