# A passphrase and the spare words, wherever they are asked for.
passphrase-which = Which words?
passphrase-offered = Five words we offer
passphrase-own = Words of my own
passphrase-words = Five words, drawn at random on this computer
passphrase-other = Five other words
passphrase-type = Type the five words once
passphrase-type-hint = Say them to yourself as a small story. It helps to remember them.
passphrase-mine = Your passphrase
passphrase-mine-hint = Long is better than complicated: four or five words that do not belong together. Not a line from a song, and nothing that somebody who knows you would guess.
passphrase-again = The same once more
passphrase-needed = This one is needed.
passphrase-differ = The two are not the same. Nothing was lost. Look at what you typed with Show, or type it again.
passphrase-differ-offered = These are not the five words above. Nothing was lost. Compare them, or ask for five others.
passphrase-busy = One moment, this is slow on purpose…
passphrase-yours = Your passphrase
