# Knowing more: short cards to read, whenever somebody likes. Nothing notes what was read.
knowing-title = Knowing more
knowing-lead = Short cards, to read whenever you like. Nobody notes which ones you open.
knowing-find = Find a card
knowing-found-none = No card speaks of that. Another word may find one.
knowing-shelf-recovery = What it is
knowing-shelf-safety = The body, and safety
knowing-shelf-birth = After birth
knowing-shelf-between = Between us
knowing-shelf-everyday = Every day
knowing-source = From: { $source }
knowing-written = Put in our words on { $day }. No doctor or nurse has read over these words yet.
knowing-keep = Keep it for the next hour
knowing-let-go = Take it out of the next hour
knowing-kept = It is there in your next hour.
knowing-let-gone = It is no longer in your next hour.
knowing-to-letter = Put it into a letter
knowing-from-hour = Short cards to read
knowing-in-hour = Cards I keep
knowing-put-in = Put a card into this letter
knowing-put-in-which = Which card
knowing-put-in-note = Its words go in at the end. Then they are yours to change.
knowing-put-in-yes = Put it in
knowing-put-in-done = It stands at the end of your letter.
knowing-quoted = “{ $title }”

    { $text }

    ({ $source })
