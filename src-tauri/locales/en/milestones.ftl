# Milestones: points that are reached or not, on a day, once.
milestones-title = Milestones
milestones-lead = Something that matters to you, whether it has happened or not.
milestones-empty = Nothing here yet. Small counts.
milestones-what = What is it?
milestones-why = Why it matters
milestones-reached-on = The day it was reached
milestones-keep = Keep it
milestones-not-yet = On the way
milestones-list = What is kept here
