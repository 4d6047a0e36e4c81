# Milestones: points that are reached or not, on a day, once.
milestones-title = Milestones
milestones-lead = What matters to you, whether it has happened or not.
milestones-lead-together = What matters to the two of you, whether it has happened or not.
milestones-empty = Nothing here yet. Small counts.
milestones-write = Write one down
milestones-found-none = Nothing here holds these words.
milestones-ideas = Something to begin with, if you like
milestones-ideas-note = Every word is yours to change.

milestones-find = Find a milestone
milestones-show = Show
milestones-show-all = All
milestones-show-mine = Mine
milestones-show-ours = Ours
milestones-show-on_the_way = On the way
milestones-show-reached = Reached

milestones-group-on_the_way = On the way
milestones-group-reached = Reached
milestones-group-resting = Resting
milestones-group-let_go = Let go
milestones-read-on = Read on
milestones-read-less = Show less
milestones-menu = More for “{ $title }”
milestones-seen-by = { $name } can see this

milestones-edit = Change the words
milestones-happened = It happened
milestones-day = Change the day
milestones-mark = Mark it…
milestones-share = Share with { $name }
milestones-see = See what { $name } sees
milestones-rest = Let it rest
milestones-let-go = Let it go
milestones-back = Bring it back
milestones-take-back = Stop sharing
milestones-delete = Delete it

milestones-form-new = Write one down
milestones-form-edit = Change the words
milestones-what = What is it?
milestones-what-hint = In your own words, as short or as long as you like.
milestones-why = Why it matters
milestones-reached-on = The day it happened
milestones-reached-on-hint = Leave it out while it is on the way.
milestones-count = Count days towards it
milestones-count-hint = Only you ever see the days. They never start over, they go on.
milestones-number = How many days?
milestones-number-hint = From 1 to { $most }.
milestones-number-bound = A number from 1 to { $most }, please.
milestones-since = From which day on?
milestones-since-missing = The count needs a day to begin with.
milestones-keep = Keep it
milestones-unfinished = You had begun to change this. Here are those words.
milestones-as-it-was = Back to how it was

milestones-happened-title = When did it happen?
milestones-happened-text = Today, or any day before it.
milestones-day-title = Change the day
milestones-day-label = The day
milestones-day-missing = Choose a day first.
milestones-day-none = It has not happened yet

milestones-days =
    { $days ->
        [0] The first day is under way.
        [1] Your one day is yours.
       *[other] Your { $days } days are yours.
    }
milestones-days-lived =
    { $number ->
        [1] The day you named is lived.
       *[other] The { $number } days you named are lived.
    }
milestones-days-about = About these days
milestones-days-since = Counted since { $day }.
milestones-days-none = No days are being counted now. What was counted stays.
milestones-days-number =
    { $number ->
        [1] You named one day.
       *[other] You named { $number } days.
    }
milestones-days-expected = That may be on { $day }.
milestones-again = Start again from…
milestones-again-title = Start again from…
milestones-again-text =
    { $days ->
        [0] Nothing is lost. What was lived goes on counting.
        [1] Nothing is lost. Your one day stays yours, and the count goes on from there.
       *[other] Nothing is lost. Your { $days } days stay yours, and the count goes on from there.
    }
milestones-again-yes = Start from this day
milestones-move = Move the first day
milestones-move-title = Move the first day
milestones-move-text = You need no reason, and nobody sees it.
milestones-move-yes = Move it
milestones-spans = Each time, from its first day
milestones-span-open = From { $from }, and it goes on
milestones-span-closed = From { $from } to { $until }
milestones-span-move = Move the first day, { $from }
milestones-span-mistyped = I mistyped this day, { $from }
milestones-mistyped = I mistyped this day

milestones-share-title = Share with { $name }
milestones-share-text = A copy goes to the two of you. Your own stays here, and you can stop sharing whenever you like.
milestones-share-why = Take along why it matters
milestones-share-yes = Share it
milestones-left-why = why it matters
milestones-left-days = the days, the number and the day they began
milestones-left-reached = the day it happened
milestones-see-title = What { $name } can see
milestones-see-differs = You have changed it since. { $name } sees it as it was when you shared it.
milestones-see-stop = Stop sharing
milestones-see-truth = If you stop, { $name } may remember it or have kept a copy. We can only stop what comes next.

milestones-take-back-title = Stop sharing “{ $title }”?
milestones-take-back-text = It is erased where you both see it. If it came from your own space, your own stays there. The other of you may remember it or have kept a copy. We can only stop what comes next.
milestones-delete-title = Delete “{ $title }”?
milestones-delete-text = Its words and days are erased from this computer, and this cannot be undone. Old backups may hold them for up to twelve months. What was kept on the shelf stays.
milestones-delete-shared = It is erased where { $name } sees it too. She may remember it or have kept a copy.

milestones-said-kept = Kept.
milestones-said-changed = Changed.
milestones-said-reached = Kept. It happened.
milestones-said-not-yet = It is on the way again.
milestones-said-resting = It rests.
milestones-said-let_go = Let go.
milestones-said-on_the_way = It is back.
milestones-said-again = The count goes on from that day. Nothing is lost.
milestones-said-moved = Moved.
milestones-said-mistyped = Taken away.
milestones-said-shared = Shared. { $name } can see it now.
milestones-said-taken-back = No longer shared.
milestones-said-deleted = Deleted.
