# What I share: all of it in one list, any of it taken back; the preview before sharing.
shared-title = What I share
shared-lead = All of yours that { $name } can see. You can take any of it back.
shared-lead-alone = All of yours that is in the shared space. You can take any of it back.
shared-lead-both = What each of you shares. Taking something back asks the passphrase of the one it belongs to.
shared-empty = Nothing of yours is shared. Everything starts as yours alone.
shared-empty-both = Neither of you shares anything of her own yet.
shared-hers = Yours
shared-hers-both = From one of you
shared-joint = Of both
shared-joint-note = These belong to the two of you. Either of you changes them on their own screens.
shared-find = Find what is shared
shared-found-none = Nothing here has these words.
shared-kind = Which kind
shared-kind-all = All
shared-kind-milestone = Milestone
shared-kind-ritual = Ritual
shared-kind-goal = Goal
shared-kind-celebration = Invitation
shared-kind-keepsake = Keepsake
shared-kind-way = Way that helps
shared-origin-mine = Your own stays in your space.
shared-origin-ours = It is only here.
shared-letters = Letters you handed over are not in this list: from its moment on, a letter belongs to the one it is for. Yours are under Letters.
shared-to-letters = Go to Letters

shared-back = Take back
shared-back-title = Take back “{ $title }”?
shared-back-mine = The shared copy is erased. Your own stays in your space as it is.
shared-back-ours = It is only in the shared space. Taking it back deletes it.
shared-back-unknown = What is in the shared space is erased. If it came from your own space, your own stays there.
shared-back-truth = She may remember it or have kept a copy. We can only stop what comes next.
shared-back-yes = Take it back
shared-back-no = Leave it shared
shared-back-done = Taken back. It is no longer shared.

shared-not-now = Not now
shared-not-now-text = One press, and nothing new of yours is shared until you say so. Nothing is announced, and what is already shared stays.
shared-not-now-is-on = Nothing new of yours is shared for now
shared-not-now-is-on-text = Nobody was told. Writing and keeping for yourself go on as always.
shared-not-now-off = Share again when I choose

preview-title = This is what { $name } will see
preview-title-alone = This is what will be seen
preview-left-out = This stays with you
preview-share = Share it

