# Copies: what is kept safe, made where she asks, brought back; and leaving.
bundles-title = Kept safe
bundles-note = Copies hold what is yours and what is shared. They are locked, and open with your words only.
bundles-none = There is no copy on this computer yet. One is made by itself when you lock, if you wrote anything.
bundles-last = The newest copy on this computer is of { $day }. Every one was opened and read through before it counted.
bundles-last-changed = The newest copy on this computer is of { $day }. What you wrote since then goes into the next one, when you lock.
bundles-failed = The copy of { $day } could not be made. What is here is safe.
bundles-failed-advice = Try it now. If it does not work, the reason is said here.
bundles-now = Make one now
bundles-made-now = A copy was made, and read through once.
bundles-stick = Copy to a stick
bundles-back = Bring back from a copy
bundles-leave = Leave with your copy
bundles-truth = What you delete stays in older copies on this computer for at most twelve months. A copy elsewhere opens with the words it was made under, also after you change them.

bundles-busy = Copying, and reading it through…
bundles-folder = Folder
bundles-folder-hint = Choose it, or write where it is.
bundles-file = The copy
bundles-file-hint = A file whose name ends in “.twinflower”. Choose it, or write where it is.
bundles-choose = Choose…
bundles-choose-folder = Choose a folder
bundles-choose-file = Choose a copy

bundles-stick-title = A copy on a stick
bundles-stick-lead = One locked file with everything that is yours and everything that is shared, photos too.
bundles-stick-on = Make the copy
bundles-stick-done = The copy is there, and was read through once: { $file }

bundles-back-title = Bring back from a copy
bundles-back-lead = It adds what is not here. Nothing newer is replaced, and what was deleted stays deleted.
bundles-back-words = Your passphrase, or your twelve spare words
bundles-back-words-hint = The ones you had when the copy was made.
bundles-back-look = Look inside
bundles-back-opening = Opening it…
bundles-back-inside = What is in it
bundles-back-whose = { $name }, { $day }
bundles-back-milestones =
    { $count ->
        [one] One milestone
       *[other] { $count } milestones
    }
bundles-back-rituals =
    { $count ->
        [one] One ritual
       *[other] { $count } rituals
    }
bundles-back-goals =
    { $count ->
        [one] One goal
       *[other] { $count } goals
    }
bundles-back-letters =
    { $count ->
        [one] One letter
       *[other] { $count } letters
    }
bundles-back-keepsakes =
    { $count ->
        [one] One keepsake
       *[other] { $count } keepsakes
    }
bundles-back-nothing = Nothing was written in it yet.
bundles-back-here = All of it is here already.
bundles-back-on = Bring it back
bundles-back-other = Another copy
bundles-back-some = What was in the copy of { $day } is here now.
bundles-back-same = Everything in the copy of { $day } was here already. Nothing was changed.
bundles-have-one = I have a copy

bundles-leave-title = Leave with your copy
bundles-leave-lead = Everything that is yours, and a copy of what is shared. The other one of you keeps what was shared, and gets no notice.
bundles-leave-lead-alone = Everything that is yours.
bundles-leave-three = Three files are made: one that is locked, for Twinflower, and two to read without it.
bundles-leave-open = The two to read are not locked. Anyone who has them can read them, and so can whoever looks after this computer.
bundles-leave-stays = Nothing is deleted here.
bundles-leave-passphrase = Your passphrase
bundles-leave-on = Make the three files
bundles-leave-done = The files are there: { $files }

repair-title = What is kept here cannot be read
repair-lead = Nothing has been thrown away. What cannot be read is set aside and kept, and your newest copy on this computer takes its place.
repair-lead-other = A copy of your own can take its place, { $name }. What cannot be read is set aside and kept.
repair-offer = Bring back my copy
repair-passphrase = { $name }’s passphrase
repair-other = I have a newer one on a stick
repair-on = Bring back my newest copy
repair-on-file = Bring back this copy
repair-busy = Reading what can be read…
repair-done-title = Your copy is back
repair-done-all = Everything on this computer could still be read, and is here with your copy of { $day }.
repair-done-some = Your copy of { $day } is here, with everything since then that could still be read. Something written since then may be missing.
repair-done-kept = What could not be read was set aside, and nothing of it was deleted.
repair-done-other = What is only the other one’s comes back when she comes in.
repair-go-on = Go on

## The file to read without Twinflower. The same words head its parts.
readable-title = Twinflower
readable-not-locked = This page is not locked. Anyone who has it can read it.
readable-milestones = Milestones
readable-rituals = Rituals
readable-goals = Goals
readable-letters = Letters
readable-keepsakes = Keepsakes
readable-people = My people
readable-reasons = My reasons
readable-ways = Ways that help
readable-plan = My plan for a hard hour
readable-shared = Shared
readable-why = Why it matters
readable-days = Days all together
readable-since = Since
readable-meaning = What it means
readable-step = Step
readable-helps = What helps
readable-ritual = What we did

# Above a screen, when the folder is older than what was kept on this computer before.
put-back-title = What is here is older than what was kept on this computer before.
put-back-text = Nothing that is here is lost. Newer words may be in a copy.
put-back-kept = See what is kept safe
put-back-on = Go on from here
