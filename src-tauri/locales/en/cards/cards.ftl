# Short cards to read in one's own time. Each has its words and the source that they rest on; the words are ours.
# At most 120 words a card. An id is kept for good: it is what she keeps a card by.

## What it is.

card-what-recovery-is = What recovery is
    .text =
        Recovery is a change that goes on. You work on your health, live a life of your own, and reach for what you could be.

        There is not one road. Some people use medicine, some a group, some faith, some a doctor, many a bit of each. A good home, something to do, and people who care all help.

        It rarely runs straight. A hard day does not undo what you have lived.
    .source = SAMHSA: Working Definition of Recovery, 2012
card-hope = Hope
    .text =
        Hope is where recovery begins. You do not have to feel it all day. It can be as small as one thing you would like to see again.

        Many people who felt as you may feel now have found a life they like. Their road took time, and it was their own.

        On a day with no hope in it, you can borrow some. Ask somebody who knows you what they see.
    .source = SAMHSA: Working Definition of Recovery, 2012
card-medicines-count = Medicines count as recovery
    .text =
        Some people need a medicine to stay well. It may hold off cravings. It may lift a low mood, or keep thoughts in order. That is recovery. It is not swapping one thing for another.

        Some groups or relatives may see it in another way. They do not have to live in your body.

        How much, how long and when to stop is between you and the one who gives it to you. Please talk with them before you change it.
    .source = SAMHSA: Medications for Opioid Use Disorder, TIP 63, 2021
card-triggers = Triggers
    .text =
        A trigger is a thing that wakes an old wish. It can be a place, a person, a smell, a payday, a row, even good news. It tells you nothing about how strong you are.

        It helps to know your own. You might stay away from some, change some, and leave early from others. For the rest, have someone to call.

        A wish to use comes up like a wave. It grows, and then it goes down again, most often without being fed.
    .source = NIH MedlinePlus Magazine: Rethinking Drinking, 2014
card-after-a-setback = After a hard day
    .text =
        If you used again, or went back to an old way, first ask: am I safe right now? If you are not sure, open Help now.

        Then ask what came before it. Not to blame yourself: to learn. What was the day like? What would you have needed an hour sooner?

        What you lived until now is still yours. Many people had hard days on their road. The next small step is enough.
    .source = SAMHSA: Medications for Opioid Use Disorder, TIP 63, 2021

## The body, and safety.

card-after-a-break = After a break, the body is not the same
    .text =
        After some days or weeks without a drug, the body is no longer used to it. What it could take before can now stop the breath. This is true after a hospital stay, time in jail, or a time of not using at home.

        If someone will not wake up, or does not breathe as usual, open Help now and call for help at once. Stay with them.

        If there may be use again: not alone. Ask where you live about naloxone. It can undo an overdose of opioids for a while.
    .source = WHO: Community Management of Opioid Overdose, 2014
card-stopping-suddenly = Stopping all at once can be dangerous
    .text =
        If a body is used to alcohol every day, or to calming pills such as benzodiazepines, stopping all at once can be dangerous. It can bring shaking, fits, or seeing things that are not there.

        This is not about will. It is how a body works. Please ask a doctor first: there are ways to come off in safety.

        Fits, confusion, or seeing things: open Help now and call for help at once.
    .source = NICE: Alcohol-Use Disorders, CG115, 2011
card-when-to-call = When to call for help at once
    .text =
        Call the emergency number when someone will not wake up. Call when they do not breathe as usual, have a fit, may have taken too much, or have been badly hurt.

        Call when someone means to end her life or to harm another, and may do it soon.

        You do not have to be sure. It is better to call and not be needed. Help now has the number, and what to do until they come.
    .source = NICE: Self-Harm, NG225, 2022
card-thoughts-of-dying = Thoughts of dying
    .text =
        Many people have had the thought that it would be easier not to be here. It is a sign of great pain. It is not a shame, and it can pass.

        Say it to somebody, in plain words. To ask a person about it does not put the thought in her head.

        A plan made on a calm day helps: my signs, what I can do, who I can call, and how to put distance between me and what could harm me. If it is near now, open Help now.
    .source = Stanley and Brown: Safety Planning Intervention, 2012
card-sleep = Sleep
    .text =
        Sleep is often bad for some time in recovery, and with a new baby. It mostly comes back. A few things help it along.

        Get up at about the same hour. Be out in daylight. Leave coffee for the morning. Keep the last hour dim and slow. If you lie awake, get up for a while, do something dull, and go back when you are sleepy.

        If it stays bad for weeks, a doctor can help. Sleeping pills are worth a careful talk.
    .source = NHLBI: Your Guide to Healthy Sleep, 2011
card-medicine-changes = Changing a medicine
    .text =
        Some pills for sleep, nerves, pain or mood can be hard to come off. To feel ill when they stop does not mean that something is wrong with you.

        It is safer to go down slowly, with a plan made with the one who gives them to you. The plan can be changed when it gets too hard.

        If you have already stopped and feel very ill, ask for help today.
    .source = NICE: Medicines Associated with Dependence or Withdrawal Symptoms, NG215, 2022
card-trauma = When the past comes close
    .text =
        After something very bad, the body can stay on guard. A sound, a smell or a touch can bring it all back, as if it were now. Many people who use, or who have trouble with eating, have lived through such a thing.

        It can help to look around, to name what you see, and to say today’s date. You are here. It is over.

        You choose what you tell, to whom and when. There is help made for this, and it goes at your pace.
    .source = SAMHSA: Concept of Trauma and Guidance for a Trauma-Informed Approach, 2014

## After birth.

card-after-birth = After birth
    .text =
        Many mothers cry and feel raw in the first days. When it lasts for more than two weeks, or gets worse, it may be depression or anxiety after birth. It is common. It is an illness, and no fault of yours.

        It can feel like nothing at all, or like fear, or like anger. It can come at any time in the first year.

        Tell a midwife, a nurse or a doctor. Talking helps, and medicine may, also for many who breastfeed. They may ask you some set questions: that is to find what helps.
    .source = NICE: Antenatal and Postnatal Mental Health, CG192, 2014
card-after-birth-at-once = After birth: when to get help at once
    .text =
        Get help the same hour if a mother sees or hears things that are not there. Get it if she is sure of strange things, is very mixed up, or hardly sleeps and does not feel tired. Get it if she thinks of harming herself or the baby. This can come fast. It can be treated.

        Also for her body: heavy bleeding, a fit, chest pain, trouble breathing, a bad headache that stays, trouble seeing, or fever.

        For the baby: hard to wake, trouble breathing, blue lips, or fever. Open Help now.
    .source = Royal College of Psychiatrists: Postpartum Psychosis, 2018; CDC: Hear Her, 2020
card-mothers-rest = A mother’s own rest
    .text =
        A baby needs a mother who gets some sleep. That is not selfish: it is part of the care.

        Ask for one thing that has an edge: two hours while you lie down, one night feed, the washing. People who love you are often glad to be told what.

        If you are too tired to feel anything, or cannot sleep when the baby does, tell someone today.
    .source = NICE: Antenatal and Postnatal Mental Health, CG192, 2014

## Between us.

card-what-family-can-do = What helps from the family
    .text =
        It helps to be glad with her about the good days, and to say so. It helps to talk when she is sober and you are calm. Short words, about yourself, with a wish in them: “I worry. I would like us to eat together on Sunday.”

        Nagging, pleading and threats rarely help. To let her meet what follows from her own acts can help, where it is safe.

        Above all: have a life of your own.
    .source = Meyers and Smith: Getting Off the Fence, 1997
card-not-yours-to-save = It is not yours to save anyone
    .text =
        You did not cause it. You cannot make her well by watching, or by being good enough. You can be kind, be honest, and be there when it suits you both.

        A daughter is not her mother’s nurse. A mother is not her daughter’s guard. Each of you has a right to people of her own, to rest, and to days that are about other things.

        When it is too much, it is all right to say so, and to let others help.
    .source = NACoA: It’s Not Your Fault, 2001; NICE: Supporting Adult Carers, NG150, 2020
card-boundaries = Boundaries
    .text =
        A boundary says what I will do, not what you have to do. “If there is drinking at the party, I will go home.” It is no threat, and no wall. It keeps two people able to be near.

        Say it on a calm day, in few words. Say only what you can keep. You may change it, and so may she.

        To be sad or cross about a boundary is allowed. To push through it is not.
    .source = SAMHSA: Substance Use Disorder Treatment and Family Therapy, TIP 39, 2020
card-trust-comes-back = Trust comes back slowly
    .text =
        Trust was lost in many small things, and comes back in many small things. To be there at four when you said four does more than a great promise.

        The one who waits may need longer than the one who changed would like. That is not a lack of love.

        It helps not to check on each other, and to ask instead. It helps to say: “I noticed, and it did me good.”
    .source = SAMHSA: Substance Use Disorder Treatment and Family Therapy, TIP 39, 2020
card-anger = Anger
    .text =
        Anger is allowed. Often something else lies under it: fear, hurt, or being worn out. In early recovery feelings can be loud, for both.

        When it rises, a pause helps. Say that you will come back, and when. Go to another room, walk, breathe out slowly. Then speak of one thing only, the one of today.

        Nobody has to stay where she is hit, held or put in fear. That is not a row. Help now has people for that.
    .source = SAMHSA: Substance Use Disorder Treatment and Family Therapy, TIP 39, 2020
card-eating-together = Eating together
    .text =
        A shared meal can be hard. It gets lighter when nobody speaks of what is on the plate, of who eats how, or of anybody’s looks. Not even kindly.

        Talk about the cat, the film, the neighbours. Sit a little longer. A game or music afterwards can carry the next half hour.

        If she has a plan with her helpers, it is hers. Ask her on a calm day: “What would you like me to do, and what not?”
    .source = Treasure, Smith and Crane: Skills-Based Learning for Caring for a Loved One with an Eating Disorder, 2007
card-eating-disorders = What an eating disorder is
    .text =
        An eating disorder is an illness. It is not a choice and not a whim, and nobody can see it from outside. People of every age have one. Families do not cause it, and they can help.

        Talking with somebody trained for it is what helps most people. The sooner, the better, and it is never too late.

        Fainting, chest pain, or thoughts of dying: open Help now.
    .source = NICE: Eating Disorders, NG69, 2017
card-talking-to-a-child = Talking to a child
    .text =
        Children notice, and what they are not told they make up. A few true words are easier to carry than a secret.

        “Mum has an illness. You did not make it, and you cannot fix it. Grown-ups are helping her. You can always ask me.” Then let the child play.

        A child needs one grown-up who listens, and who is not the one who is ill. It does not need to keep watch, or to comfort.
    .source = NACoA: It’s Not Your Fault, 2001

## Every day.

card-asking-is-strength = Asking is strength
    .text =
        Many of us learned to manage alone. To ask can feel like being a burden. Yet most people like to be asked, when they know what, how long, and that no is a fine answer.

        Begin small. “Could you sit with me for ten minutes? We do not have to talk.”

        If this one cannot, it says nothing about you. There is a next one to ask. That is why a few names are better than one.
    .source = SAMHSA: Working Definition of Recovery, 2012
card-groups-and-mentors = Groups and mentors
    .text =
        People who have been there know things that no book has. In a group you can listen for weeks and say nothing. There are many kinds: with steps or without, with faith or without, for women, for parents, for families.

        If the first one does not suit you, try another. A mentor is one person a bit further on, who has time for you and who keeps her own limits.

        A group stands beside a doctor. It does not take the place of one.
    .source = SAMHSA: Incorporating Peer Support, TIP 64, 2023
card-shame = Shame
    .text =
        Guilt says: I did a thing I regret. Shame says: I am bad. Guilt can help to put something right. Shame makes people hide, and hiding makes everything harder.

        Shame gets smaller when it is told to one safe person. Try to speak to yourself as you would to a friend who had the same day.

        You are more than the worst thing you did.
    .source = SAMHSA: Working Definition of Recovery, 2012
card-visits-and-feasts = Visits and feasts
    .text =
        Feasts are full of old habits, old rows and full tables. It helps to plan like a traveller.

        Before: who will be there, how do I get home on my own, whom can I call? A short answer ready: “Not for me, thanks.” You owe no reason.

        There: a glass of your own choice in your hand, a friend who knows, a walk outside. You can leave at any time. You can also stay home, and keep the day in a way of your own.
    .source = NIH MedlinePlus Magazine: Rethinking Drinking, 2014
card-money = Money
    .text =
        Money is often sore after hard years. There may be debts, shame, and letters nobody opens. It need not all be put right at once.

        One small step: open one letter, with somebody beside you. Write down what comes in and what has to go out. Many towns have free advice on debts.

        Between the two of you, clear words help: what is a gift, what is lent, and what will not be paid. Said on a calm day, it is a boundary like others.
    .source = SAMHSA: Working Definition of Recovery, 2012
card-work = Work
    .text =
        Work can give a day its shape, or take too much out of it. Both are true for many people in recovery.

        You do not have to tell at work what you live with. In many places you may ask for a change if you do tell: other hours, a quiet spot, time for an appointment. Coming back step by step is often kinder than all at once.

        Days without a job count just as much. A thing to get up for can be small.
    .source = WHO: Guidelines on Mental Health at Work, 2022
card-rest-for-who-is-near = Rest for the one who is near
    .text =
        To live beside an illness costs strength, also when you are ill yourself. Bad sleep, being cross, not seeing friends: these are signs to look after yourself, and no proof that you love too little.

        Have some hours that are yours, and let them stay yours. Tell one person outside how it is. Your own doctor may know of help for you.

        You may be happy on a day when she is not.
    .source = NICE: Supporting Adult Carers, NG150, 2020
