# who takes a file: reasons, bars, conflicts, the batch, offers
verb-aid-name-party = Name a party
verb-aid-declare-tie = Declare a tie
nav-assign = Assignment
nav-offers = Files offered
rank-demand-met = { $what }: met
rank-demand-unmet = { $what }: not met
rank-demand-unknown = a demand that cannot be checked: { $what }
rank-struck-off = struck off the roll
rank-not-active = no longer takes files
rank-licence-ended = licence has ended
rank-on-leave = { $n ->
    [one] on leave, back tomorrow
   *[other] on leave for { $n } more days
}
rank-full = has { $n } of { $of } files already
rank-declined-before = declined this file before
rank-held-before = had this file before
rank-holds-it = has this file now
rank-conflict = conflict of interest: { $what }
rank-conflict-maybe = same name, to be looked at: { $what }
rank-no-room = could take it, but had no place left
rank-skill-matter = works in this matter
rank-skill-field = works in this field of law, not in this matter
rank-skill-none = no noted skill in this matter
rank-years = { $n ->
    [one] { $n } year of practice
   *[other] { $n } years of practice
}
rank-language-spoken = speaks { $what }
rank-language-other = does not speak { $what }: an interpreter is needed
rank-signs = signs
rank-signs-not = does not sign: an interpreter is needed
rank-near-country = elsewhere in the country
rank-near-province = in the same province
rank-near-prefecture = in the same prefecture
rank-near-county = in the same county
rank-near-township = in the same township
rank-near-village = in the same village
rank-far = far away
rank-load = { $n ->
    [one] { $n } open file of { $of }
   *[other] { $n } open files of { $of }
}
rank-quality = { $n } of 100 in { $of ->
    [one] one assessment
   *[other] { $of } assessments
}
rank-quality-unknown = not assessed yet
rank-licence-unseen = no licence number noted
rank-leave-soon = { $n ->
    [one] on leave from tomorrow
   *[other] on leave in { $n } days
}
rank-points = { $reason } (+{ $n })
assign-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
assign-who = Who takes the file?
assign-lede = The fewest points first. Each reason says what it costs; the law’s demands and conflicts of interest shut somebody out.
assign-barred = Cannot take it
assign-gone = The person you chose can no longer take this file. Choose somebody else.
assign-more = { $n ->
    [one] One more who could take it
   *[other] { $n } more who could take it
}
assign-nobody = Nobody in your area can take this file. Offer it to volunteers or ask a colleague of the wider area.
assign-against = Something speaks against { $name }. Tick what you pass over and say why.
assign-set-aside = I pass over
assign-why = Why all the same
assign-change-reason = Why somebody else takes the file
assign-change-need = Say why somebody else takes the file.
assign-asked = The person asked for somebody else. Giving the file away agrees to it, and your reason is the answer.
assign-to-volunteers = Offer the file to volunteers instead
assign-parties-first = Name the other side first, so that nobody is asked to act against their own client.
assign-panel-parties = Parties
assign-panel-parties-none = No other party is named yet.
assign-panel-history = Who had the file
assign-given = given by { $name }
assign-accepted = accepted { $when }
assign-declined = declined { $when }: { $reason }
assign-replaced = given to another { $when }: { $reason }
assign-passed = passed over: { $what }
assign-panel-conflict = { $name } has a conflict of interest
side-own = Person helped
side-adverse = Other side
side-other = Somebody else concerned
party-person = Person
party-company = Company or body
party-side = On which side?
party-kind = What is it?
party-name = Name
party-number = Identity number or company code
party-number-hint = If you know it: a name alone may be somebody else’s.
party-need-side = Say on which side.
party-need-kind = Say whether it is a person or a company.
party-need-name = Write the name.
file-act-aid-accept = You take the file on; the work can begin.
file-act-aid-name-party = Names are kept sealed. They are compared in all files whenever a file is given to somebody.
file-act-aid-offer = Volunteers and firms of the place see the matter, the county and what is needed, never the person.
file-act-aid-decline = The file goes back to the centre at once. Your reason stays with it.
file-act-aid-change-provider = Who had the file stays written down. The new one gets a notice.
decline-reason = Why do you decline?
decline-need = Choose a reason.
decline-text = In your own words
decline-text-hint = Needed with “another reason”.
decline-conflict = Conflict of interest
decline-not-my-field = Not my field
decline-too-much-work = Too much work
decline-ill-or-away = Ill or away
decline-too-far = Too far
decline-other = Another reason
decline-done = The file has gone back to the centre.
offer-where = Who sees it?
offer-until = Until when?
offer-need-where = Choose a place.
offer-need-until = Say until when.
offer-made = The file is offered.
offers-mine = Files you offered
offers-board = Files that need somebody
offers-none = No file is offered at the moment.
offers-none-text = To offer a file, open its page “Assign” and choose “Offer the file to volunteers instead”.
offers-matter = Matter
offers-service = Kind of help
offers-place = Place
offers-until = Until
offers-language = Language
offers-answer = Your answer
offers-word = A word to the centre
offers-take = I would take it
offers-taken = You said you would take it
offers-thanks = Thank you. The centre decides and lets you know.
offers-signs = sign language needed
offers-volunteers = Volunteers
offers-count = { $n ->
    [0] nobody yet
    [one] one volunteer
   *[other] { $n } volunteers
}
offers-word-of = Their word: { $word }
offer-title = Offer of file { $number }
offer-ended = The offer was taken back.
offer-nobody = Nobody has answered yet.
batch-title = Give many files at once
batch-lede = Choose files. You see a proposal first; nothing is given until you confirm.
batch-none = No granted file waits for somebody.
batch-file = File
batch-files = Files that wait
batch-matter = Matter
batch-place = Place
batch-since = Granted
batch-more = There are more: these are the { $n } oldest.
batch-propose = Make a proposal
batch-need = Choose at least one file.
batch-proposal = Proposal
batch-proposal-lede = The fewer points, the better somebody fits. Untick what you do not agree with. Each file is looked at again when you confirm.
batch-total = Points in all
batch-given = Files given
batch-left = Files left
batch-compared = Compared with giving them one by one
batch-way = Way
batch-points = Points
order-flow = All together (this proposal)
order-received = In the order of receipt
order-newest = The newest first
order-hardest = Those with the fewest choices first
order-cheapest = The easiest first
order-dearest = The hardest first
order-pairs = Always the best pair
batch-who = Who
batch-why = Why
batch-left-title = Nobody found
batch-left-why = { $reason } ({ $n ->
    [one] one person
   *[other] { $n } people
})
batch-confirm = Give the ticked files
batch-again = Choose again
batch-done = { $n ->
    [one] One file was given.
   *[other] { $n } files were given.
}
batch-failed = Not given
problem-practitioner-barred = { $name } cannot take this file.
problem-bars-not-set-aside = Something speaks against { $name }. Look at it, or choose somebody else.
problem-set-aside-without-why = Say why.
problem-decline-without-why = Choose a reason. With “another reason”, write it in your own words.
problem-party-unreadable = { $field ->
    [name] The name cannot be read, or is too long.
    [side] Say on which side the party stands.
   *[other] Say whether it is a person or a company.
}
problem-offer-impossible = { $why ->
    [state] Only a granted file that nobody has can be offered.
    [place] Choose a place around the file.
    [until] An offer ends between today and a month from now.
    [offered] The file is offered already.
   *[over] This offer is no longer open.
}
problem-volunteered-already = You have answered this offer already.
bar-full = has as many files as can be held
bar-on-leave = is on leave
