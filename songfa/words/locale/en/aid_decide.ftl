problem-already-done = { $by } was first with { $number } ({ $at }): { $act ->
    [lapse] taken as withdrawn
    [terminate] legal aid terminated
    [discontinue] legal aid discontinued
    [end_by_law] ended by law
    [transfer] handed over to another agency
    [withdraw] withdrawn
    [refuse] refused
    [uphold] the objection was upheld
    [dismiss] the objection was dismissed
    [turn_down] the complaint was not taken up
    [answer_complaint] the complaint was answered
    [agree_change] the change was agreed to
    [refuse_change] the change was refused
    [pass_check] the declaration was confirmed
    [fail_check] the declaration was found untrue
    [answer_cooperation] the request was answered
    [grant] legal aid granted
    [assign] given to a practitioner
    [choose] given to a volunteer
    [end_offer] the offer was ended
    [accept] taken on
    [decline] given back
    [change_provider] given to another practitioner
    [close] closed
    [hand_in] handed in
    [return_file] sent back
    [archive] archived
    [hold_hearing] the hearing was held
    [call_off_hearing] the hearing was called off
    [approve_subsidy] the claim was approved
    [return_subsidy] the claim was sent back
    [pay_subsidy] the claim was paid
    [hand_on] handed on
    [take_on] taken on
    [assess] the file was graded
   *[other] it is done
  }.
problem-papers-not-overdue = The day until which papers may come is not over yet: { $number } cannot be taken as withdrawn.
problem-no-emergency = Papers may follow later only where the law lets help come first. Say why it cannot wait.
problem-same-unit = { $unit } has this file already. Choose another body.
problem-receiver-missing = Choose an agency, or write the name of the body.
problem-text-missing = Write the reasons.
problem-no-such-remedy = As { $number } stands, no objection can be raised.
problem-already-raised = Something like this is already waiting for an answer on { $number }.
problem-no-further-level = There is no further level for this complaint. Going to court remains open.
nav-beside = Objections and checks
beside-lede = What waits for an answer beside the files.
beside-kinds = Kinds
beside-kind-objection = Objection
beside-kind-complaint = Complaint
beside-kind-change = Change of person in charge
beside-kind-check = Spot check of a declaration
beside-kind-cooperation = Co-operation of another agency
beside-number = File
beside-state = State
beside-since = Since
beside-answers = Who answers
beside-due = Due
beside-none = Nothing waits for an answer.
beside-none-done = Nothing has been answered yet.
beside-show-open = Show what waits
beside-show-done = Show what was answered
beside-draws = Draws
beside-draw-on = Day
beside-draw-unit = Agency
beside-draw-pool = Declarations
beside-draw-drawn = Drawn
beside-draw-share = { $n } ({ $percent }%)
beside-draw-seed = Seed
beside-draw-note = Drawn among the granted files that rest on a declaration and were in no draw before. The seed is the day and the agency: anybody can repeat the draw.
beside-draw-done = { $drawn } of { $pool } declarations drawn.
beside-said = What was said
beside-file = Open the file
beside-answer = Answer
beside-decide = Decide
beside-send = Save the decision
beside-verb = What do you decide?
beside-need-verb = Choose what you decide.
beside-nobody-title = Nobody can take this file over now
beside-nobody = Everybody on the roll is barred, suspended or acts for the other side. You can look what speaks against each person and set a bar aside where the law allows it; have somebody entered into the roll; or answer no with your reasons. The request stays open until it is answered.
beside-nobody-look = Who was looked at, and what speaks against each
beside-nobody-roll = The roll of practitioners
beside-practitioner = Who acts from now on (only when you agree)
beside-upheld = The complaint is right: what was decided wrongly is decided anew
beside-still-entitled = The true figures still give a right to aid
beside-text = Reasons or answer
beside-finished = This was finished in the meantime. What was decided stands below.
beside-against = Against
beside-ground = About
beside-level = Level
beside-before = Earlier answer
beside-of = In charge until now
beside-to = In charge from now on
beside-seed = Seed of the draw
beside-mark = Place in the draw
beside-asker = Asked by
beside-asked = Asked of
decide-need-means = Say on what the applicant's means are judged.
decide-means = On what are the applicant's means judged?
decide-means-short = Means
means-basis-declared = The applicant's commitment of integrity, read out and signed
means-basis-data-checked = Data that the agency checked
decide-urgent = Why help cannot wait for these papers (only if papers may follow)
decide-grounds = Grounds
decide-unit = Agency in this system
decide-outside = None: a body outside this system
decide-body = Name of the body outside this system
decide-transfer-reason = Why it is handed over
decide-question = What is asked of the other agency
decide-need-question = Write what is asked.
decide-need-words = Write what the person says.
decide-need-ground = Choose what it is about.
decide-complaint-text = What happened
decide-complaint-ground = What the complaint is about
decide-objection-text = Why the person does not agree
decide-change-text = Why the person asks for somebody else
decide-change-why = Why somebody else acts
told-born = Born
told-disability = Disability
told-household-size = People in the household
told-income-per-head = Income a head and month, as stated
told-fixed-income = Fixed source of living
told-household = Household
told-monthly-allowance = Monthly social allowance
told-role = Stands in the case as
told-custody = Held
told-has-counsel = Lawyer of their own
decide-title = What the decision rests on
decide-open = See what the decision rests on
decide-panel = Decision and what was said against it
decide-as-of = Values of the pack { $pack } as of
decide-first-day = First asked
decide-first-asked = first asked { $day }
decide-handed-to = Handed over to
decide-handed-from = Came from
decide-proof = Proof
decide-proof-here = Received:{ " " }
decide-proof-open = Missing:{ " " }
decide-proof-met = enough
decide-proof-complete = The proof is complete
decide-proof-lacking = Proof is still missing
decide-proof-none = Nothing has to be proven.
decide-all-of = All of these
decide-one-of = One of these is enough
decide-ways = What you can decide
decide-remedies = What may be said against a decision
decide-values = Dated values that were used
decide-value-what = Rule
decide-value-value = Value
decide-value-since = In force
decide-value-basis = Basis
decide-unconfirmed = unconfirmed
decide-prompt-papers-overdue = Papers did not come in time
decide-prompt-declaration-untrue = A declaration was found untrue
decide-section-regimes = Law in force
decide-section-aid-matters = Matter of aid
decide-section-group-rules = Group of persons
decide-section-criminal-heads = Criminal case
decide-section-open-heads = Other matters
decide-section-means-rules = Means
decide-section-applicant-rules = Who may apply
decide-section-direct-rules = Answered at once
decide-section-gates = Condition
decide-section-side-rules = Side of the case
decide-section-waivers = Hardship presumed
decide-section-lawyer-rules = Who may act
decide-section-emergency-rules = Help first
decide-section-place-rules = Place
decide-section-stage-rules = During the case
decide-section-proof-rules = Proof
decide-section-clocks = Period
decide-section-finding-clocks = Period
decide-section-hardship-lines = Line of hardship
owed-by-other-agency = Other agency
file-act-aid-lapse = The day until which the papers were to come is over. The application is taken as withdrawn.
file-act-aid-terminate = The decision is written at once; the case-handling organ is told where there is one.
file-act-aid-discontinue = The written notice is made at once.
file-act-aid-end-by-law = Note that the proceedings were ended by law.
file-act-aid-transfer = To an agency in this system a new file goes with everything that was told, the papers received and the day of the first request. The applicant gets a notice with a new code.
file-act-aid-cooperate = The other agency sees your question and nothing of the file.
file-act-aid-object = Write down the objection as the person says it. The justice bureau decides on it.
file-act-aid-complain = Write down the complaint as the person says it.
file-act-aid-ask-change = Write down why the person asks for somebody else.
follow-handed-to = Your application was handed over to { $to }. Use the new code on the notice to follow it there.
follow-raised = What you raised
follow-raised-by = answer by { $day }
follow-not-agreed = You do not agree, or something goes wrong?
follow-not-agreed-text = It costs nothing, and nobody may treat you worse for it.
raise-objection = Object to the decision
raise-complaint = Complain
raise-change = Ask for somebody else
raise-escalate = Take the complaint further
raise-lede-objection = The body above the agency looks at the decision again.
raise-lede-complaint = Say what went wrong. You get an answer in writing.
raise-lede-change = The agency answers you within the period set by law.
raise-lede-escalate = The next body looks at your complaint and at the answer you got.
raise-text-objection = Why do you not agree?
raise-text-complaint = What happened?
raise-text-change = Why do you want somebody else?
raise-text-escalate = Why do you not agree with the answer?
raise-need = Write a few words.
raise-send = Send
raise-done = It has arrived
raise-done-objection = Your objection has arrived. You can see here how it stands.
raise-done-complaint = Your complaint has arrived. You can see here how it stands.
raise-done-change = Your request has arrived. You can see here how it stands.
raise-done-escalate = Your complaint goes to the next body. You can see here how it stands.
raise-back = See how it stands
follow-state-under-way = Somebody is working on your matter
follow-state-handed-in = The matter is closed
follow-state-archived = The matter is closed
follow-state-transferred = Your application was handed over
follow-state-lapsed = Your application is taken as withdrawn
follow-state-terminated = Legal aid was ended
follow-state-discontinued = Legal aid does not go on
follow-state-ended-by-law = The proceedings were ended by law
follow-next-under-way = The person in charge works on it and reports to you.
follow-next-handed-in = Nothing more is to be done. If you are not content, tell the office.
follow-next-archived = Nothing more is to be done. If you are not content, tell the office.
follow-next-transferred = The other office looks at it now. The day of your first request counts.
follow-next-lapsed = The papers did not come in time. You can apply again at any time.
follow-next-terminated = The reasons stand in the written decision. You can object.
follow-next-discontinued = The reasons stand in the written notice. You can complain.
follow-next-ended-by-law = Nothing more is to be done. You can apply again at any time.
api-op-beside = What waits for an answer beside the files
api-op-beside-one = One objection, complaint, change, check or co-operation
api-op-beside-answer = Answer it by its verb
api-op-draw = Draw today's spot checks
