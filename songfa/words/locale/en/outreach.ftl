# Plans, from the document to the work done.
verb-outreach-see = see plans
verb-outreach-draft = draw a plan from a document
verb-outreach-correct = correct a draft
verb-outreach-adopt = adopt a plan
verb-outreach-discard = put a draft away
verb-outreach-report = report progress
verb-outreach-finish-task = finish a share
verb-outreach-raise = raise an obstacle
verb-outreach-answer = answer an obstacle
verb-outreach-pass-up = pass an obstacle up
state-draft = Draft
state-adopted = Running
state-discarded = Put away
state-open = Not begun
state-under-way = Under way
state-done = Finished
state-raised = Waiting for an answer
state-answered = Answered
duty-plan-share = Do your share of the plan and report it
duty-answer-obstacle = Answer the obstacle
problem-plan-field-invalid = { $field ->
    [title] A title is needed.
    [start] That day does not exist. Write at least the month.
    [end] That day does not exist. Write at least the month.
    [dated] That day does not exist. Write at least the month.
    [frequency] Give both parts: how many times, and in which period.
    [target] What each unit owes must be more than nothing.
    [amount] Say how much was done, or write what was done.
    [obstacle] Say what stands in the way.
   *[other] This cannot be written here.
  }
problem-plan-no-shares = No task of “{ $plan }” has a unit yet. Choose the units first.
problem-plan-no-end = “{ $task }” has no end, and the plan has neither phases nor a year. Add one of them first.
problem-form-of-another = This form was mixed up with another that was sent already, so nothing was saved. Open the page anew and fill it in again.
problem-share-not-yours = This is the share of { $unit }. Only that unit, or one above it, may report on it.
problem-share-part-unknown = The share has no part that is due on { $on }.
problem-report-in-future = { $on } has not come yet. Report what has been done.
problem-evidence-kind = “{ $name }” is neither a picture (JPEG, PNG, WebP) nor a PDF, Word or Excel file without macros. It was not kept.
problem-evidence-large = “{ $name }” is larger than { $limit } MB. Send a smaller picture, or a part of the file. Nothing was kept.
problem-evidence-many = At most { $limit } files with one report. Send the others with a second one.

plans-title = Plans
plans-lists = Plans by state
plans-list-draft = Drafts
plans-list-adopted = Running
plans-list-discarded = Put away
plans-none-draft = No drafts
plans-none-adopted = No running plans
plans-none-discarded = Nothing was put away
plans-none-text = Upload a plan document: its tasks are read out and each field points at the line it came from.
plans-upload = Upload a plan document
plans-col-plan = Plan
plans-col-unit = Issued by
plans-col-tasks = Tasks
plans-col-progress = Progress
plans-col-late = Late
plans-col-obstacles = Obstacles
plans-col-state = State
plans-col-due = Due
plans-col-done = Done
plans-col-shares = Shares
plans-drawn = drawn { $day }
plans-percent = { $n }%
plans-asked-title = Obstacles put before you

plan-upload-title = Upload a plan document
plan-upload-lede = The document is read at once. Nothing runs before you have checked and adopted it.
plan-upload-field = Plan document
plan-upload-hint = Word (.docx), PDF with text, or plain text; at most { $mb } MB. A scan has to pass text recognition first. The document should hold no personal data beyond names of posts.
plan-upload-button = Read the document
plan-upload-missing = Choose a document.
plan-known-title = This document is already here
plan-known-text = “{ $name }” was uploaded before. Go on with what stands, or read it anew.
plan-known-again = Make new drafts from it all the same
plan-several = The document holds { $n } plans. Here is the first; the others stand among the drafts.

plan-draft-title = { $tasks ->
    [one] { $tasks } task read
   *[other] { $tasks } tasks read
  }, { $open ->
    [0] nothing left to look at
    [one] { $open } place wants your eye
   *[other] { $open } places want your eye
  }
plan-crumb-check = Check
plan-findings = What wants your eye
plan-findings-settled = { $n ->
    [one] { $n } finding settled
   *[other] { $n } findings settled
  }
plan-finding-at = Line { $n }:
plan-finding-plan = Whole plan:
plan-mend = Fill it in
plan-mend-year = Give the year
plan-look = Look at the place
plan-keep = leave it as it is
plan-or = or
plan-head = The plan
plan-head-year = Year
plan-head-year-hint = Days without a year in the document belong to it.
plan-head-edit = Correct the head
plan-head-save = Save
plan-head-phases = Phases
plan-head-source = Document
plan-head-download = Download the document
plan-tasks = Tasks
plan-task-checked = checked
plan-task-corrected = corrected
plan-task-added = added by hand
plan-col-task = Task
plan-col-lead = Lead
plan-col-when = When
plan-col-much = How much
plan-col-unit = Unit
plan-check-first = Check task by task
plan-to-units = On to the units
plan-add = Add a task
plan-add-title = Title of the task
plan-add-after = Behind
plan-add-at-end = at the end
plan-add-button = Add
plan-discard = Put the draft away
plan-discard-title = Put this draft away?
plan-discard-text = The document stays. You can draw a new draft from it at any time.
plan-discard-button = Put away
plan-discarded = The draft was put away.
plan-discarded-text = This draft was put away. The document is still here.

plan-task-title = Task { $n } of { $of }
plan-task-right = This one is right, next
plan-task-right-last = This one is right, on to the units
plan-task-more = Add, merge or remove
plan-task-merge = Merge with the task before
plan-task-merge-hint = Texts, bodies and products are joined; other fields are taken where the earlier task has none.
plan-task-remove = Remove this task
plan-task-remove-hint = Tasks under it go up one step. The document keeps its text.
plan-task-previous = Previous task
plan-task-next = Next task
plan-task-all = All tasks
plan-task-before = This draft can no longer be changed.
plan-task-text = Text
plan-task-start = Start
plan-task-end = End
plan-task-change = Correct
plan-task-save = Save
plan-task-cancel = Do not change
plan-task-empty = not stated
plan-task-said = The document says: { $text }
plan-task-said-nothing = The document says nothing here.
plan-task-times = How many times
plan-task-per = In each
plan-task-per-none = does not recur
plan-task-number = Number
plan-task-measure = Unit of measure
plan-task-lines-hint = One in each line.
plan-task-day-hint = A day may stay open, and so may the year if the plan has one.
plan-day-month = month { $month }
plan-day-month-day = day { $day } of month { $month }
plan-day-year-month = month { $month } of { $year }
plan-times = times
plan-per-day = day
plan-per-week = week
plan-per-two-weeks = two weeks
plan-per-month = month
plan-per-quarter = quarter
plan-per-half-year = half-year
plan-per-term = school term
plan-per-year = year

plan-units-title = Who does what
plan-units-lede = Each unit gets its own share of a task. The units were found by the names in the document; nothing is settled until you confirm it.
plan-units-lead = Document: { $lead }
plan-units-no-lead = The document names nobody.
plan-units-suggested = May be meant: { $units }
plan-units-more = and { $n } more
plan-units-given = { $n ->
    [one] 1 unit
   *[other] { $n } units
  }
plan-units-none = no unit
plan-units-confirm = Confirm all that may be meant
plan-units-confirmed = { $n ->
    [0] No further task names a unit of yours.
    [one] 1 task has its units now.
   *[other] { $n } tasks have their units now.
  }
plan-units-choose = Choose
plan-units-choose-title = Units for this task
plan-units-of = Units of { $area }
plan-units-target = What each unit owes
plan-units-target-hint = In { $measure }. Left empty, it is what the task says.
plan-units-target-plain = times or pieces
plan-units-save = Save
plan-units-saved = Saved.
plan-units-next = On to adoption
plan-units-each = { $target } { $measure } each, { $total } in all

plan-adopt-title = Adopt this plan?
plan-adopt-lede = { $shares ->
    [one] 1 share
   *[other] { $shares } shares
  } with { $duties ->
    [one] 1 dated duty
   *[other] { $duties } dated duties
  } will be opened for { $units ->
    [one] 1 unit
   *[other] { $units } units
  }. After that the plan can no longer be changed.
plan-adopt-unassigned = { $n ->
    [one] 1 task has no unit: nobody will owe it.
   *[other] { $n } tasks have no unit: nobody will owe them.
  }
plan-adopt-endless = { $n ->
    [one] 1 task has units but no end. Give it an end, or give the plan a year.
   *[other] { $n } tasks have units but no end. Give them an end, or give the plan a year.
  }
plan-adopt-over = { $n ->
    [one] 1 task was due before today: its duty is late from the first day.
   *[other] { $n } tasks were due before today: their duties are late from the first day.
  }
plan-adopt-open = { $n ->
    [one] 1 finding is not settled yet.
   *[other] { $n } findings are not settled yet.
  }
plan-adopt-skipped = { $n ->
    [one] 1 past part left out
   *[other] { $n } past parts left out
  }
plan-adopt-parts = { $n ->
    [one] 1 duty each
   *[other] { $n } duties each
  }, the first by { $first }, the last by { $last }
plan-adopt-once = once, by { $last }
plan-adopt-button = Adopt and open the duties
plan-adopt-none = Choose units first
plan-adopt-not-yours = Adoption is for the head of your unit.
plan-adopt-done = The plan runs. { $shares ->
    [one] 1 share was opened.
   *[other] { $shares } shares were opened.
  }

plan-running-since = running since { $day }
plan-figure-progress = done on average
plan-figure-done = shares finished
plan-figure-late = shares late
plan-figure-obstacles = obstacles unanswered
plan-of = { $n } of { $of }
plan-by-task = By task
plan-by-unit = By unit
plan-by-lists = How to look at the plan
plan-obstacles = Obstacles
plan-obstacles-none = No obstacle was raised.
plan-amount = { $n } of { $of } { $measure }
plan-shares-title = Shares
plan-shares-back = Back to the plan

shares-title = My tasks
shares-lists = Shares
shares-list-open = To do
shares-list-done = Finished
shares-none-open = Nothing to do
shares-none-done = Nothing finished yet
shares-none-text = When a plan gives your unit a task, it stands here and among what you owe.
shares-waiting = obstacle
share-due = Due { $day }
share-next-due = Next due { $day }
share-late = late
share-task = The task
share-plan = Plan
share-issuer = Issued by
share-products = Results
share-partners = Together with
share-audiences = For
share-parts = When it is due
share-part-due = Due
share-part-told = Reported
share-part-met = met
share-part-open = open
share-part-late = late
share-done = Done
share-report-title = Report progress
share-report-amount = How much was done
share-report-amount-hint = In { $measure }. 0 when you only send a note.
share-report-on = On which day
share-report-for = Counts for
share-report-for-day = the period of that day
share-report-for-part = what was due on { $day }
share-report-note = What was done
share-report-note-hint = No names or identity numbers of those helped.
share-report-files = Evidence
share-report-files-hint = Pictures (JPEG, PNG, WebP), PDF, Word or Excel; at most { $n } files of { $mb } MB each.
share-report-button = Report
share-reported = Reported.
share-reports = Reported so far
share-reports-none = Nothing reported yet.
share-report-line = { $amount } { $measure } on { $day }
share-report-counts = for { $day }
share-finish-title = Finish this share
share-finish-closing = Closing words
share-finish-closing-hint = Needed when less was done than owed: say why.
share-finish-button = Finish
share-finished = The share is finished.
share-ended = Finished. { $text }
share-raise-title = Something stands in the way
share-raise-text = What stands in the way, and what would help
share-raise-hint = It goes to { $issuer }, who owes you an answer within five working days; then it rises to the unit above.
share-raise-button = Raise it
share-raised = It was put before { $issuer }.
share-not-mine = Only the unit itself, or one above it, reports here.
obstacle-title = An obstacle
obstacle-raised-by = { $unit }, { $day }
obstacle-asked = before { $unit }
obstacle-risen = passed up
obstacle-answer-due = answer due { $day }
obstacle-answer = Answer
obstacle-answer-title = Your answer
obstacle-answer-button = Answer
obstacle-answered = Answered.
obstacle-answered-by = { $name }, { $day }
obstacle-up = Pass it to the unit above
obstacle-upped = It went to the unit above.
obstacle-share = To the share
