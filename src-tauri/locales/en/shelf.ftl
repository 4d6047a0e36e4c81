# The shelf: what stays. Nothing takes a keepsake away but its owner's own act.
shelf-lead = What was celebrated, and what one of you saw. It stays, whatever comes.
shelf-empty = Nothing stands here yet. The first thing can be small.
shelf-about = { $name } · { $day }
shelf-find = Find something on the shelf
shelf-found-none = Nothing here has these words.
shelf-back = Back to the shelf
shelf-menu = What you can do with “{ $title }”
shelf-seen-by = { $name } saw you do this
shelf-handed-on-by = Handed on by { $name }
shelf-ritual = You did this together: { $ritual }
shelf-is-handed-on = A copy of it stands on the other’s shelf.
shelf-lines = What was said
shelf-photo = The photo that is kept with it
shelf-photo-gone = The photo is not here any more.

shelf-hand-on = Hand it on
shelf-hand-on-title = Hand it on to { $name }?
shelf-hand-on-text = A copy stands on her shelf from then on and is hers. Yours stays yours.
shelf-hand-on-stays = the lines, the letters and the photo
shelf-handed-on = Handed on. Yours stays where it is.

shelf-lines-remove = Take my lines out
shelf-lines-remove-hers = Take { $name }’s lines out
shelf-lines-remove-title = Take these lines out?
shelf-lines-remove-text = Only these lines go. What the other one of you said stays.
shelf-lines-remove-yes = Take them out
shelf-lines-removed = Taken out.

shelf-delete = Delete it
shelf-delete-title = Delete this keepsake?
shelf-delete-text = Its words and its photo are erased on this computer and cannot be brought back. A backup made before today can keep them for up to twelve months. What you reached stays reached.
shelf-deleted = Deleted.
