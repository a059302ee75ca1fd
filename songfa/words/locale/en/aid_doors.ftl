# The doors of legal aid: who comes in how, who acts for whom, one-time links, referrals.
problem-id-number-refused = This number is not accepted: { $doubt ->
    [check_digit] its check digit does not fit
    [old_form] it has the old form of nine digits
    [old_form_15] it has the old form of fifteen digits
    [province] its first three digits name no province
    [birth_differs] it tells another date of birth
    [sex_differs] it tells another sex
   *[taken] the ledger has it for somebody else
  }. Look at the card again.
doubt-old-form-15 = it has the old form of fifteen digits
problem-guardian-is-violator = A parent or guardian who violates the person's rights cannot apply or act for them. Another legal representative or a close relative has to apply (Legal Aid Law Art. 40).
problem-applicant-not-entitled = Somebody who stands to the person like this cannot apply for them. { $who ->
    [recipient] The person has to apply in their own name, or give a power of attorney.
    [statutory_representative] The legal representative (parent or guardian) has to apply.
    [other_statutory_representative_or_close_relative] Another legal representative or a close relative has to apply.
   *[other] Ask the office who may apply.
  }
problem-applicant-missing = { $way ->
    [unit] Say which unit applies.
    [body] Write the name of the other body.
   *[other] Write the name, and how this person stands to the one who needs help.
  }
problem-read-back-missing = What others wrote down has to be read back to the applicant. Tick it when it is done.
problem-sign-missing = { $what ->
    [witness] Write who saw the fingerprint.
   *[sign] Say whether the applicant signed or gave a fingerprint.
  }
problem-proxy-missing = Write the name and the identity number of who wrote for the applicant.
problem-consent-missing = A unit applies only with the person's consent. Tick it when the person agreed.
problem-answer-on-the-spot = A simple question is answered on the spot and recorded as a consultation; it opens no case file.
problem-scope-missing = Say what the representative may do.
problem-days-reversed = The last day ({ $last }) lies before the first ({ $first }).
problem-proof-unfit = This paper does not show the capacity. Choose one that does.
problem-representative-ended = The power of this representative has ended ({ $day }).
problem-representative-scope = This representative may not do that for the person.
problem-link-too-long = A link of this kind is valid for at most { $longest } { $unit ->
    [hours] hours
   *[days] days
  }.
problem-link-closed = This link cannot be used: { $standing ->
    [used] it was used already
    [revoked] it was taken back
   *[expired] its time is over
  }.
problem-link-not-now = There is nothing that a link could be used for while the file stands as it does.
problem-papers-left = Papers are still missing. Add them, or explain why you cannot get them: afterwards the office decides with what it has.
problem-referral-reason = Write why the person is referred.
problem-referral-no-file = Take the application first: a referral arrives when it has become one.
duty-take-on-referral = Take on a referral
duty-send-referral = Send the letter of referral
door-lede = First: who comes, and about what. Then the questions.
door-draft = An application that you began was not handed in.
door-draft-open = Go on with it
door-from-consultation = From the consultation of
door-from-referral = From the referral by { $body }
door-from-person = For { $name }, whom the ledger knows
door-known = { $name } is in the ledger. What you leave empty stays as the ledger has it.
door-ledger = Is the person in the ledger already?
door-ledger-label = Name, initials, telephone or whole identity number
door-ledger-none = Nobody found in your reach. Go on without.
door-way = Who applies?
door-way-self = The person
door-way-hint-self = In their own name.
door-way-relative = A relative or somebody they trust
door-way-hint-relative = For an adult who can act. In China with a power of attorney, in criminal cases also without.
door-way-ward = A parent or guardian, for a ward
door-way-hint-ward = For a minor, or somebody who cannot act alone. We ask who does the harm.
door-way-held = A relative, for somebody held
door-way-hint-held = In detention, in prison, in compulsory treatment.
door-way-unit = A unit, on the person's behalf
door-way-hint-unit = A station, a federation, a commune: with the person's consent.
relation-other-statutory-representative = Another parent or guardian (not the one who does the harm)
door-who = Who applies for the person
door-applicant = Name of who applies
door-relation = How they stand to the person
door-guardian-harms = Is a parent or guardian the one who violates the person's rights?
door-guardian-harms-hint = If so, that parent or guardian cannot apply; another representative or a close relative does.
door-need-harms = Say whether a parent or guardian does the harm.
door-applicant-id = Their identity number
door-applicant-phone = Their telephone
door-entrusted = There is a power of attorney
door-proof = Paper that shows it
door-proof-none = None was shown yet
door-which-unit = The unit that applies
door-unit = Which unit?
door-unit-other = Another one
door-unit-name = Name of the other unit
door-unit-name-hint = Only if it is not in the list
door-unit-person = Who acts for it
door-consent = The person agrees that the unit applies for them
door-simple = Can the question be answered on the spot?
door-simple-hint = A simple question is answered at once and counted in a book of its own; no case file is opened ({ $basis }).
door-simple-yes = Yes: record it as a consultation
door-simple-no = No: it needs written advice or more work
door-need-simple = Say whether it can be answered on the spot.
door-paper = How it was written down
door-paper-text = Whoever cannot write is written for. What others write is read back; the applicant signs or gives a fingerprint.
door-written-by = Who wrote it?
door-writer-applicant = The applicant
door-writer-staff = Our staff, for the applicant
door-writer-proxy = Somebody else, for the applicant
door-read-back = It was read back to the applicant, who confirmed it
door-signed-by = How was it confirmed?
door-sign-none = Not on paper
door-sign-signature = Signature
door-sign-fingerprint = Fingerprint
door-proxy = Name of who wrote for the applicant
door-proxy-id = Their identity number
door-witness = Name of the witness
door-witness-hint = Who saw the fingerprint
door-field-name = Name
door-field-born = Date of birth
door-field-sex = Sex
door-field-id-number = Identity number
door-field-phone = Phone
door-address-hint = Village or street, house number, township, province: it stands on the application form.
door-field-address = Address
door-field-language = Language
door-field-groups = New groups
changes-title = This changes the ledger
changes-lede = Compare before it is saved. What was left empty stays as it is.
changes-save = Right: save and hand in
changes-back = Back to the form
doors-title = How it came in, and who acts
doors-way = Who applied
doors-consent = with the person's consent
doors-read-back = read back
doors-witness = witness: { $name }
doors-guardian = Guardian
doors-guardian-harms = violates the person's rights: may not act
doors-consultation = From the consultation of
doors-agents = Representatives
doors-agent-holds = may act today
doors-agent-ended = may not act today
doors-links = One-time links
doors-answers = Came back by a link
file-act-aid-represent = Who may act for the person, for what, from when until when. Later than the last day the representative is refused.
represent-name = Name of the representative
represent-capacity = Capacity
represent-need-capacity = Choose the capacity.
represent-need-proof = Choose the paper that was shown.
represent-scopes = What they may do
represent-scope-apply = apply and complete the application
represent-scope-hand-in = hand in papers
represent-scope-receive-papers = receive documents
represent-scope-attend = attend meetings and hearings
represent-scope-settle = settle
represent-scope-opinion = give an opinion on the help
represent-scope-withdraw = withdraw the application
represent-since = From
represent-until = Last day
represent-end = End the power
represent-ended = The power has ended.
file-act-aid-link = For one purpose, once, for a limited time. Nothing personal stands in the address.
link-purpose = What is it for?
link-need-purpose = Choose what it is for.
link-for = Who will use it?
link-for-person = The person
link-span = How long is it valid? Write a number, in the days or hours named above (leave empty for the usual time)
link-default-hours = usually { $n } hours, at most { $longest }
link-default-days = usually { $n } days, at most { $longest }
link-made = The link
link-made-once = It is shown this once. Copy it or print this page now; if it is lost, take it back and make another.
link-address = Address
link-slip = Type the address into a browser, or open it on a telephone. It works once. Nobody from the office asks for money or passwords.
link-until = Valid until
link-once = can be sent once
link-revoke = Take it back
link-revoked = The link was taken back.
link-standing-open = open
link-standing-used = used
link-standing-revoked = taken back
link-standing-expired = expired
link-lede-complete-application = Add what is missing in your application. What you leave empty stays as it is.
link-lede-hand-in-papers = Add a picture or a PDF of each paper, at most 5 MB. Show the originals later if the office asks.
link-lede-sign-declaration = Read the declaration, then sign with your name.
link-lede-give-opinion = How was the help? What you say is used to make it better.
link-button-complete-application = Send
link-button-hand-in-papers = Hand in
link-button-sign-declaration = Sign
link-button-give-opinion = Send the opinion
link-story = What we should still know
link-explanation = What you cannot hand in, and why
link-signed = Your full name, as signature
link-need-truth = Tick the declaration to sign it.
link-grade = How content are you?
link-need-grade = Choose one.
opinion-grade-very-content = Very content
opinion-grade-content = Content
opinion-grade-not-content = Not content
link-opinion = What was good, what was not?
link-need-something = Nothing was filled in yet.
link-ended-unknown = This link does not exist
link-ended-text-unknown = Check the address. If it is right, ask the office for a new one.
link-ended-used = This link was used already
link-ended-text-used = What you sent has reached us. If it was not you, call the office.
link-ended-revoked = This link was taken back
link-ended-text-revoked = Ask the office for a new one.
link-ended-expired = The time of this link is over
link-ended-text-expired = Ask the office for a new one.
link-ended-closed = This link cannot be used any more
link-ended-text-closed = The matter has moved on, or whoever got the link may no longer act. Nothing was changed. Call the office.
link-ended-done = Thank you, it has reached us
link-ended-text-done = Nothing more is to be done here. The link is closed now.
link-said-story = Added
link-said-phone = Phone
link-said-way = How to reach
link-said-caution = Care
link-said-note = Note
link-said-language = Language
link-said-needs = Needs
link-said-limit-on = Last day
link-said-explanation = Explanation
link-said-signed = Signed
link-said-grade = Grade
link-said-text = Opinion
link-said-truth = Declared
nav-referrals = Referrals
referrals-title = Referrals
referral-new = Refer somebody to legal aid
referral-new-lede = The letter goes to { $office } and is in its inbox at once. Explain the right to legal aid to the person first.
referral-out-new = Refer to another body
referral-out-lede = The letter says who is referred and why.
file-act-aid-refer = Send the person on to another body. The file stays as it is; the letter says why.
referral-write = Write the letter
referral-sent = The referral is on its way
referral-sent-text = { $office } has it in its inbox. Print the letter for the person.
referral-open = Open the referral
referral-in = to us
referral-out = by us
referral-file = File
referral-letter = Letter
referral-take-on = Make an application of it
referral-hand-on = The letter went out
referral-handed-on = Noted: the letter went out.
referral-arrive = The other body has it
referral-arrived = Noted: it arrived.
referrals-body = Other body
referrals-matter = Matter
referrals-from = Direction
referrals-on = Entered
referrals-state = State
referrals-none = No referrals here
referrals-none-text = What communes, courts, arbitration or federations send, and what you send on, stands here.
refer-body-in = Who refers?
refer-body-out = To whom?
refer-need-body = Choose what kind of body it is.
refer-body-name-in = Name of the body (empty: your own unit)
refer-body-name-out = Name of the body
refer-need-body-name = Write the name of the body.
refer-address = Address
refer-role = In the matter the person is
referral-role-accused = accused
referral-role-victim = victim
referral-role-litigant = litigant
referral-role-other = none of these
refer-reason = Why
refer-papers = Papers enclosed
advice-apply = Make an application
advice-refer = Refer to another body
advice-became = became a file
apply-held = Is the person in detention, in prison or in compulsory treatment?
door-entrusted-own = I have a power of attorney from the person
door-brought-title = Papers
door-brought = Which papers did the applicant bring?
door-brought-hint = Tick what lies before you. The finding counts with it, and the decision shows only what is still missing.
door-taken = Application entered
door-taken-code = Give the code to the applicant, on paper or aloud: with it anybody can follow the application without signing in.
door-next = Enter the next application
door-proxy-hint = Needed where somebody else wrote it down
door-need-applicant = Enter the name of whoever applies for the person.
door-need-relation = Choose how they stand to the person.
