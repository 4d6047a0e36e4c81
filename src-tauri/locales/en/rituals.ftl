# Rituals: what repeats because it means something.
rituals-title = Rituals
rituals-lead = Small things that come round again because they mean something.
rituals-empty = Nothing here yet. Small counts.
rituals-add = Set one down
rituals-from-idea = Start from an idea
rituals-today = For today
rituals-others = Another day
rituals-resting = Resting and let go
rituals-search = Search the rituals
rituals-none-found = Nothing here goes by these words.
rituals-filter = Which ones
rituals-filter-all = All
rituals-filter-mine = Mine
rituals-filter-ours = Ours

# One ritual.
rituals-back = All rituals
rituals-whose-mine = Only yours
rituals-whose-ours = Yours together
rituals-whose-hers = From { $name }
rituals-is-shared = You share a copy of it
rituals-menu = More about { $title }
rituals-next = Next on { $day }
rituals-last-kept = Last kept on { $day }
rituals-last-kept-today = Last kept today
rituals-is-resting = Resting for now
rituals-is-let-go = Let go
rituals-rests-until = Resting until { $day }
rituals-steps = What you do

# What is said of today.
rituals-we-did-it = We did it
rituals-i-did-it = I did it
rituals-not-today = Not today
rituals-not-this-week = Not this week
rituals-not-this-month = Not this month
rituals-not-this-year = Not this year
rituals-not-this-time = Not this time
rituals-kept-today = Kept today.
rituals-skipped-today = Left out this time. That is fine.
rituals-add-words = Add a line or a photo
rituals-after-all = We did it after all
rituals-say-nothing = Say nothing of today
rituals-another-day = It was kept another day

# What was done, with Undo beside it.
rituals-said-kept = Kept.
rituals-said-skipped = Left out this time.
rituals-said-cleared = Nothing is said of that day now.
rituals-said-added = It is set down.
rituals-said-edited = Changed.
rituals-said-resting = It rests now.
rituals-said-let-go = Let go. It stays to look back at.
rituals-said-back = It is back.
rituals-said-rests = Its rest is kept.
rituals-said-shared = The other one of you can see it now.
rituals-said-taken-back = It is only yours again.
rituals-said-deleted = Deleted.
rituals-said-photo-out = The photo is taken out.

# What can be done with one.
rituals-edit = Change it
rituals-rest-while = Rest until a day
rituals-rest = Let it rest
rituals-let-go = Let it go
rituals-bring-back = Bring it back
rituals-share = Share it
rituals-take-back = Stop sharing it
rituals-delete = Delete it

# The form.
rituals-form-add = A ritual
rituals-form-edit = Change the ritual
rituals-form-ours = It belongs to you both.
rituals-form-mine = It is only yours until you share it.
rituals-what = What is it called?
rituals-why = What does it mean to you?
rituals-keep = Keep it
rituals-step = Step { $number }
rituals-step-who = Who does step { $number }
rituals-step-add = Add a step
rituals-step-up = Move step { $number } up
rituals-step-down = Move step { $number } down
rituals-step-remove = Take step { $number } away
rituals-step-hint = Who does what, if you like. You can leave it out.
rituals-step-full = That is as many steps as fit.
rituals-time = At what time?
rituals-time-hint = For example { $early } or { $late }.
rituals-time-unclear = This does not read as a time of day yet.

# When it is due.
rituals-when = When is it?
rituals-kind = How often
rituals-kind-once = Once
rituals-kind-daily = By days
rituals-kind-weekly = By weeks
rituals-kind-monthly = By months
rituals-kind-yearly = By years
rituals-every = How often it comes round
rituals-every-days =
    { $every ->
        [1] Every day
        [2] Every other day
       *[other] Every { $every } days
    }
rituals-every-weeks =
    { $every ->
        [1] Every week
        [2] Every other week
       *[other] Every { $every } weeks
    }
rituals-every-months =
    { $every ->
        [1] Every month
        [2] Every other month
       *[other] Every { $every } months
    }
rituals-every-years =
    { $every ->
        [1] Every year
        [2] Every other year
       *[other] Every { $every } years
    }
rituals-weekdays = On which days
rituals-month-by = Which day of the month
rituals-month-by-day = A day by its number
rituals-month-by-weekday = A day of the week
rituals-day-of-month = The day
rituals-nth = Which one
rituals-weekday = Which day of the week
rituals-month = The month
rituals-starts-on = From which day
rituals-once-on = On which day
rituals-ends-on = Until which day
rituals-span = From when, until when
rituals-nth-first = the first
rituals-nth-second = the second
rituals-nth-third = the third
rituals-nth-fourth = the fourth
rituals-nth-last = the last
# $form is the language's ordinal category of the number.
rituals-ordinal =
    { $form ->
        [one] the { $day }st
        [two] the { $day }nd
        [few] the { $day }rd
       *[other] the { $day }th
    }

# The same, said back in one sentence.
rituals-said-when-once = Once, on { $day }
rituals-said-when-weekly =
    { $every ->
        [1] Every { $days }
        [2] Every other week, on { $days }
       *[other] Every { $every } weeks, on { $days }
    }
rituals-said-when-on = { $every } on { $on }
rituals-said-when-nth = { $nth } { $weekday }
rituals-said-when-or-last = { $sentence }, or on the last day of a shorter month
rituals-said-when-or-leap = { $sentence }, or on { $day } when there is none
rituals-said-when-from = { $sentence }, from { $day }
rituals-said-when-until = { $sentence }, until { $day }
rituals-said-when-at = { $sentence }, at { $time }
rituals-choose-weekday = Choose one or more days.

# Ideas.
rituals-ideas-title = Ideas to start from
rituals-ideas-text = Take one as it is, or change every word of it.

# A time it was kept.
rituals-kept-title = A time it was kept
rituals-kept-day = On which day?
rituals-kept-line = A line about it
rituals-kept-line-hint-one = Only you can change this line.
rituals-kept-line-hint-both = This line is from you both.
rituals-kept-photo = A photo
rituals-kept-photo-path = Where the photo is on this computer
rituals-kept-photo-hint = Only the picture is kept, not where or when it was taken.
rituals-kept-photo-choose = Choose a photo
rituals-kept-photo-has = There is a photo from you on this day. A new one takes its place.

# The memory lane.
rituals-lane = When it was kept
rituals-lane-empty = The times you keep it gather here.
rituals-lane-older = Show older days
rituals-lane-menu = More about { $day }
rituals-lane-write = Write or change your line
rituals-lane-photo-out = Take your photo out
rituals-lane-clear = Say nothing of this day
rituals-photo-one = Photo from { $name }, { $day }
rituals-photo-both = Photo from you both, { $day }

# Rest periods.
rituals-rests-title = A time of rest
rituals-rests-text = Nothing is due in it. Afterwards it goes on as before.
rituals-rests-from = From which day
rituals-rests-until-day = Until which day
rituals-rests-keep = Keep this rest
rituals-rests-one = From { $from } until { $until }
rituals-rests-remove = Take away the rest from { $from } until { $until }

# Sharing, and taking back.
rituals-share-title = Share this ritual?
rituals-stays-meaning = what it means to you
rituals-stays-kept = the times you kept it, with their lines and photos
rituals-stays-began = the day it began, and its times of rest
rituals-share-meaning = Share what it means to you as well
rituals-take-back-title = Stop sharing it?
rituals-take-back-text = She may remember it or have kept a copy. We can only stop what comes next. Lines and photos written where you share it go with it; what you wrote in your own space stays.
rituals-take-back-yes = Stop sharing
rituals-delete-title = Delete it for real?
rituals-delete-text = Its words go, and every line and photo of the times it was kept. This cannot be undone. What was printed, and what somebody remembers, we cannot reach. Backups keep it for twelve months at most.
rituals-delete-yes = Delete for real
