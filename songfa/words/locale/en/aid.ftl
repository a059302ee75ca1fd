# Legal-aid files at the desk.
verb-aid-apply = Take an application
verb-aid-see = See files
verb-aid-ask-papers = Ask for missing papers
verb-aid-receive-papers = Papers came in
verb-aid-grant = Grant legal aid
verb-aid-refuse = Refuse
verb-aid-assign = Assign
verb-aid-log = Log work
verb-aid-close = Close
verb-aid-withdraw = Application taken back
verb-aid-hand-in = Hand the file in
state-received = Under review
state-awaiting-papers = Awaiting papers
state-granted = Granted
state-refused = Refused
state-assigned = Assigned
state-closed = Closed
state-withdrawn = Taken back
problem-office-takes-none = { $unit } takes no applications. Choose another office.
problem-papers-asked-already = Papers were already asked for in { $number }. The law allows one request that names everything.
problem-already-decided = { $by } already decided on { $number } ({ $at }): { $decision ->
    [refuse] legal aid refused
   *[grant] legal aid granted
  }. Your decision was not saved.
problem-reason-unknown = This reason is not in force for the decision. Choose from those shown.
problem-amount-invalid = “{ $amount }” is no amount that can be used: { $reason ->
    [negative] it must not be negative
    [too_large] it is too large
    [currency] it is in another currency than the file
   *[form] write it in figures, for example 36,000
  }.
problem-work-impossible = This entry cannot be: { $why ->
    [future] the day is in the future
    [before_receipt] the day lies before the application
    [risks] at the first meeting the risks are explained
    [note] a report of progress says something
    [minutes] the minutes must lie between 1 and 1440
   *[other] the kind of work is unknown
  }.
problem-too-many-tries = Too many wrong codes. Wait an hour, or call the office.
problem-too-many-sent = Too many applications came from here within an hour. Nothing is lost: send it again in an hour, or call the office.
problem-letter-font-missing = The document cannot be written: this machine has no Chinese font. Install one of: { $fonts }.
withdrawal-requested = the applicant asked for it
withdrawal-papers-not-supplied = the papers asked for were not supplied
withdrawal-own-lawyer = the person has a lawyer of their own
withdrawal-other = other reason
work-meeting = Meeting with the person
work-call = Call
work-reading = Reading the file
work-writing = Writing
work-evidence = Gathering evidence
work-negotiation = Negotiation or mediation
work-hearing = Hearing
work-other = Other work
owed-by-agency = Legal aid agency
owed-by-unit = Unit
owed-by-practitioner = Person in charge
owed-by-applicant = Applicant
owed-by-organ = Proceedings body
owed-by-justice-bureau = Justice bureau
owed-by-commune = Commune
files-all = All
files-late = Late
files-many = { $n }+
files-filters = Show
files-search = Search
files-search-label = Number, name or code
files-search-hint = Number, name, initials or code
files-new = New application
files-new-lede = What is it about?
files-none = No files here.
files-number = Number
files-matter = Matter
files-state = State
files-received = Received
files-next = Owed next
file-finding = Finding
file-emergency = Help may come first, papers later
file-matter = Matter
file-service = Form of aid
file-basis = Basis
file-missing = Missing papers
file-missing-tag = missing
file-papers-have = Papers received
file-why = Why, article by article
file-told = Application
file-applicant = Applied for by
file-received = Received
file-groups = Groups
file-limit = Last day
file-language = Language
file-needs = Needs
file-decision = Decision and result
file-decided = Decided
file-reasons = Grounds
file-reasons-text = Reasons in words
file-practitioner = Person in charge
file-outcome = Outcome
file-recovered = Money recovered
file-recovered-CNY = Money recovered (yuan)
file-recovered-VND = Money recovered (dong)
file-recovered-hint = In figures; leave empty if there was none
file-people-helped = People helped
file-people-helped-hint = For one person leave it empty; enter more for several people in one file
file-petitions-avoided = Petitions avoided
file-petitions-avoided-hint = Group petitions and petitions over the heads of local offices that are no longer needed; leave empty if there were none
file-need-count = Enter a whole number.
file-summary = Summary
file-work = Work done
file-work-none = Nothing yet.
file-papers = Documents
file-papers-none = None yet.
file-pdf = PDF
file-docx = Word
files-ended = Finished or ended
file-owed = What is owed now
file-ways = More to do with this file
file-ways-deciding = The decision
file-ways-work = The work
file-ways-beside = Beside the file
file-ways-ending = Ending
file-owed-none = Nothing is owed.
file-person = Person
file-name = Name
file-born = Born
file-sex = Sex
file-id-number = Identity number
file-phone = Phone
file-address = Address
file-contact = Contact
file-reveal = Show the whole number
file-reveal-note = Each look is recorded.
file-cancel = Cancel
file-back = Back to the file
file-open = Open the file
file-waits = the clock stands still
file-step-received = Application received
file-until-done = until done
file-span-hours = { $n ->
    [one] within { $n } hour
   *[other] within { $n } hours
  }
file-span-days = { $n ->
    [one] within { $n } day
   *[other] within { $n } days
  }
file-span-working-days = { $n ->
    [one] within { $n } working day
   *[other] within { $n } working days
  }
file-span-months = { $n ->
    [one] within { $n } month
   *[other] within { $n } months
  }
file-span-years = { $n ->
    [one] within { $n } year
   *[other] within { $n } years
  }
file-due = by { $moment }
file-frozen = By the rules of { $pack } as in force on
file-work-sum = { $n ->
    [one] 1 entry
   *[other] { $n } entries
  }, { $minutes } minutes
file-code = Applicant's code
file-minutes = { $n } minutes
file-papers-missing = What is missing?
file-papers-note = Explanation to the applicant
file-papers-came = Which papers came in?
file-papers-explained = No paper: the applicant explained instead
file-need-received = Choose what came in.
file-act-done = Done: { $what }.
file-papers-follow = Which papers may follow later?
file-need-papers = Name what is missing.
file-need-reasons = Choose at least one ground.
file-need-text = Write the reasons in words: they stand in the decision.
file-need-practitioner = Choose who takes the file.
file-need-day = Say on which day.
file-need-kind = Say what kind of work it was.
file-need-minutes = Say how many minutes it took.
file-need-outcome = Choose the outcome.
file-need-reason = Choose a reason.
file-need-channel = Say how it came in.
file-log-day = Day
file-log-kind = What was done
file-log-minutes = Minutes
file-log-text = Note
file-withdraw-reason = Why does it end?
file-channel = How did it come in?
file-act-aid-ask-papers = The law allows one request. Name everything that is missing; the applicant gets a notice and the clock of the decision stands still.
file-act-aid-receive-papers = Tick what came in. What is still missing stays noted.
file-act-aid-grant = The decision is written and numbered at once.
file-act-aid-refuse = The grounds and reasons stand in the written decision.
file-act-aid-assign = The order explains itself: demands of the law, skill, language, open files, nearness.
file-act-aid-log = One entry for each piece of work.
file-act-aid-close = The closing report is written from what stands in the file.
file-act-aid-withdraw = This ends the file for good.
file-act-aid-hand-in = Note that the papers of the file are with the agency.
file-at-once = at once
