# Criminal cases: notices of bodies, questions of the ledger, lawyers on duty.
nav-notices = Notices of courts and police
nav-duty-help = Duty lawyers
verb-aid-answer-prompt = Answer a question of the ledger
verb-aid-roster = Put on duty
verb-aid-take-in = Take in an application
state-held-application = Holds an application
problem-notice-time = { $why ->
    [future] The notice cannot have come in the future.
    [found_after] The body cannot have found it after it sent the notice.
   *[hearing_past] The hearing lies before the day on which the notice came.
  } Check the day.
problem-notice-incomplete = { $field ->
    [name] Write the person’s name.
    [organ_name] Write the name of the body.
    [organ] A body of this kind does not notify under this head: look at both again.
    [born] Under this head the notice must say when the person was born, or give the identity number.
    [disabilities] Under this head the notice must say which disability it is.
    [certificate] This is not the number of a disability certificate: it has 20 places, the last two are kind (1 to 7) and grade (1 to 4).
   *[groups] Say to which group the person belongs.
  }
problem-prompt-answered = { $by } has answered this question already: { $answer ->
    [yes] yes
   *[no] no
  }.
problem-prompt-needs = { $field ->
    [reason] Say why not.
   *[kinds] Say which disability it is: the certificate says only that there are several.
  }
problem-session-time = { $why ->
    [future] This time lies in the future.
    [order] The end must come after the beginning.
   *[long] A session lasts 24 hours at most.
  }
problem-session-overlaps = This person is on duty elsewhere then: { $place }.
problem-help-incomplete = { $field ->
    [name] Write the person’s name.
    [place] Write the place.
   *[kinds] Say what help was given.
  }
language-km = Khmer
language-tyz = Tày
language-nut = Nùng
language-hmn = Hmong
language-blt = Thai of the mountains
language-mtq = Muong
language-cjm = Cham
language-rad = Ede
language-jra = Jarai
language-ko = Korean
language-mn = Mongolian
language-ug = Uyghur
language-kk = Kazakh
language-bo = Tibetan
language-za = Zhuang
language-ii = Yi
notices-new = Enter a notice
notices-none = No notice here
notices-none-text = Notices of courts, procuratorates and the police appear here with what is owed about them.
notices-filters = Which notices
notices-all = All
notices-waiting = Nobody acts yet
notices-file = File
notices-body = Body
notices-why = Head
notices-received = Received
notices-next = Next
notice-organ = Who notifies?
notice-organ-name = Name of the body
notice-reference = Its reference
notice-head = Why does it notify?
notice-name = Name of the person
notice-born = Date of birth
notice-sex = Sex
notice-id-number = Identity number
notice-certificate = Number of the disability certificate
notice-certificate-hint = It raises the question of Art. 25; it does not answer it.
notice-disabilities = Disability named in the notice
notice-groups = Groups
notice-household = The household is
notice-monthly-allowance = Does the person get a monthly social allowance?
notice-custody = Is the person held?
notice-custody-place = Where
notice-received-on = Day on which the notice came
notice-received-time = Time
notice-received-time-hint = Such as 16:20. All periods run from here.
notice-role = How the person stands
notice-role-hint = Left empty: as is usual before this body.
notice-stage = Stage
notice-cause = Charge
notice-hearing-on = Day of the hearing
notice-found-on = Day on which the body found it or was asked
notice-found-time = Time of that
notice-has-counsel = Has a lawyer of their own
notice-language = Language of the person
notice-needs = What the person needs
notice-contact = Who handles the case there, and how to reach them
notice-story = Remark
notice-defects = What is missing in the notice?
notice-more = More of what the notice says
notice-save = Enter the notice
notice-done-at-once = Accepted at once: { $number }. Now somebody is to be assigned.
notice-done-waiting = Entered: { $number }. It waits for a decision.
notice-need-organ = Say what kind of body it is.
notice-need-head = Say why it notifies.
notice-need-name = Write the person’s name.
notice-need-organ-name = Write the name of the body.
notice-need-day = Say on which day.
notice-need-time = Write the time, such as 16:20.
notice-custody-vn-emergency-hold = Yes, held in an emergency
notice-panel = Notice of the body
notice-body = Body
notice-at-once = Accepted at once: there is nothing to decide.
notice-waits = The body may notify; the agency decides.
notice-informed = Body told who acts
notice-not-informed = not yet
notice-held-at = Held at
notice-defect-document-missing = A document is not enclosed
notice-defect-contact-missing = Nobody to contact is named
notice-defect-reference-missing = No reference
notice-defect-identity-unclear = Who the person is stays unclear
notice-defect-place-unclear = Where the person is held stays unclear
notice-defect-head-not-shown = The facts do not bear the head out
notice-defect-organ-late = The body notified after its own period
notice-role-suspect = Suspect
notice-role-defendant = Defendant
notice-role-compulsory-treatment-respondent = Respondent in compulsory treatment
notice-role-held-in-emergency = Held in an emergency
notice-role-denounced = Denounced
notice-role-proposed-for-prosecution = Proposed for prosecution
notice-role-accused = Accused
notice-role-victim = Victim
notice-role-witness = Witness
notice-stage-investigation = Investigation
notice-stage-prosecution = Prosecution
notice-stage-prosecution-review = Review for prosecution
notice-stage-first-instance = First instance
notice-stage-second-instance = Second instance
notice-stage-death-review = Death-sentence review
notice-stage-retrial = Retrial
notice-stage-compulsory-treatment = Compulsory treatment
notice-as-usual = as usual before this body
question-panel = The ledger asks
question-note = A certificate or a date of birth decides nothing by itself. Your answer is recorded with your name.
question-because = The ledger shows: { $what }
question-because-minor = a minor in criminal procedure on the day of the notice
question-and = { ", " }
question-head = Is this head of the law met: { $name }?
question-need = Does the person need this: { $name }?
question-answer = Answer
question-choice = Your answer
question-yes = Yes
question-no = No
question-need-choice = Choose yes or no.
question-kinds = Which disability
question-reason = Why
question-reason-hint = Needed for a no.
question-save = Record the answer
question-saved = Your answer is recorded.
question-by = { $name }, { $at }
duty-register = Register of help
duty-sessions = Sessions
duty-session-new = New session
duty-sessions-none = No session yet
duty-sessions-none-text = Put somebody on duty at a court, a detention house or another place; whom they help is entered there.
duty-register-none = Nobody in the register here
duty-coming = Now and next
duty-past = Earlier
duty-practitioner = On duty
duty-kind = Kind of place
duty-place = Place
duty-day = Day
duty-from = From
duty-until = Until
duty-until-hint = An end before the beginning is on the next day.
duty-time-hint = Such as 09:00
duty-save-session = Put on duty
duty-session-saved = On duty: { $place }.
duty-number = Number
duty-name = Name
duty-asked-by = Who asked?
duty-organ = Body that handles the case
duty-reference = Reference of the body
duty-asked-time = Asked at
duty-role = How the person stands
duty-sex = Sex
duty-born = Date of birth
duty-id-number = Identity number
duty-groups = Groups
duty-disabilities = Disability
duty-cause = Charge
duty-custody = Is the person held?
duty-done = What came of it?
duty-done-given = Help was given
duty-done-declined = No help: not wanted, or not possible
duty-done-asked = Still to be done
duty-kinds = Help given
duty-plea = Witnessed the signing of a plea of guilty and acceptance of punishment
duty-summary = In a few words
duty-reason = Why there was no help
duty-application = The person gave me an application for legal aid
duty-application-hint = It is to be handed on within the time of the law; the period begins now.
duty-save-next = Save, next person
duty-saved = Entered: { $number }.
duty-enter = Enter a person
duty-in-session = In this session
duty-counts = { $all } in all; helped: { $given }; pleas witnessed: { $plea }; applications: { $applied }
duty-month = Month, such as 2026-11
duty-any = All
duty-show = Show
duty-export = Take out as a table (xlsx)
duty-state = State
duty-asked-at = Asked at
duty-given-at = Helped at
duty-hand-on = Hand the application on to { $unit }
duty-handed-on = Handed on
duty-handed-on-done = Handed on: file { $number }.
duty-held-since = Application in hand since
duty-story = What the person wants
duty-phone = Telephone
duty-row-title = Help { $number }
duty-need-kind = Choose the kind of place.
duty-need-practitioner = Choose who is on duty.
duty-need-place = Write the place.
duty-need-time = Write the time, such as 09:00.
duty-need-asker = Say who asked.
duty-need-name = Write the name.
duty-need-done = Say what came of it.
duty-need-kinds = Say what help was given.
duty-need-summary = Write in a few words what was done.
duty-need-reason = Write why there was no help.
duty-more = More about the person
