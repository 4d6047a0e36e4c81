# Help now. Always there, with nothing needed and nothing sent.
help-open = Help now
help-back = Back
help-title = Help now
help-lead = These are words to read and numbers to dial yourself. Twinflower rings nobody and sends nothing.
help-who = Who is it for?
help-for-me = For me
help-for-someone = For someone with me

help-emergency-me = If a life is in danger
help-emergency-none = Ring the emergency number where you are.

help-someone-title = Ring this number first
help-someone-when = If someone:
help-sign-waking = is not waking up, even when you call and shake gently
help-sign-breathing = is not breathing as usual: very slow, gurgling, like snoring, or stopping
help-sign-taken = may have taken too much of anything
help-sign-colour = has blue or grey lips
help-someone-then = Then, until help is there
help-step-say = Say where you are, what you see, and what was taken if you know. Stay on the line. They will tell you what to do.
help-step-not-breathing = Not breathing as usual: they will tell you how to help the breathing. Begin at once.
help-step-side = Breathing, but not waking: on their side, top knee bent, head tilted back a little so that the mouth stays clear.
help-step-naloxone = Naloxone, if there is some: give it when you think opioids were taken, or when you are not sure. It wears off, so help still has to come.
help-step-stay = Stay with them, also if they wake. Do not leave them to sleep it off.
help-step-nothing = Nothing to eat or drink, no cold shower, and do not make them vomit.
help-someone-source = After the public overdose advice of the NHS (United Kingdom) and of SAMHSA’s Overdose Prevention and Response Toolkit (United States).

help-own-people = Your own people
help-lines-title = Help lines: { $region }
help-lines-anywhere = From anywhere, on the web
help-hours-always = Day and night
help-hours-unknown = Hours not confirmed
help-how-call = Call
help-how-text = Text
help-how-web = On the web
help-how-tty = Text phone
help-languages = Languages: { $languages }
help-ages = For: { $ages }
help-copied = Copied from public pages on { $day }; not yet confirmed.
help-checked = Confirmed on { $day }.

help-region-ask = Where are you?
help-region-hint = So that the right numbers are here. Nothing is guessed and nothing is sent.
help-region-choose = Choose a place
help-region-change = Change the place
help-region-ZZ = Somewhere else
help-region-GB-ENG = England
help-region-GB-SCT = Scotland
help-region-GB-WLS = Wales
help-region-GB-NIR = Northern Ireland
help-region-CA-QC = Canada, Québec

help-kind-emergency = Emergency
help-kind-suicide-crisis = Thoughts of suicide
help-kind-emotional-support = Someone to talk to
help-kind-substance-use = Alcohol and drugs
help-kind-eating-disorder = Eating
help-kind-postpartum = A new baby
help-kind-children-young-people = Young people
help-kind-domestic-abuse = Not safe at home
help-kind-general-referral = Where to find help
