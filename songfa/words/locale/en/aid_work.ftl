nav-calendar = Calendar
nav-subsidies = Subsidies
verb-aid-remove-document = Remove the document
verb-aid-set-hearing = Enter a hearing or deadline
verb-aid-move-hearing = Change day or time
verb-aid-hold-hearing = It took place
verb-aid-call-off-hearing = Call off
verb-aid-money = Enter money
state-set = To come
state-held = Took place
state-called-off = Called off
duty-attend-hearing = Appear at the hearing or keep the deadline
duty-sign-agreement-later = Try again to sign the agreement
file-step-sign-agreement-later = Try again to sign the agreement
duty-approve-subsidy = Decide on the subsidy
duty-correct-subsidy = Correct the claim for the subsidy
duty-pay-subsidy = Pay the subsidy
problem-document-incomplete = “{ $name }” arrived only in part. Nothing was kept. Send it again.
problem-document-unwanted = The scanner found something harmful in “{ $name }”. It was not kept.
problem-document-unscanned = “{ $name }” could not be checked for viruses, so it was not kept: { $why ->
    [slow] the scanner did not answer in time
    [missing] the scanner was not found
   *[other] the scanner failed
  }. Try again later; if it goes on, tell the administrator.
problem-document-differs = “{ $name }” is not the file whose fingerprint was given. Nothing was kept.
problem-document-gone = The stored document can no longer be read. Tell the administrator.
problem-file-kept-no-more = Nothing can be added to the file { $number } in its present state.
problem-agreement-impossible = This cannot be: { $why ->
    [both] it is either signed or hindered
    [neither] say when it was signed, or what was in the way
    [future] the day is in the future
    [before_assignment] the day lies before the assignment
    [signer] nobody signed
    [hindrance] the reason is unknown
   *[other] say by which day it is tried again
  }.
problem-hearing-impossible = This cannot be: { $why ->
    [kind] the kind is unknown
    [interpreter] the language of the interpreter is unknown
    [length] it must last between 5 minutes and 5 days
    [far] the day is too far away
    [early] it has not begun yet
   *[other] say what came of it
  }.
problem-money-differs = The amount is not the sum of what was entered as obtained. Leave it empty or correct the entries.
problem-reason-missing = Give the reason.
problem-parts-missing = This still lacks: { $parts }. Add it; what cannot be had must be explained when the file is handed in.
problem-subsidy-no-rate = The rules of this place know no rate for such work, so nothing can be reckoned.
problem-subsidy-too-early = A subsidy is claimed once the file { $number } was handed in, and approved once it is archived.
problem-subsidy-claimed = The subsidy for the file { $number } was claimed already.
problem-subsidy-own = Nobody decides on a subsidy that they claimed or receive: { $number }.
problem-subsidy-mixed = These claims cannot be paid together: { $why ->
    [none] none is chosen
    [many] there are too many
   *[other] they belong to several agencies
  }.
work-first-meeting = First meeting
work-progress = Report of progress
work-risks-told = The main risks were explained (needed at the first meeting)
work-need-reason = Write this in words.
file-act-aid-sign-agreement = The agreement is due within five days of the assignment, unless the recipient or something outside your power prevents it.
file-act-aid-return-file = Whoever handed the file in gets the reasons and a new period.
file-act-aid-archive = The file gets its number in the archive; its catalogue is frozen.
agreement-way = Was the agreement signed?
agreement-way-signed = Yes, signed
agreement-way-hindered = No, for a reason outside our power
agreement-need-way = Say whether it was signed.
agreement-signed-on = Signed on
agreement-signed-by = Signed by
agreement-hindrance = What was in the way?
agreement-again-on = Tried again by
agreement-text = In words
agreement-need-day = Give the day of the signature.
agreement-need-signer = Say who signed.
agreement-need-hindrance = Say what was in the way.
agreement-need-again = Give a day after today, at most { $days } days ahead.
agreement-signed = Agreement signed
agreement-not-yet = Agreement not signed yet
signer-recipient = The recipient
signer-guardian = The guardian
signer-representative = A representative
signer-close-relative = A close relative
hindrance-in-custody = The recipient is in custody and cannot be met yet
hindrance-not-reached = The recipient cannot be reached
hindrance-ill = The recipient is ill
hindrance-refuses = The recipient does not want to sign
hindrance-far-away = The recipient is elsewhere
hindrance-no-capacity = No representative for a person without capacity yet
hindrance-other = Another reason
documents-title = Documents on the file
documents-none = No document yet.
document-new = Add a document
document-lede = It is kept encrypted; everyone who opens it stands in the trail. Photographs lose what they tell of place and device.
document-choose = Choose
document-kind = What is it?
document-need-kind = Say what it is.
document-file = File
document-file-hint = Picture (JPEG, PNG, WebP), PDF, Word or Excel without macros; up to { $mb } MB.
document-need-file = Choose the file to upload; it must not be empty.
document-pages = Pages, where nobody can count them
document-note = Note
document-not-whole = The form arrived only in part. Nothing was kept. Send it again.
document-kept = The document is on the file.
document-removed = The document is marked as removed.
document-removed-tag = Removed
document-removed-by = Removed by { $name }
document-remove = Remove
document-remove-why = Why is it removed?
document-remove-lede = It stays stored, marked as removed with this reason.
document-page-count = { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }
catalogue-title = Catalogue of the file
catalogue-frozen = As archived under { $number }.
catalogue-now = As the file stands now.
catalogue-n = No.
catalogue-name = Name
catalogue-kind = Kind
catalogue-number = Number
catalogue-pages = Pages
catalogue-first = From page
catalogue-unknown = not counted
catalogue-sum = Pieces: { $n }; pages: { $pages }.
catalogue-uncounted = Without a count of pages: { $n }.
hearings-title = Hearings and deadlines
hearings-none = None entered.
hearing-new = Enter a hearing or deadline
hearing-trial = Court hearing
hearing-arbitration = Arbitration hearing
hearing-mediation = Mediation
hearing-interrogation = Questioning
hearing-meeting = Meeting with the organ
hearing-enforcement = Enforcement
hearing-evidence-deadline = Last day for evidence
hearing-appeal-deadline = Last day for the appeal
hearing-other-deadline = Another deadline
hearing-kind = What is it?
hearing-need-kind = Say what it is.
hearing-day = Day
hearing-need-day = Give the day.
hearing-time = Time
hearing-time-hint = Such as 9:30. A deadline without a time ends with its day.
hearing-need-time = Give a time, such as 9:30.
hearing-length = How long, about?
hearing-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
hearing-organ = Before which body?
hearing-place = Place
hearing-place-new = Another place
hearing-whom = For whom
hearing-who = Who appears
hearing-interpreter = Interpreter booked
interpreter-none = None
interpreter-sign = Sign language
interpreter-other = Another language
hearing-note = Note
hearing-result = What came of it
hearing-off-why = Why it is called off
hearing-from = Begins
hearing-until = Until
hearing-until-about = Ends about
hearing-moved-often = Times moved
hearing-clash = At the same time
hearing-set = Entered.
hearing-moved = Moved.
hearing-noted = Noted.
calendar-title = Calendar
calendar-month = { $m ->
    [1] January { $y }
    [2] February { $y }
    [3] March { $y }
    [4] April { $y }
    [5] May { $y }
    [6] June { $y }
    [7] July { $y }
    [8] August { $y }
    [9] September { $y }
    [10] October { $y }
    [11] November { $y }
   *[12] December { $y }
  }
calendar-previous = Month before
calendar-today = This month
calendar-next = Month after
calendar-feed = Save as a calendar file (.ics)
calendar-clashes = Somebody would have to be in two places at once this month.
calendar-none = Nothing this month
calendar-none-text = Hearings and deadlines are entered on the page of a file.
calendar-name = Hearings of { $name }, { $day }
calendar-weekday-1 = Monday
calendar-weekday-2 = Tuesday
calendar-weekday-3 = Wednesday
calendar-weekday-4 = Thursday
calendar-weekday-5 = Friday
calendar-weekday-6 = Saturday
calendar-weekday-7 = Sunday
money-title = Money
money-none = No amount entered.
money-new = Enter an amount
money-claimed = Claimed
money-obtained = Obtained
money-avoided = Loss avoided
money-expense = Spent on the work
money-kind = Kind
money-need-kind = Say what the amount is.
money-amount = Amount
money-amount-hint = Digits, such as 1,354.50
money-amount-CNY = Amount in yuan
money-amount-VND = Amount in dong
money-need-amount = Give the amount.
money-on = Day
money-need-day = Give the day.
money-recipient = Whose amount is it?
money-nobody = Nobody alone (an expense)
money-need-recipient = Say whose amount it is: in a group matter every amount belongs to one person.
problem-recipient-needed = Say whose amount it is: in a group matter every amount belongs to one person.
money-purpose = What was it spent on?
money-no-purpose = No expense
money-need-purpose = Say what it was spent on.
money-receipt = Receipt among the documents
money-no-receipt = None
money-note = Note
money-kept = Entered.
money-remove = Take out
money-remove-why = Why is it taken out?
money-removed = Taken out.
money-removed-tag = Taken out
expense-travel = Travel
expense-lodging = Lodging
expense-appraisal = Expert opinion
expense-notary = Notary
expense-copying = Copying
expense-translation = Translation
expense-sign-interpreter = Sign-language interpreter
expense-post = Post
expense-other = Other
ending-title = Agreement, closing, archive
ending-none = Nothing yet.
parts-title = What the file must hold
parts-before-close = Needed for the closing report
parts-before-hand-in = Needed before the file is handed in
parts-there = There
parts-missing = Missing
end-event = What ended the case?
end-day = Day on which it ended
end-lacks = This is still missing: { $part }.
hand-in-why = Why can the missing parts not be had?
hand-in-need-why = Explain what is missing, or add it first.
return-file-why = What must be completed?
handover-in = Handed in
handover-checked = Checked
handover-back = Sent back
handover-archived = Accepted
handover-waits = Waits to be checked
handover-lacking = Without:
archive-number = Archive number
subsidy-title = Subsidies
subsidy-states = By state
subsidy-of-file = Subsidy for the file
subsidy-see-claim = See the claim
subsidy-claim = The claim
subsidy-reckoned = Reckoned by the rates in force on
subsidy-lines = Lines of the claim
subsidy-line = For
subsidy-how = Reckoned
subsidy-basis = Basis
subsidy-amount = Amount
subsidy-total = Total
subsidy-version = rate in force since { $day }
subsidy-unconfirmed = Rate not confirmed
subsidy-capped = Up to the limit
subsidy-how-file = Once for the file
subsidy-how-person = { $n } × { $each }, for each person
subsidy-how-hour = { $n } minutes at { $each } an hour
subsidy-how-percent = { $n } % of { $each }
subsidy-how-costs = As spent
subsidy-file = File
subsidy-practitioner = Who is paid
subsidy-firm = Firm
subsidy-licence = Licence
subsidy-service = Service
subsidy-currency = Currency
subsidy-n = No.
subsidy-since = Claimed
subsidy-claimed-by = Claimed by
subsidy-approved-by = Approved by
subsidy-paid-on = Paid
subsidy-rates-of = Rates of
subsidy-claimed = Claimed.
subsidy-approved = Approved.
subsidy-sent-back = Sent back.
subsidy-again = Reckon and claim again
subsidy-return-why = Why it is sent back
subsidy-none = No claim here
subsidy-none-text = A subsidy is claimed on the page of a file that was handed in.
subsidy-pay = Mark as paid and make the payment file
subsidy-pay-note = Each claim can be paid once. The file is on the next page.
subsidy-pay-this = Pay
subsidy-batches = Payments
subsidy-batch-paid = { $n ->
    [one] { $n } claim is paid.
   *[other] { $n } claims are paid.
  }
subsidy-sheet = Payment file (xlsx)
subsidy-sheet-title = Payment { $number }, { $unit }
