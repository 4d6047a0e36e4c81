# Pages: what stands on paper around her own words. Whole numbers come as numbers; names and days come ready.

pages-our-month = Our month
pages-our-year = Our year
pages-our-days = Our days
pages-her-own = My own page
pages-keepsake = A keepsake
pages-ritual-card = A ritual
pages-spare-words = Twelve words

pages-two-names = { $one } and { $other }
pages-chosen = chosen by both, for both
pages-foot = Self-reported. Not a medical or legal record.
pages-number = Page { $page } of { $pages }

pages-day-long = { $day } { $month } { $year }
pages-day-short = { $day } { $month }
pages-day-short-year = { $day } { $month } { $year }
pages-span-in-month = { $from }–{ $until } { $month } { $year }
pages-span-in-year = { $from } { $from-month } – { $until } { $until-month } { $year }
pages-span = { $from } – { $until }
pages-month-year = { $month } { $year }
pages-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
pages-month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
pages-list-comma = ,{ " " }

pages-rituals-ours = Rituals we kept
pages-rituals-hers = Rituals
pages-kept = kept
pages-skipped = chose to skip
pages-blank = blank: nothing written down
pages-wrote = wrote something
pages-reached = a milestone
pages-alt-kept = Kept on: { $days }.
pages-alt-skipped = Chose to skip on: { $days }.
pages-alt-wrote = Wrote something on: { $days }.
pages-alt-reached = A milestone on: { $days }.
pages-alt-rest = Of the other days nothing was written down.
pages-alt-nothing = Of these days nothing was written down.

pages-days = The days at a glance
pages-milestones = Milestones
pages-milestones-words-ours = What, in her words
pages-milestones-words-hers = What, in my words
pages-column-day = Day
pages-all-together = Days all together
pages-all-together-for = For what
pages-all-together-number =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
pages-all-together-on = Up to { $day }. These days only grow.
pages-goals-ours = What we are trying
pages-goals-hers = What I am trying
pages-goal = Goal
pages-goal-stands = Where it stands
pages-times =
    { $times ->
        [1] once
        [2] twice
       *[other] { $times } times
    }
pages-going-on = going on
pages-resting = resting
pages-finished = done with
pages-let-go = let go
pages-goal-reached = reached
pages-goal-changed = became something else
pages-helped = What helps
pages-seen = What we saw in each other
pages-seen-from = { $by } to { $to }
pages-said-ours = What we said
pages-said-hers = In my own words
pages-said-column = Words
pages-about = about { $title }
pages-by = { $name }:
pages-questions = Questions for the session

pages-quote-open = “
pages-quote-close = ”
pages-quote-by = — { $name }
pages-flower = A drawing of a twinflower: two bells on one stem.
pages-photo = A photo of that day.
pages-keepsake-rite = What we did
pages-keepsake-said = What was said
pages-keepsake-letter = From a letter
pages-card-steps = Who does what
pages-card-all = Both
pages-card-what = What
pages-card-who = Who

pages-spare-lead = Their order matters.
pages-spare-check = Read each word back once, against the screen, before this paper is put away.
pages-spare-place = Keep it where only you go. A photo of it is a copy somebody else may find.
pages-spare-who = Whoever has these words can use them.
pages-spare-once = They are good once. After that, you are shown new ones.
