# The next hour. At the door, too: with nothing needed, nothing kept, and nothing that can go wrong.
hour-title = The next hour
hour-lead = Only this hour. Take what helps and leave the rest. Nothing here is counted.
hour-leave = Back
hour-from-help = The next hour
hour-from-help-about = Breathing, letting tension go, your five senses, riding out an urge. You need nothing for it.
hour-more = When this is not enough:
hour-more-help = People and numbers to call
hour-step-back = The one before
hour-step-skip = Skip this one
hour-step-next = Next
hour-step-enough = That is enough

hour-exercise-breathing = Breathe with the flower
    .about = In as it opens, out as it closes. As slow as you like, for as long as you like.
hour-breathing-open = Breathe
hour-breathing-lead = Sit or lie as you like. Let the breath be soft, not big. If you feel dizzy, stop and breathe as usual.
hour-breathing-ready = Whenever you are ready
hour-breathing-part-in = Breathe in
hour-breathing-part-hold = Wait a little
hour-breathing-part-out = Breathe out
hour-breathing-part-rest = Rest a little
hour-breathing-paused = The flower waits
hour-breathing-rested = The flower rests. It opens again whenever you like.
hour-breathing-begin = Begin
hour-breathing-pause = Pause
hour-breathing-go-on = Go on
hour-breathing-stop = Stop
hour-breathing-pace-now = In for { $in } seconds{ $hold ->
    [0] {""}
    [one] , wait for one
   *[other] , wait for { $hold }
 }, out for { $out }{ $rest ->
    [0] {""}
    [one] , rest for one
   *[other] , rest for { $rest }
 }.
hour-breathing-pace = Change the pace
hour-breathing-length-in = Breathe in for
hour-breathing-length-hold = Then wait for
hour-breathing-length-out = Breathe out for
hour-breathing-length-rest = Then rest for
hour-breathing-seconds = { $seconds ->
    [0] No time at all
    [one] One second
   *[other] { $seconds } seconds
 }
hour-breathing-calm = Back to the calm pace
hour-breathing-still = A picture that does not move
hour-breathing-still-hint = A ring that fills shows the breath instead.

hour-exercise-muscles = Let tension go
    .about = One part of the body after another, at your own pace.
hour-muscles-lead = Tighten for about one slow breath, then let go for two. Half your strength is enough. Skip whatever hurts or does not feel right.
hour-muscles-tighten = Tighten
hour-muscles-let-go = Let go
hour-muscles-choose = Choose a part
hour-muscle-hands = Hands
    .tighten = Make two fists.
    .let-go = Let the hands open, and lie however they lie.
hour-muscle-arms = Arms
    .tighten = Press your elbows against your sides.
    .let-go = Let the arms hang, or rest on something.
hour-muscle-shoulders = Shoulders
    .tighten = Lift them towards your ears.
    .let-go = Let them sink. And a little more.
hour-muscle-forehead = Forehead
    .tighten = Raise your eyebrows.
    .let-go = Let them drop, and the forehead with them.
hour-muscle-eyes = Eyes
    .tighten = Close them firmly.
    .let-go = Leave them closed or open. Let them be soft.
hour-muscle-jaw = Jaw
    .tighten = Press your teeth together, gently.
    .let-go = Let the jaw hang a little. The tongue may lie where it likes.
hour-muscle-back = Upper back
    .tighten = Draw your shoulder blades together.
    .let-go = Let them slide apart. Lean on what is behind you.
hour-muscle-legs = Legs
    .tighten = Press both feet into the floor.
    .let-go = Stop pressing. The floor carries them.
hour-muscle-feet = Feet
    .tighten = Curl your toes.
    .let-go = Let the toes spread and lie still.
hour-muscle-all = All of you
    .tighten = Breathe in, and notice what is still tight. It may stay that way.
    .let-go = Breathe out. Stay like this as long as you like.

hour-exercise-senses = Five senses
    .about = Find the room around you again.
hour-senses-lead = Say them out loud, or only think them. There is no wrong answer.
hour-sense-see = Five things you can see
    .about = Let your eyes go around slowly. The edge of the table, a light, a colour.
hour-sense-touch = Four things you can touch
    .about = Your sleeve, the chair, one hand in the other. Warm or cool, rough or smooth?
hour-sense-hear = Three things you can hear
    .about = One far away, one near. Your own breath may be one.
hour-sense-smell = Two things you can smell
    .about = The air in the room, your sleeve, the pages of a book. Faint is fine.
hour-sense-taste = One thing you can taste
    .about = Only what is there already. Or feel where your tongue lies.
hour-sense-here = You are here
    .about = In this room, in this hour. You can go round again, or leave it at that.

hour-exercise-wave = Ride out an urge
    .about = It comes like a wave, and it goes like one.
hour-wave-lead = An urge grows, is at its highest, and goes down again. You can stay beside it while it does.
hour-wave-how-long = How long would you like to stay with it?
hour-wave-minutes = { $minutes } minutes
hour-wave-begin = Begin
hour-wave-leave = Leave it here
hour-wave-again = Another wave
hour-wave-meanwhile = Meanwhile, if you like:
hour-wave-goes-on = The wave goes by meanwhile.
hour-wave-gone-by = The wave has gone by.
hour-wave-back = Back to the wave
hour-wave-picture = A wave on quiet water, and a petal that it carries
hour-wave-picture-rises = The wave rises, and carries the petal up
hour-wave-picture-top = The petal is at the top of the wave
hour-wave-picture-falls = The wave goes down, and the petal with it
hour-wave-comes = It comes like a wave. You do not have to stop it.
hour-wave-not-fight = You do not have to fight it, and you do not have to do what it says.
hour-wave-where = Where do you notice it most? In the chest, the hands, the throat? Only notice.
hour-wave-breath = Let one breath out slowly. Then the next one comes by itself.
hour-wave-thought = A thought that comes with it is a thought. It may sit beside you.
hour-wave-top = It may be strong now. This is the top. It does not stay like this.
hour-wave-look = Look at something near you for a while. Its edges, its colour.
hour-wave-before = Waves have come before this one, and every one of them has gone.
hour-wave-quieter = It may be a little quieter now. If it is not, that is all right.
hour-wave-stay = Feel what carries you: the chair, the floor. Stay as long as you like.
hour-wave-over = You are here. The next one, if it comes, is another wave.
