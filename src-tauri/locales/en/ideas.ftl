### Ideas to begin with. The core names them by id (core/src/domain/ideas.rs); a person changes every word of them.
###
### The rules are CARE.md's: plain words for a reader of twelve, no cheering, nothing about food, bodies, drink or money,
### nobody told what to feel, and everything may be left out. Titles carry no full stop, steps and notes do.

## Rituals for two. The app says before each step whose it is.

idea-ritual-tea-on-the-step = Tea on the step
idea-ritual-tea-on-the-step-note = A few minutes outside, with something warm to hold.
idea-ritual-tea-on-the-step-step-1 = Put the kettle on.
idea-ritual-tea-on-the-step-step-2 = Find something soft to sit on.
idea-ritual-tea-on-the-step-step-3 = Sit on the step until the cups are empty.

idea-ritual-a-walk = A walk to nowhere
idea-ritual-a-walk-note = As far as the corner is far enough.
idea-ritual-a-walk-step-1 = Choose the way out.
idea-ritual-a-walk-step-2 = Choose the way home.
idea-ritual-a-walk-step-3 = Show each other one thing you had never noticed.

idea-ritual-question-jar = The question jar
idea-ritual-question-jar-note = Fill a jar with folded questions, silly ones too.
idea-ritual-question-jar-step-1 = Draw a question and read it out.
idea-ritual-question-jar-step-2 = Draw the next one.
idea-ritual-question-jar-step-3 = Answer, or fold it up again. Both are fine.

idea-ritual-blue-candle = The blue candle
idea-ritual-blue-candle-note = Any colour will do. It is only ever lit for this.
idea-ritual-blue-candle-step-1 = Light the candle.
idea-ritual-blue-candle-step-2 = Say what the light is for, or say nothing.
idea-ritual-blue-candle-step-3 = Stay until one of you blows it out.

idea-ritual-drawing-side-by-side = Drawing side by side
idea-ritual-drawing-side-by-side-note = It is about the sitting there. The drawing can be awful.
idea-ritual-drawing-side-by-side-step-1 = Lay out paper and pencils.
idea-ritual-drawing-side-by-side-step-2 = Choose a thing in the room to draw.
idea-ritual-drawing-side-by-side-step-3 = Draw it, each in your own way. Nobody has to show theirs.

idea-ritual-minutes-of-quiet = A few minutes of quiet
idea-ritual-minutes-of-quiet-note = Eyes open or closed. Either of you may end it.
idea-ritual-minutes-of-quiet-step-1 = Choose where to sit.
idea-ritual-minutes-of-quiet-step-2 = Say when it begins.
idea-ritual-minutes-of-quiet-step-3 = Be quiet in the same room for as long as it feels good.

idea-ritual-handing-on-a-stone = Handing on the stone
idea-ritual-handing-on-a-stone-note = One stone, kept by one of you and then by the other.
idea-ritual-handing-on-a-stone-step-1 = Tell where the stone has been.
idea-ritual-handing-on-a-stone-step-2 = Take it, and choose where it will live now.
idea-ritual-handing-on-a-stone-step-3 = Choose when it will change hands again.

idea-ritual-one-song-each = One song each
idea-ritual-one-song-each-note = Old or new, loud or soft.
idea-ritual-one-song-each-step-1 = Play a song.
idea-ritual-one-song-each-step-2 = Play one in return.
idea-ritual-one-song-each-step-3 = Listen to the end before you talk.

idea-ritual-watering-the-plant = Watering the plant
idea-ritual-watering-the-plant-note = One plant that belongs to both of you.
idea-ritual-watering-the-plant-step-1 = Water the plant.
idea-ritual-watering-the-plant-step-2 = Turn it to the light.
idea-ritual-watering-the-plant-step-3 = Look for what is new on it.

idea-ritual-sunday-page = The Sunday page
idea-ritual-sunday-page-note = One sheet of paper for the week that was.
idea-ritual-sunday-page-step-1 = Write or draw a little at the top.
idea-ritual-sunday-page-step-2 = Write or draw a little below.
idea-ritual-sunday-page-step-3 = Put the page with the others.

idea-ritual-letter-read-aloud = A letter read aloud
idea-ritual-letter-read-aloud-note = An old letter, a new one, or a postcard from a drawer.
idea-ritual-letter-read-aloud-step-1 = Choose a letter and read it aloud.
idea-ritual-letter-read-aloud-step-2 = Listen. No answer is needed.
idea-ritual-letter-read-aloud-step-3 = Choose where the letter is kept.

idea-ritual-opening-the-window = Opening the window together
idea-ritual-opening-the-window-note = It takes a minute, in any weather.
idea-ritual-opening-the-window-step-1 = Open the window.
idea-ritual-opening-the-window-step-2 = Name one sound from outside.
idea-ritual-opening-the-window-step-3 = Stay for three slow breaths.

idea-ritual-name-for-the-sky = A name for the sky
idea-ritual-name-for-the-sky-note = A sky is never the same twice.
idea-ritual-name-for-the-sky-step-1 = Take a picture of the sky.
idea-ritual-name-for-the-sky-step-2 = Give it a name.
idea-ritual-name-for-the-sky-step-3 = Keep it with the others, or let it go.

idea-ritual-one-page-aloud = One page aloud
idea-ritual-one-page-aloud-note = A book you both like, at the speed of one page.
idea-ritual-one-page-aloud-step-1 = Read a page.
idea-ritual-one-page-aloud-step-2 = Read the next one, if you feel like it.
idea-ritual-one-page-aloud-step-3 = Mark the place for next time.

idea-ritual-same-bench = The same bench
idea-ritual-same-bench-note = One bench, through all the seasons.
idea-ritual-same-bench-step-1 = Choose the hour.
idea-ritual-same-bench-step-2 = Bring the blanket.
idea-ritual-same-bench-step-3 = Sit there, and see what has changed since last time.

idea-ritual-mending-something = Mending something
idea-ritual-mending-something-note = A button, a hinge, a loose page.
idea-ritual-mending-something-step-1 = Find a small thing that is broken.
idea-ritual-mending-something-step-2 = Find what it takes to mend it.
idea-ritual-mending-something-step-3 = Mend it, or agree to let it be.

## Rituals for one.

idea-ritual-three-lines = Three lines before sleep
idea-ritual-three-lines-note = They need not be good, and nobody reads them.
idea-ritual-three-lines-step-1 = Write three lines about anything.
idea-ritual-three-lines-step-2 = Close the book.

idea-ritual-five-things = Five things in the room
idea-ritual-five-things-note = For when everything is too loud.
idea-ritual-five-things-step-1 = Look around and name five things you can see.
idea-ritual-five-things-step-2 = Touch one of them.

idea-ritual-lamp-at-dusk = The lamp at dusk
idea-ritual-lamp-at-dusk-note = A small sign that the day may end now.
idea-ritual-lamp-at-dusk-step-1 = Light one lamp.
idea-ritual-lamp-at-dusk-step-2 = Put away one thing that can wait.

idea-ritual-one-drawer = One drawer
idea-ritual-one-drawer-note = Only one, and only as far as you like.
idea-ritual-one-drawer-step-1 = Open a drawer and take out one thing.
idea-ritual-one-drawer-step-2 = Keep it, or let it go.

## Milestones for both, where the two of them stand together.

idea-milestone-together-ordinary-evening = We had an ordinary evening
idea-milestone-together-laughed = We laughed about something small
idea-milestone-together-hard-talk = We talked about something hard, and stopped when one of us wanted to
idea-milestone-together-disagreed = We did not agree, and it was all right
idea-milestone-together-first-ritual = We kept a ritual for the first time
idea-milestone-together-somewhere = We went somewhere we had both wanted to go

## Milestones for anybody.

idea-milestone-anybody-asked = I asked for help with one thing
idea-milestone-anybody-told = I told somebody how it really is
idea-milestone-anybody-no = I said no, and let it stand
idea-milestone-anybody-turned-up = I went, though I would rather have stayed at home
idea-milestone-anybody-glad-morning = A morning I was glad of
idea-milestone-anybody-hard-evening = I got through a hard evening

## Milestones with substance use. The last three count days, and show the note on stopping safely.

idea-milestone-substance-use-safely = I asked a doctor or a nurse how to stop safely
idea-milestone-substance-use-been-there = I talked to somebody who has been there
idea-milestone-substance-use-urge-passed = The urge came, and I waited until it had gone
idea-milestone-substance-use-went-home = I went home when I wanted to
idea-milestone-substance-use-number = I saved the number of somebody I can call
idea-milestone-substance-use-first-day = The first day, from one morning to the next
idea-milestone-substance-use-week = Seven days, all together
idea-milestone-substance-use-thirty = Thirty days, all together

## Milestones with an eating disorder: never days, food or bodies.

idea-milestone-eating-disorder-loud = I told somebody how loud it gets in my head
idea-milestone-eating-disorder-company = I asked for company in a hard hour
idea-milestone-eating-disorder-friend = I talked to myself as I would to a friend
idea-milestone-eating-disorder-comparing = I stopped following a page that made me compare
idea-milestone-eating-disorder-afternoon = A whole afternoon with my thoughts on something else
idea-milestone-eating-disorder-made = I made something, only because I like making things

## Milestones with postpartum depression.

idea-milestone-postpartum-depression-not-well = I said out loud that I am not well
idea-milestone-postpartum-depression-slept = I slept while somebody else listened for the baby
idea-milestone-postpartum-depression-their-way = I let somebody help in their own way
idea-milestone-postpartum-depression-asked = I told a midwife, a nurse or a doctor how I feel
idea-milestone-postpartum-depression-air = I stepped outside and felt the air
idea-milestone-postpartum-depression-mine = An hour that was only mine

## Milestones with trauma.

idea-milestone-trauma-safe-place = I know a place where I feel safe
idea-milestone-trauma-no-more = I told as much as I wanted to, and no more
idea-milestone-trauma-night-passed = A hard night passed, and morning came
idea-milestone-trauma-here = I looked around, named where I am, and it helped
idea-milestone-trauma-own-time = I went somewhere I had missed, in my own time
idea-milestone-trauma-said-stop = I said that I wanted to stop, and we stopped

## Milestones with another illness.

idea-milestone-another-illness-question = I asked the question I had been putting off
idea-milestone-another-illness-rested = I rested before I had to
idea-milestone-another-illness-own-words = I found words for it that are mine
idea-milestone-another-illness-helps = I told somebody what helps and what does not
idea-milestone-another-illness-new-way = I did something I love, in a new way

## Milestones for somebody who is here for her. They are about her own life, not about the other's.

idea-milestone-here-for-her-my-own = I talked to somebody of my own about this
idea-milestone-here-for-her-listened = I listened, and did not try to mend it
idea-milestone-here-for-her-asked = I asked what helps, and did not guess
idea-milestone-here-for-her-elsewhere = I did something that has nothing to do with any of this
idea-milestone-here-for-her-need = I said what I need, too
idea-milestone-here-for-her-slept = I slept, and left the worry for tomorrow
