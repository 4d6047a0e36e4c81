# The note on stopping suddenly: with every goal and every counted milestone.
# Sources: NHS advice on alcohol dependence and withdrawal; MHRA advice on benzodiazepine dependence and withdrawal reactions.
sudden-stop-title = Before stopping alcohol or benzodiazepines
sudden-stop-what = A body can become used to alcohol, or to benzodiazepines such as diazepam, lorazepam or alprazolam. Then stopping all at once can be dangerous. It can bring fits and confusion. It can cost a life.
sudden-stop-ask = Ask a doctor, a pharmacist or a local alcohol and drug service before stopping or taking much less. They can help to make it slow and safe. Until then it is safer not to stop all at once.
sudden-stop-emergency = A fit, confusion, or seeing or hearing things that are not there: ring the emergency number at once. It is in Help now.
sudden-stop-source = After public advice of the NHS and of the MHRA, the medicines regulator (both United Kingdom).
