### What can go wrong. Two sentences for each: what happened and what is safe, then what to do next.
### The core names them by id (core/src/errors.rs); a test holds that each name has both.

error-wrong-words = These words do not open it. Nothing was lost.
error-wrong-words-advice = Try again whenever you like; there is no limit.

error-damaged-slot = A file this computer needs to open your space is damaged. Your words themselves were not touched.
error-damaged-slot-advice = Your newest copy brings your words back: start another family here, or open a new folder, and bring the copy back there.

error-weak-passphrase = This passphrase could be guessed too soon. Nothing has been set yet.
error-weak-passphrase-advice = Longer helps most: four or five words that do not belong together.

error-spare-words-differ = These are not the twelve words that were on the screen. Nothing was lost.
error-spare-words-differ-advice = Compare the spelling and the order, or look at the words again.

error-spare-words-used = These spare words were used before, so they do not open anything any more. Nothing was lost.
error-spare-words-used-advice = Use the newest twelve words you wrote down, or your passphrase.

error-damaged-store = Part of what is kept on this computer cannot be read. Nothing was changed.
error-damaged-store-advice = If you have a backup, you can bring your words back from it.

error-later-version = This was written by a newer Twinflower. Nothing was changed.
error-later-version-advice = Update Twinflower on this computer, then open it again.

error-disk-full = The disk of this computer is full, so this was not kept. Everything before it is safe.
error-disk-full-advice = Make some room on the disk, then try once more.

error-read-only = Twinflower may not write in its folder, so this was not kept. Everything before it is safe.
error-read-only-advice = Look at who may write in that folder, or at the disk, then try once more.

error-already-open = Twinflower is open in another window. Nothing was changed.
error-already-open-advice = Go on there, or close it and try again here.

error-saving-stopped = The disk did not confirm this, so it was not kept. Everything before it is safe.
error-saving-stopped-advice = Hold on to what you just wrote, and try once more. If it stays so, this disk may be failing: make a copy on a stick.

error-not-a-bundle = This file is not a copy that Twinflower made. Nothing was changed.
error-not-a-bundle-advice = Look for a file whose name ends in “.twinflower”.

error-damaged-bundle = This copy is damaged, so nothing was taken from it. What is on this computer is as it was.
error-damaged-bundle-advice = Try another copy, an older one if there is one.

error-other-family = This copy is of another family, or of a space that was left behind. Nothing was changed.
error-other-family-advice = It can be brought back on its own, in a new folder where nobody has come in yet.

error-not-paired = This computer is not paired with that one. Nothing was changed.
error-not-paired-advice = Add it again, with both computers in front of you.

error-refused-meeting = What the other computer said could not be taken, so nothing of it was. What is here is as it was.
error-refused-meeting-advice = It is set aside until you say otherwise. Look at the other computer, and bring Twinflower up to date on both.

error-no-copy = There is no copy on this computer to bring back. What could not be read is kept as it is.
error-no-copy-advice = If you have a copy on a stick, say where it is.

error-put-back = What is here is older than what was kept before, so no copy was made over a newer one. Nothing was changed.
error-put-back-advice = Bring back a newer copy if there is one, then choose “Go on from here”.

error-no-such-folder = There is no folder with this name. Nothing was changed.
error-no-such-folder-advice = Look at how it is written, or choose it from the list of folders.

error-file = A file could not be read or written. What was kept before is safe.
error-file-advice = Try once more. If it stays so, start this computer again.

error-blank = There is nothing written here yet.
error-blank-advice = A few words are enough.

error-too-long =
    { $bound ->
        [one] This is longer than one character. Nothing was cut.
       *[other] This is longer than { $bound } characters. Nothing was cut.
    }
error-too-long-advice = Shorten it a little, then keep it.

error-future-day = That day has not come yet. Nothing was changed.
error-future-day-advice = Choose today or a day before it, or leave the day out.

error-long-ago = That day is too long ago to be kept here. Nothing was changed.
error-long-ago-advice = Choose a day in the year 1900 or after it, or leave the day out.

error-days-cross = These days do not follow one another. Nothing was changed.
error-days-cross-advice = Choose a day that lies between the start and the end of them.

error-out-of-bounds = This number is not between one and { $bound }. Nothing was changed.
error-out-of-bounds-advice = Choose a smaller one, or one that is more than nothing.

error-stays-mine = This stays in your own space and cannot be shared. Nothing was changed.
error-stays-mine-advice = You can share the help that was agreed around it, in words of its own.
error-not-for-everybody = This way is not for everybody, so it stays with you. Nothing was changed.
error-not-for-everybody-advice = Any of your other ways can be lent.

error-closed = This is closed now. What was kept is safe.
error-closed-advice = Come in again to go on.

error-not-hers = This belongs to the other one of you. Nothing was changed.
error-not-hers-advice = Only she can change it.

error-needs-her-passphrase = While you are both here, this needs the passphrase of the one it is about. Nothing was changed.
error-needs-her-passphrase-advice = Type your passphrase, or wait until you are here alone.

error-handed-over = This letter’s moment has come, so it belongs to the one it is for. Nothing was changed.
error-handed-over-advice = You can write another letter whenever you like.

error-not-now = You said “Not now”, so nothing new is shared. Nothing was changed.
error-not-now-advice = You can turn that off under What I share, whenever you like.

error-needs-both = This is for the two of you together. Nothing was changed.
error-needs-both-advice = Open it when you are both here.

error-gone = This is not here any more. Nothing else was changed.
error-gone-advice = Go back and look at what is there now.

error-not-agreed = The two of you have not both agreed to this yet. Nothing was changed.
error-not-agreed-advice = It can wait as long as it likes.

error-two-already = Two people share this family already, and a family is two. Nothing was changed.
error-two-already-advice = Another pair can have a family of their own on this computer.

error-span-too-long = These are more than the { $bound } days that one page can be about. Nothing was changed.
error-span-too-long-advice = Choose fewer days, or make two pages.

error-no-weekday = There is no weekday chosen yet. Nothing was changed.
error-no-weekday-advice = Choose one or more days of the week.

error-no-such-day = There is no such day in the calendar. Nothing was changed.
error-no-such-day-advice = Choose another day or another month.

error-no-such-file = There is no file with this name that can be opened. Nothing was changed.
error-no-such-file-advice = Look at how it is written, or choose it from the list of files.

error-not-a-picture = This file is not a picture that can be read here. Nothing was changed.
error-not-a-picture-advice = A JPEG, a PNG or a still WebP works.

error-picture-too-large = This picture is larger than can be looked at here. Nothing was changed.
error-picture-too-large-advice = Make it smaller, below 25 megabytes, or choose another one.

error-broken-picture = This picture is not whole, so it was not kept. The file itself was not touched.
error-broken-picture-advice = Choose another one, or copy it again from where it came.

error-not-signed = Somebody whose words are on this page has not signed off her part yet. Nothing was made.
error-not-signed-advice = It can wait, or her pieces can be left out.

error-nothing-chosen = Nothing is on this page yet, so nothing was made.
error-nothing-chosen-advice = Choose a piece or two first.

error-page-stopped = Making the page was stopped. Nothing was lost.
error-page-stopped-advice = Look at it again whenever you like.

error-page-not-made = This page could not be made. Nothing of what you kept was touched.
error-page-not-made-advice = Choose fewer pieces, or try once more.

error-page-too-much = This is more than fits on one page to print. Nothing of what you kept was touched.
error-page-too-much-advice = Choose fewer pieces or fewer days, or make two pages.

error-page-photo = The photo cannot be put on the page. The photo itself was not touched.
error-page-photo-advice = Leave the photo out, and the rest of the page can be made.

error-no-viewer = This computer has no program that shows a page to print. Nothing was printed.
error-no-viewer-advice = Save it as a PDF instead, and print it where one can be opened.

error-door-full = There is no more room for words at the door, so this was not kept. Everything before it is safe.
error-door-full-advice = Make what can be read there shorter, or untick something first.

error-ticket-unread = This is not a whole ticket. Nothing was changed.
error-ticket-unread-advice = Copy all of it once more, or choose its file.

error-ticket-later = This ticket was made by a newer Twinflower. Nothing was changed.
error-ticket-later-advice = Update Twinflower on this computer, then try once more.

error-ticket-own = This ticket was made on this very computer. Nothing was changed.
error-ticket-own-advice = Take it to the other one.

error-ticket-over = This ticket is used up, or too old. Nothing was changed.
error-ticket-over-advice = Make a new one whenever you like.

error-ticket-refused = The other computer does not take this ticket, or not any more. Nothing was changed.
error-ticket-refused-advice = Make a new ticket there.

error-not-the-same = One of you said that the words are not the same. So the two were not joined, and nothing was changed.
error-not-the-same-advice = Try once more with a new ticket. If they differ again, try it in another house.

error-not-reached = The other computer was not found. Nothing was changed.
error-not-reached-advice = See that both are in the same network, and that the ticket is still shown there.

error-pairing-cut = The two lost each other on the way. What is here is safe.
error-pairing-cut-advice = Try once more with a new ticket.

error-no-network = This computer has no network on which it could meet another one. Nothing was changed.
error-no-network-advice = Join the network of the other one, or take a copy on a stick.

error-no-copy-came = No copy came from the other computer. Nothing was changed here.
error-no-copy-came-advice = Try once more. There, come in alone and choose “It is a new one of mine”.
