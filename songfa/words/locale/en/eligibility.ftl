# How a citation is written. $law the statute, $a article, $p paragraph, $i item.
cite-a = { $law }, Art. { $a }
cite-a-p = { $law }, Art. { $a }({ $p })
cite-a-i = { $law }, Art. { $a }, item { $i }
cite-a-p-i = { $law }, Art. { $a }({ $p })({ $i })
cite-law = { $law }
cite-amended = { $cite } (wording in force since { $year })
cite-and = { "; " }

# The outcome in one sentence.
finding-outcome-granted-without-means-test = Legal aid is to be given; income and property play no part.
finding-outcome-means-check-waived = Legal aid is to be given; the hardship is presumed once the status is proven, and is not checked.
finding-outcome-means-test-required = The matter qualifies; the financial condition decides.
finding-outcome-means-test-required-met = Legal aid is to be given: the matter qualifies and the financial condition is met.
finding-outcome-refuse = Legal aid cannot be given. The refusal is made in writing, with reasons.
finding-outcome-not-covered = The request falls outside what legal aid covers.
finding-outcome-mandatory-appointment = A lawyer must be appointed; no application and no means test are needed.
finding-outcome-discretionary-appointment = The court may ask for a lawyer to be appointed.
finding-outcome-advice-only = The question is answered; no decision on representation is needed.
finding-outcome-refer = The request goes to the body that is competent.
finding-outcome-terminate = The legal aid is ended.
finding-outcome-continue = The legal aid goes on until the case ends.

# One sentence for each step of the reasoning. $cite the citations, $what the subject of the rule.
reason-answered-directly = { $cite }: this is { $what }.
reason-gate = { $cite }: { $what }.
reason-beside = { $cite } also applies: { $what }.
reason-local-matter = { $cite }: { $what } is covered for those in financial hardship.
reason-not-listed = { $cite }: the request is not on { $what }.
reason-aid-matters-none = { $cite } covers { $what }, whatever the income.
reason-aid-matters-test = { $cite } covers { $what } for those in financial hardship.
reason-group-rules-none = { $cite }: group “{ $what }”; no financial condition.
reason-group-rules-test = { $cite }: group “{ $what }”; financial difficulty is required.
reason-group-claim-failed = { $cite }: the facts do not show the group “{ $what }”.
reason-group-claim-open = { $cite }: whether the group “{ $what }” fits must still be shown.
reason-criminal-mandatory = { $cite }: { $what }, without a defence lawyer; a lawyer must be appointed.
reason-criminal-discretionary = { $cite }: { $what }; the court may have a lawyer appointed.
reason-criminal-apply = { $cite }: { $what } may apply.
reason-criminal-closed = { $cite }: { $what }; the provision gives no aid here.
reason-hardship-presumed = { $cite }: { $what }; hardship is not checked.
reason-means-pass = { $cite }: { $what }; the financial condition is met.
reason-means-fail = { $cite }: { $what }; the financial condition is not met.
reason-lawyer = The practitioner must be: { $what } ({ $cite }).
reason-help-first = { $cite }: { $what }; help may be given first and the file completed later.
reason-applicant-valid = { $cite }: { $what } may file this application.
reason-applicant-not-valid = { $cite }: { $what } may not file this application.
reason-place = { $cite }: the place of application is { $what }.
reason-during-case = { $cite }: { $what }.
reason-proven = { $cite }: the papers handed in are enough ({ $what }).

# What follows: who decides, until when, what can be done against it.
finding-clock-days = { $what }: within { $amount ->
    [one] { $amount } day
   *[other] { $amount } days
  } ({ $cite }).
finding-clock-hours = { $what }: within { $amount } hours ({ $cite }).
finding-clock-working-days = { $what }: within { $amount } working days ({ $cite }).
finding-clock-at-once = { $what }: at once ({ $cite }).
finding-who-legal-aid-agency = The legal aid agency decides.
finding-who-court = The court decides whether to ask for a lawyer.
finding-who-duty-lawyer = The duty lawyer helps on the spot.
finding-who-justice-bureau = The justice bureau decides.
finding-who-case-handling-organ-notifies-agency-assigns = The organ handling the case notifies; the legal aid agency assigns a lawyer.
finding-who-legal-aid-organisation = The legal aid organisation decides.
finding-who-commune-people-committee = The commune People's Committee explains the right and refers to the Centre (form 13).
finding-who-proceedings-body-appoints-via-centre = The proceedings body appoints through the State Legal Aid Centre.
finding-remedy-objection-to-justice-bureau = You can object to the justice bureau that set up the agency.
finding-remedy-administrative-reconsideration = If the bureau upholds the decision, you can apply for administrative reconsideration.
finding-remedy-administrative-litigation = You can also bring an administrative suit.
finding-remedy-complaint-to-head-of-organisation = You can complain to the head of the organisation.
finding-remedy-complaint-to-director-of-justice-department = You can then complain to the Director of the provincial Department of Justice.
finding-remedy-court = You can then go to court.
finding-may-apply = These may file: { $who }.
finding-may-apply-recipient = the person in need
finding-may-apply-statutory-representative = the statutory representative
finding-may-apply-other-statutory-representative = another statutory representative
finding-may-apply-close-relative = a close relative
finding-may-apply-relative = a relative
finding-may-apply-proceedings-body = the proceedings body
finding-may-apply-other-body-or-person = another body or person
finding-list-and = { ", " }
finding-means-none-required = Means are not looked at.
finding-means-presumed = Hardship is presumed from the status; bring proof of it.
finding-means-declared = Means are judged on your statement and your commitment to good faith.
finding-means-data-checked = The financial condition rests on the data of the file.
finding-unconfirmed = The wording of these rules is not confirmed; check it before relying on it.
finding-ask = Still to be asked: { $facts }.

# Facts that may still be asked for.
fact-service = the kind of help wanted
fact-person-birth-date = date of birth
fact-person-fixed-income = whether there is a fixed source of living
fact-person-disability = whether there is a disability
fact-person-statuses = special statuses
fact-household-per-capita-monthly-income = monthly income a head
fact-household-poor = whether the household is poor
fact-household-near-poor = whether the household is near-poor
fact-monthly-social-allowance = whether the monthly social allowance is received
fact-ethnic-minority = whether the person belongs to an ethnic minority
fact-residence-zone = the zone of residence
fact-criminal-role = the role in the criminal case
fact-criminal-custody = the kind of custody
fact-documents = the papers at hand
fact-urgency-days-to-limit = days left before the time limit ends
fact-urgency-preservation-needed = whether urgent preservation is needed
fact-urgency-working-days-to-limit = working days left to sue
fact-urgency-working-days-to-hearing = working days to the hearing
fact-applicant-via = who passes the request on
fact-criminal-appointed-by-body = whether the proceedings body appoints counsel
fact-harm-to-avoid = whether harm threatens
fact-local-campaign = the local campaign

# Facts that cannot be.
problem-facts-invalid = The fact “{ $field }” cannot be used: { $reason ->
    [unknown_key] there is no such fact
    [unknown_value] the value is not one of those allowed
    [not_yes_or_no] a yes or a no is needed
    [not_a_number] a number is needed
    [negative_or_endless] the amount cannot be negative or endless
    [below_one] the number must be at least one
    [not_text] a text is needed
    [not_a_list] a list is needed
    [not_a_table] a group of facts is needed
    [not_a_day] a day in the form YYYY-MM-DD is needed
    [no_such_day] that day does not exist
    [in_the_future] the day lies in the future
    [too_long_ago] the day lies too far back
   *[other] the value is not valid
  }.

# The command `songfa aid check`.
aid-file-invalid = The file cannot be read as facts or scenarios: { $file }
aid-facts-or-cases = Give either --facts or --cases.
aid-pack-missing = Say which jurisdiction: --pack CODE, or the key “pack” in the file.
