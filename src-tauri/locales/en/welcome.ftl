# The first time of somebody: what to know, how it looks, who she is, her passphrase, her spare words.
welcome-back = Back
welcome-go-on = Go on
welcome-to-the-door = Back to the door

welcome-title = Welcome
welcome-lead = First, how this window speaks to you. You can change all of it later.

welcome-read-title = A minute to read
welcome-read-lead = It is worth knowing this before you write anything.
welcome-read-who-title = Who this is for
welcome-read-who = A mother and a daughter, either of them in recovery, or both. It works for one person, too. It is not treatment, and nobody reads along.
welcome-read-not-title = When not to use it
welcome-read-not = Please do not use it if somebody watches this computer, or if there is violence at home. Help now, at the bottom left, is there for that as well.
welcome-read-private-title = What is private
welcome-read-private = What is yours opens with your passphrase alone. The other one of you cannot read it, and neither can we. What you share is open to both of you. Your name, your colour, and the language, place and light you chose can be seen by anyone at this computer.
welcome-read-cannot-title = What it cannot stop
welcome-read-cannot = Somebody who knows your passphrase. A program that records what is typed. Whoever administers this computer. A page once printed, a copy once made.
welcome-read-lost-title = If you lose your passphrase
welcome-read-lost = Twelve spare words on paper will open your space. With neither, it stays closed and kept: we cannot open it for you, and nor can anyone else.
welcome-read-hide-title = Hide now
welcome-read-hide = The button at the top right empties this window and closes it at once. Pressing Shift three times does the same. What you were writing is kept, sealed. It cannot hide what somebody has already seen, or that Twinflower is on this computer.
welcome-read-done = I have read this

welcome-her-title = What shall we call you?
welcome-her-lead = A nickname is fine. Anyone at this computer can read it at the door.
welcome-her-name = Your name
welcome-her-colour = Your colour
welcome-her-colour-hint = Each colour has a pattern of its own, so that you are never a colour alone.
welcome-her-needed = This one is needed.

welcome-pass-title = Your passphrase
welcome-pass-lead = It opens what is yours. Nobody else has it, and nobody can send it to you.

welcome-spare-title = Twelve spare words
welcome-spare-lead = Write them on paper, in this order, and keep the paper where only you look.
welcome-spare-why = They open your space if the passphrase is ever lost. There is no button to copy them: what is copied can be read by other programs, and a photo goes where photos go. Paper does not.
welcome-spare-list = Your twelve spare words
welcome-spare-done = I have written them down

welcome-try-title = Try your paper once
welcome-try-lead = Type the twelve words from your paper. Capitals and line breaks do not matter.
welcome-try-field = The twelve words from your paper
welcome-try-look = Look at them again
welcome-try-done = Come in
welcome-try-busy = Making your space…
