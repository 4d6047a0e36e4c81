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
