# Settings: what she can choose for herself, and what both see of the window.
settings-title = Settings

settings-window = This window
settings-window-note = The same for everyone at this computer.
settings-language = Language
settings-region = Where you are
settings-region-none = I have not said
settings-region-hint = So that Help now shows lines that answer there. Nothing else is done with it, and nothing is sent.
settings-theme = Light
settings-theme-system = As this computer
settings-theme-day = Day
settings-theme-night = Evening

settings-quiet = When nobody is there
settings-quiet-note = While you are both here, the shorter of your two times counts.
settings-idle = Lock by itself after
settings-idle-minutes =
    { $minutes ->
        [one] One quiet minute
       *[other] { $minutes } quiet minutes
    }
settings-idle-never = Never

settings-secrets = What opens your space
settings-secrets-note = Nobody else has these words.
settings-spare-has = Your twelve spare words are on the paper you wrote. We do not have them.
settings-spare-none = Your spare words are used up. Without new ones, a lost passphrase means your space stays closed.
settings-spare-make = Make new spare words
settings-spare-title = New spare words
settings-spare-lead = The old ones stay good until you have tried the new ones once.
settings-spare-keep = Keep these
settings-spare-changed = Your new spare words are good from now on. The old ones are not.
settings-passphrase-change = Change your passphrase
settings-passphrase-title = A new passphrase
settings-passphrase-lead = Your spare words stay as they are.
settings-passphrase-old = Your passphrase until now
settings-passphrase-done = Change it
settings-passphrase-changed = Your new passphrase is good from now on.

settings-lives = What you live with
settings-lives-note = Only you can see this. It narrows what you are offered, and nothing else. Tick several, or none.
settings-lives-substance-use = Substance use
settings-lives-eating-disorder = An eating disorder
settings-lives-postpartum-depression = Depression after a birth
settings-lives-trauma = Trauma
settings-lives-another-illness = Another illness
settings-lives-here-for-her = I am here for her

settings-people = Your people for Help now
settings-people-note = Whom you could ring, besides each other. Twinflower rings nobody by itself.
settings-people-empty = Nobody here yet. One name is enough.
settings-people-add = Write somebody down
settings-people-add-title = Somebody you could ring
settings-people-edit-title = Change what is written
settings-people-name = Name
settings-people-number = Number
settings-people-for = What they are good for
settings-people-for-hint = A walk, a lift home, the middle of the night.
settings-people-readable = Readable while this is locked
settings-people-readable-hint = Then Help now shows it at the door, and anyone at this computer can read the name, the number and all these words.
settings-people-readable-is = Readable by anyone at this computer
settings-people-keep = Keep
settings-people-menu = What to do with { $name }
settings-people-edit = Change
settings-people-remove = Take off the list
settings-people-remove-title = Take { $name } off your list?
settings-people-remove-text = The words are deleted here. A backup you made before still has them.

settings-yours = Yours alone
settings-yours-closed = When you are here alone, with your own space open, your passphrase, your people and the rest are here too.

draft-unfinished = You had not finished this. The words were kept, sealed.
draft-go-on = Go on with them
draft-let-go = Let them go
