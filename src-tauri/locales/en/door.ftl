# The door: the only screen when nobody is here.
door-title = Who’s here?
door-lead = One of you, or both.
door-lead-alone = Come in when you like.
door-passphrase = { $name }’s passphrase
door-passphrase-short = Your passphrase
door-come-in = Come in
door-opening = Opening…
door-here = Here
door-lock-mine = Lock my side
door-forgot = I have my spare words
door-together = When both of you are here, only what you share is on the screen. What is only yours stays closed.
door-go-on = Go on
door-go-on-together = Go on together
door-newcomer = Somebody else’s first time here

# Another family of this computer.
families-other = Another family…
families-title = Another family
families-lead = Each family has its own door and its own words. Nothing goes from one to another.
families-two = { $first } and { $second }
families-unreadable = A family whose names cannot be read
families-start = Start another family

# Somebody who is in and waits for a yes.
yes-title = { $name } has made her way in
yes-lead = What is hers stays hers. With your yes, what you share opens to { $name } too.
yes-six = Six words that stand for { $name }’s key
yes-six-hint = { $name } has the same six on her screen, when she is here alone. If you like, read them to each other first.
yes-yes = Yes, let { $name } in
waits-title = What is yours is open
waits-how = What the two of you share opens after a yes from the one who was here before you, the next time she comes in. Everything else here is ready.
waits-six = Six words that stand for your key
waits-six-hint = She sees the same six. If you like, read them to each other.

mine-open = Open what is yours
mine-open-why = You were both here, so your own pages are closed. Only what you share is open now. To write something new, open what is yours.
mine-open-do = Open

spare-used-title = Your spare words have been used, so they do not open anything any more.
spare-used-text = With twelve new ones on paper, a lost passphrase is not the end of it.

# A passphrase that was lost.
lost-words-title = { $name }’s spare words
lost-words-lead = Type the twelve words from your paper. Capitals and line breaks do not matter.
lost-words-count =
    { $count ->
        [0] There are no words here yet. Twelve are on your paper.
        [one] That is one word so far. Twelve are on your paper.
       *[other] That is { $count } words. Twelve are on your paper.
    }
lost-neither = I have neither
lost-passphrase-title = A new passphrase
lost-passphrase-lead = The spare words are used up by this. You can make new ones once you are in.
lost-passphrase-done = Come in
lost-neither-title = Beginning again
lost-neither-lead = Without the passphrase and without the spare words, this is what can be done for { $name }.
lost-neither-closed = What was only yours stays closed, and is kept as it is. We cannot open it, and nor can anyone else.
lost-neither-new = You get a new space of your own, with a new passphrase and new spare words.
lost-neither-ours = What the two of you share opens to you again, when { $name } says yes with her passphrase.
lost-neither-ours-alone = What was shared is closed with it, because nobody else is here to open it. It is kept, too.
lost-neither-others = { $name }’s passphrase
lost-neither-others-hint = { $name } types it here. It is her yes.

unreadable-title = This cannot be opened for the moment
unreadable-again = Try again
