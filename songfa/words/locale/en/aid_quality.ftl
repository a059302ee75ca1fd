# Quality: samples, score sheets, opinions.
nav-quality = Quality
quality-panel = Quality
quality-less = Did not pass: the subsidy suggested is { $n } % of the rate.
quality-points = { $n ->
    [one] 1 point
   *[other] { $n } points
  }
quality-open = Open
quality-file = File
quality-practitioner = Practitioner
quality-state = Result
quality-assessor = Assessor
quality-none = No file was drawn yet.
quality-none-text = Press “Draw a sample” to choose closed files to assess at random.
samples-title = Samples
sample-draw = Draw a sample
sample-lede = From the files closed within these days, as many as you say. Which ones, the lot decides.
sample-first = Closed from
sample-last = Closed until
sample-service = Form of service
sample-every-service = Every form
sample-rate = Files in a hundred
sample-rate-hint = Either this or the number of files.
sample-number = Number of files
sample-seed = Seed of the draw
sample-seed-hint = Any words, such as dice thrown before witnesses. Who knows them can draw again and finds the same files.
sample-seed-was = Seed “{ $seed }”, drawn by { $who }
sample-line = { $drawn } of { $pool } files
sample-how = A file's lot is the SHA-256 of the seed, a colon and the file's number in the system; the smallest lots are drawn.
sample-done = { $n } of { $pool } files were drawn.
sample-drawn-as = Drawn as
sample-rank = No. { $rank } of { $of }, from { $pool } files
score-need = Give the points.
score-most = 0 to { $n } points
score-vetoes = Grounds for failing at once
score-vetoes-hint = Any one of these fails the file whatever its points.
score-remarks = Remarks
score-save = Grade the file
score-done = The file is graded.
score-found = What was found
score-total = Points
score-waits = This file waits to be assessed by somebody who may.
score-unconfirmed = The items of this sheet are not confirmed from the official text.
results-title = Results by practitioner and unit
results-of = Results of { $year }
results-practitioners = Practitioners
results-units = Units
results-name = Name
results-mean = Mean
results-count = Files
results-none = Nothing was assessed in this year.
opinions-title = Opinions
opinions-none = Nobody has given an opinion yet. Choose below what to record.
opinion-take = Take down an opinion
opinion-form-no = form { $no }
opinion-text = In their own words
opinion-given-by = Who said it
opinion-on = Day
opinion-save = Save the opinion
opinion-done = The opinion is saved.
opinion-whole = On the whole
opinion-percent = { $n } of 100
opinion-by-code = by the recipient, with the code of the receipt
opinion-need-answer = Choose an answer.
opinion-answer-5 = Very good
opinion-answer-4 = Good
opinion-answer-3 = Middling
opinion-answer-2 = Bad
opinion-answer-1 = Very bad
opinion-public-title = Tell us how it was
opinion-public-lede = When your case has ended, say what you think of the help. You need the code of your receipt.
opinion-public-free = The lawyer does not see your answers. They change nothing in your case.
opinion-go = Go on
opinion-send = Send
opinion-thanks = Thank you
opinion-thanks-lede = Your opinion has arrived. It helps others after you.
file-act-aid-opinion = Take down what somebody thinks of the work.
problem-scores-invalid = These points cannot be: { $item }.
problem-sheet-missing = No score sheet fits files of this form of service ({ $service }).
problem-sample-empty = No file closed from { $first } to { $last } is left to be drawn.
problem-sample-unclear = { $reason ->
    [both] Give either a rate or a number of files.
    [rate] A rate lies between 1 and 100.
    [days] The last day lies before the first.
   *[seed] Give the draw a seed of up to 80 signs.
}
problem-assessor-involved = You acted on { $number } yourself: somebody else has to assess it.
problem-opinion-invalid = The opinion is incomplete: every question needs an answer.
problem-opinion-too-early = { $number } has not ended yet. Come back when it has.
problem-opinion-given = An opinion on { $number } was given already. Thank you.
