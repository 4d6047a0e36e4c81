# Goals: intended outcomes, hers or shared. Agreed, not assigned. In what both share nothing is so many of so many.
goals-title = Goals
goals-lead = Something to try. It can change, rest, or be let go.
goals-lead-together = What the two of you are trying.
goals-empty = Nothing here yet. Small counts.
goals-empty-together = Nothing here yet. It can be something small you would both like.
goals-add = Set down a goal
goals-nothing-found = Nothing here holds these words.

goals-find = Find a goal
goals-show = Show
goals-show-all = All
goals-show-mine = Mine
goals-show-ours = Ours

goals-group-waits_for_me = Waits for your answer
goals-group-active = Going on
goals-group-waits_for_yes = Proposed
goals-group-not_now = Not now
goals-group-resting = Resting
goals-group-finished = Finished
goals-group-let_go = Let go

goals-proposed-by = { $name } proposes this. You can answer whenever you like, or not at all.
goals-you-agreed = You have said yes. It begins when you both have.
goals-has-agreed = { $name } has said yes.
goals-each-asked = It begins when you both have said yes.
goals-stays-mine = Stays with you
goals-is-shared = Also in what you share
goals-agree = Yes, I agree
goals-agrees = { $name } agrees
goals-not-now = Not now
goals-look-again = Look at it again
goals-menu = More for “{ $title }”
goals-about = More about it
goals-about-less = Less about it

goals-target-agreed = What you agreed
goals-target-week =
    { $times ->
        [1] Once a week
        [2] Twice a week
       *[other] { $times } times a week
    }
goals-target-total =
    { $times ->
        [1] Once
        [2] Twice
       *[other] { $times } times in all
    }
goals-target-day = By { $day }
goals-target-yes-no = It happens or it does not
goals-times =
    { $times ->
        [0] Not yet written down
        [1] Once, all together
        [2] Twice, all together
       *[other] { $times } times, all together
    }

goals-helps = What helps
goals-achievement = What came of it
goals-achievement-not_said = Not said
goals-achievement-going_on = It is going on
goals-achievement-reached = It was reached
goals-achievement-changed = It became something else
goals-check-ins = Written down so far
goals-check-ins-none = Nothing written down yet. There is no need to.
goals-check-ins-earlier = Earlier ones
goals-check-in-edit = Change what was written { $when }
goals-check-in-edit-title = Change the words
goals-check-in-remove = Delete what was written { $when }
goals-when-today = Today
goals-when-yesterday = Yesterday
goals-when-weekday = On { $day }
goals-when-day = On { $day }
goals-when-word-today = A word today
goals-when-word-yesterday = A word yesterday
goals-when-word-weekday = A word on { $day }
goals-when-word-day = A word on { $day }

goals-edit = Change it
goals-rest = Let it rest
goals-finish = It is finished
goals-let-go = Let it go
goals-back = Bring it back
goals-propose = Propose it to { $name }
goals-propose-help = Share what helps with { $name }
goals-take-back = Take it back
goals-delete = Delete it
goals-erase-mine = Erase what I wrote
goals-erase-hers = Erase what { $name } wrote

goals-what = What would you like to try?
goals-what-together = What would you both like to try?
goals-why = Why it matters
goals-helps-hint = A time, a place, a person, something to have at hand.
goals-how-far = How far it goes
goals-how-far-none = I leave it open
goals-how-far-week = So many times a week
goals-how-far-total = So many times in all
goals-how-far-yes-no = It happens or it does not
goals-how-far-day = By a day
goals-times-week = How many times a week?
goals-times-total = How many times in all?
goals-times-hint = From 1 to { $most }.
goals-by-day = By which day?
goals-touches-use = This is about using, eating or hurting myself
goals-touches-use-hint = Then it stays in your own space and cannot be shared. The help around it can be.
goals-asks-again = You both agreed to these words. With the goal or how far it goes changed, it asks both of you again.
goals-keep = Keep it
goals-keep-ask = Keep it and ask again
goals-form-new = Set down a goal
goals-form-edit = Change this goal

goals-check-in = Write it down
goals-check-in-who = Whose word is it?
goals-check-in-day = Which day?
goals-check-in-kind = What is it?
goals-check-in-done = It happened
goals-check-in-word = Only a word about it
goals-check-in-word-hint = For a day when it did not, or when something is to be said. Nothing counts it.
goals-check-in-words = A few words
goals-check-in-ours = You both can read this.

goals-propose-lead = She can say yes, or leave it. You will not be told which.
goals-propose-why = Take along why it matters
goals-propose-helps = Take along what helps
goals-propose-yes = Propose it
goals-propose-stays = The goal itself stays with you
goals-propose-stays-text = It is about using, eating or hurting yourself. What helps can be shared, as a goal of its own.
goals-propose-help-title = What it is called there
goals-left-goal = the goal and its words
goals-left-why = why it matters
goals-left-helps = what helps
goals-left-check-ins = what you wrote down

goals-take-back-title = Take this proposal back?
goals-take-back-text = It is erased from what you share. Your own goal stays. { $name } may remember it or have kept a copy. This can only stop what comes next.
goals-take-back-together = It is erased from what you share. This cannot be undone.
goals-delete-title = Delete this goal?
goals-delete-text = The goal and everything you wrote about it are erased from this computer. This cannot be undone. A backup may hold it for up to twelve months.
goals-erase-title-mine = Erase your part?
goals-erase-text-mine = Everything you wrote about this goal is erased for good, the goal is let go, and it leaves your list. The goal itself stays with the other of you until she erases it too. A backup may hold your words for up to twelve months.
goals-erase-title = Erase { $name }’s part?
goals-erase-text = Everything { $name } wrote about this goal is erased for good, the goal is let go, and it leaves { $name }’s list. The goal itself goes when both of you have erased it. A backup may hold the words for up to twelve months.
goals-remove-title = Delete these words?
goals-remove-text = They are erased from this computer. This cannot be undone. A backup may hold them for up to twelve months.

goals-said-kept = Kept.
goals-said-agreed = You said yes.
goals-said-agreed-hers = { $name } said yes.
goals-said-not-now = Laid aside. Only you can see that.
goals-said-proposed = Proposed.
goals-said-taken-back = Taken back.
goals-said-course-open = It goes on.
goals-said-course-resting = It rests.
goals-said-course-finished = Finished.
goals-said-course-let_go = Let go.
goals-said-achievement = Kept.
goals-said-written = Written down.
goals-said-deleted = Deleted.
goals-said-erased = Erased.
