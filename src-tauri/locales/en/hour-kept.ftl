# What she keeps for the next hour: made while well, used in one press.

hour-title = The next hour
hour-lead = Only the next hour. Nothing else has to be done in it.
hour-empty = Nothing here yet. A quiet day is a good day to write down what helps you on a hard one.
hour-empty-begin = Begin with one thing
hour-change = Change what is kept here
hour-change-done = Back to the next hour
hour-change-lead = Made on a good day, for a hard one. All of it is only yours, and all of it may stay empty.
hour-keep = Keep
hour-kept = Kept.
hour-edit = Change
hour-menu = What to do with “{ $words }”
hour-delete = Delete
hour-deleted = Deleted.
hour-delete-title = Delete this?
hour-delete-text = The words are deleted here and cannot be brought back. A backup you made before still has them.
hour-delete-yes = Delete for real
hour-readable = Readable while this is locked
hour-readable-hint = Then it stands at the door, and anyone at this computer can read these words.
hour-readable-is = Readable by anyone at this computer

## Ways that help.

hour-ways = Ways that help
hour-ways-note = Small things that have carried you through an hour, or that you would like to try.
hour-helped = What helped before
hour-more-ways = More ways
hour-way-helped = It helped
hour-way-is-marked = It helped: it comes first
hour-way-mark = It helped: show it first
hour-way-unmark = Not first any more
hour-way-marked = It comes first from now on.
hour-way-unmarked = It stands with the others again.
hour-way-add = Write a way down
hour-way-add-title = A way that helps
hour-way-edit-title = Change this way
hour-way-words = What is it?
hour-way-words-hint = In your own words. Small enough for a hard hour.
hour-way-kind = What kind of thing it is
hour-way-ideas = Ways to begin with
hour-way-ideas-note = Take one and change its words, or leave them all.
hour-care = Not for everybody
hour-care-ideas = Not for everybody: cold water and moving hard
hour-care-why = Leave these out if you are pregnant or have just given birth, faint easily, have a heart or breathing illness, or if eating is hard for you. If you are not sure, ask somebody who knows your health first.
hour-kind-do_something = Do something
hour-kind-calm_the_body = Calm the body
hour-kind-be_with_someone = Be with someone
hour-kind-think_of_something_else = Something else to think of

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
