# Documents of a file, issued by hand, and empty forms.
problem-form-lacks = This document cannot be written yet: { $value ->
    [person_name] the name of the person
    [practitioner_name] the practitioner
    [practitioner_unit] the practitioner’s office
    [missing] a list of what is missing
    [grounds] a ground of the refusal
    [termination_ground] the ground of the ending
    [cooperation_to] the agency that is asked
    [cooperation_request] what the agency is asked for
    [change_result] what was decided on the change
    [change_next] who takes over
    [objection_result] what was decided on the objection
    [transfer_to] the body to which it goes
   *[other] something
} is not known.
problem-form-value-unknown = No form knows the value “{ $value }”.
problem-form-not-by-hand = This document comes with its own act. It cannot be issued by hand here.
papers-title = Issue a document
papers-lead = Each document is filled with what the file knows. What is not known is asked, or stays free to be written by hand. It is kept as issued.
papers-form = Form
papers-none = No document can be issued by hand now.
papers-note = Note on the document
papers-note-hint = Stands where the form has room for remarks. Leave it empty to write by hand.
papers-issue = Issue
papers-unconfirmed = The fields of these forms have not been checked against the official set yet. Compare them before first use.
papers-preview = Look first (PDF)
papers-done = Issued: { $name }
papers-blank-title = Empty forms
papers-blank-lead = To print and to fill in by hand. They bear the name of your office.
papers-blank-link = Empty forms to print
papers-form-name = Name
papers-form-files = Documents
papers-all-pdf = All in one PDF
papers-all-docx = All as docx (zip)
papers-register = Register of files by month
papers-sheets = Official forms
papers-ledger = Ledger of duty-lawyer help by month
papers-report = Report of a half-year or year
sheet-handed-on = The application for legal aid was handed on to { $unit } on { $day }.
sheet-taken-in = An application for legal aid was received on { $day }.
sheet-plea = plea of guilty witnessed
report-received = Requests received
report-begun = Cases accepted
report-begun-tgtt = of these: taking part in proceedings
report-begun-tv = of these: advice
report-begun-ddntt = of these: representation out of court
report-refused = Requests refused
report-transferred = Requests transferred
report-discontinued = Cases not continued
report-done = Cases finished
report-done-tgtt = of these: taking part in proceedings
report-done-tv = of these: advice
report-done-ddntt = of these: representation out of court
report-people = People helped in finished cases
report-changed = Cases in which the provider was changed on request
report-complaints = Complaints
report-assessed = Cases whose quality was assessed
report-group = Finished cases of: { $name }
report-grade-excellent = Quality: good
report-grade-good = Quality: fair
report-grade-pass = Quality: pass
report-grade-fail = Quality: fail
problem-paper-replaced = { $number } was issued anew already. Open the newest one.
problem-paper-not-true-now = { $number } no longer says how the file stands. It cannot be issued anew.
papers-again = Correct and issue anew
papers-again-lead = The document is filled again from what the file knows now and gets a number of its own. The old one is kept.
papers-again-why = What was wrong
papers-again-need-why = Write what was wrong.
papers-again-done = Issued anew: { $name }
papers-replaced = replaced
papers-replaces = in place of { $number }
papers-open = Left to you
papers-open-count = { $n ->
    [0] nothing
    [one] { $n } place
   *[other] { $n } places
}
papers-look = Look first
papers-asks = What this paper still asks
papers-asks-hint = The file does not know it. Fill in what you know; what you leave empty stays free to be written by hand.
papers-asks-nothing = The file fills this paper whole.
papers-box-blank = leave it to the hand
papers-fill = fill in
papers-fill-keep = Keep
papers-filled = Filled in: { $name }
problem-form-box-shut = The form does not ask for “{ $value }”: it has no such place, or it is known already.
problem-form-box-choice = What was ticked for “{ $value }” is not among the choices of the form.
