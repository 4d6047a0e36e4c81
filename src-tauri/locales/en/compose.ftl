# Pages to print, on the screen: choosing what goes onto paper. What stands on the paper itself is in pages.ftl.
compose-lead = A paper to hold. You choose every piece of it, and see it before it is printed.
compose-paper-our_month = Our days
compose-paper-our_month-hint = For the two of you, from what you share.
compose-paper-her_own = My own page
compose-paper-her_own-hint = For yourself, or for someone you would like to show it to.
compose-paper-keepsake = A keepsake
compose-paper-keepsake-hint = One of them on a page of its own, to frame.
compose-paper-ritual_card = A ritual as a card
compose-paper-ritual_card-hint = Who does what, for the fridge.
compose-back = Another paper
compose-to-print = Print this…
compose-to-card = Print as a card

compose-show = What is shown
compose-choose = Choose
compose-look = Look

compose-which-keepsake = Which keepsake
compose-which-ritual = Which ritual
compose-days = Which days
compose-span-this_month = This month
compose-span-last_month = Last month
compose-span-last_days = The last 30 days
compose-span-this_year = This year
compose-span-own = Days of my own
compose-span-own-both = Days of our own
compose-from = From
compose-until = Until
compose-days-cross = The last day comes before the first.
compose-language = Language of the paper
compose-size = Size of the paper
compose-size-a4 = A4
compose-size-us_letter = US Letter

compose-questions = Questions for the session
compose-questions-hint = They stand on the page as you write them. After that they are kept nowhere.
compose-question =
    { $at ->
        [1] A question
       *[other] Question { $at }
    }
compose-question-remove = Leave out question { $at }
compose-question-add = Another question

compose-pieces = What is on it
compose-pieces-lead = Nothing is on it until you tick it.
compose-pieces-lead-both = Nothing is on it until one of you ticks it.
compose-pieces-none = Nothing was written down for these days yet. Other days may hold something.
compose-pieces-none-here = There is nothing here that is yours alone.
compose-pieces-found-none = Nothing here has these words.
compose-pieces-find = Find a piece
compose-more-together = What belongs to you both is chosen when you are both here.
compose-all = All of these
compose-all-of = All of these: { $kind }
compose-no-all = None of these
compose-no-all-of = None of these: { $kind }
compose-show-all = Show all of them
compose-show-all-of = Show all of them: { $kind }
compose-group = { $kind } · { $count }

compose-kind-days = My days at a glance
compose-kind-ritual = Rituals
compose-kind-ritual_line = What was said of a ritual
compose-kind-milestone = Milestones
compose-kind-all_together = Days all together
compose-kind-goal = Goals
compose-kind-helped = What helps
compose-kind-check_in = What was said of a goal
compose-kind-seen = What one saw in the other
compose-kind-said = What was said
compose-kind-question = Questions
compose-kind-title = What it is called
compose-kind-why = Why it matters
compose-kind-rite = What was done
compose-kind-photo = The photo
compose-kind-letter = From a letter
compose-kind-when = When it is
compose-kind-step = Who does what
compose-kind-signatures = Room for your names

compose-empty = Nothing is on this page yet. Tick what you would like on it.
compose-preview = The page
compose-picture = { $paper }, page { $page }. Its words follow.
compose-text = What the page says
compose-page = Page { $page } of { $pages }
compose-page-before = Page before
compose-page-after = Page after
compose-keys = Alt and Page Up or Page Down turn the page from anywhere here.
compose-skip = Skip to the paper
compose-skip-back = Skip back to the pieces
compose-zoom = How large
compose-zoom-fit = Whole
compose-zoom-100 = 100 %
compose-zoom-150 = 150 %
compose-busy = Laying out…
compose-stopped = Stopped. What you ticked is still ticked.
compose-again = Lay it out
compose-only-names = There is only room for names on it so far.
compose-missing = No letters on this computer can show some of what is written. The page has an empty box for each of these:
compose-missing-of = { $script }: { $letters }
compose-missing-emoji = Emoji
compose-missing-private = Signs of one program alone
compose-missing-sign = Other signs
compose-missing-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
compose-missing-advice = The page says the rest, but a screen reader may stumble there. Fonts for these, once installed, are used.

compose-signers = Each signs off her part
compose-signers-text = Each reads what is hers, and unticks what she likes. Then it can be saved and printed.
compose-sign = Read and sign off
compose-sign-of = Read and sign off: { $name }
compose-signed = Signed off
compose-lapsed = This part has changed since it was signed off. It waits for her again.
compose-sign-title = { $name }’s part
compose-sign-text = This is what of { $name }’s is on the page; the page itself shows every word. Untick what would better stay off, and nothing says so.
compose-sign-none = Nothing of { $name }’s is on the page now.
compose-sign-go-on = Sign off

compose-save = Save as PDF
compose-print = Print
compose-copy = Copy as text
compose-outside = Outside Twinflower
compose-outside-text = Paper, a PDF and what is copied are outside our protection. Whoever holds them can read them, and we cannot take them back.
compose-outside-yes = Go on
compose-save-title = Save as PDF
compose-place = Where to
compose-place-hint = A folder, or a file whose name ends in “.pdf”. Choose it, or write where it is.
compose-place-choose = Choose where to save
compose-save-yes = Save
compose-saved = Saved. It is here:
compose-printing = It opens in this computer’s own viewer. Print it from there. That file goes when you lock.
compose-copied = Copied. Paste it where you like.
compose-not-copied = This computer did not let us copy. Nothing is lost.
compose-not-copied-advice = Save it as a PDF instead; its text can be copied from there.

compose-spare = Print these words
compose-spare-text = By hand is safest. To print them, a file with your twelve words lies on this computer until you lock, and some printers keep what they print. Nothing on the page says what the words open.
compose-spare-picture = A page with the twelve words and how to keep it. Nothing on it says what they open.
compose-none = Once something stands on the shelf or among your rituals, it can be put onto paper here.
