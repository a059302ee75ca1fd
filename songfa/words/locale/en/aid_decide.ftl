problem-already-done = { $by } was first with { $number } ({ $at }): { $act ->
    [aid.lapse] taken as withdrawn
    [aid.terminate] legal aid terminated
    [aid.discontinue] legal aid discontinued
    [aid.end_by_law] ended by law
    [aid.transfer] handed over to another agency
    [aid.withdraw] withdrawn
    [aid.refuse] refused
    [aid.uphold] the objection was upheld
    [aid.dismiss] the objection was dismissed
    [aid.turn_down] the complaint was not taken up
    [aid.answer_complaint] the complaint was answered
    [aid.agree_change] the change was agreed to
    [aid.refuse_change] the change was refused
    [aid.pass_check] the declaration was confirmed
    [aid.fail_check] the declaration was found untrue
    [aid.answer_cooperation] the request was answered
   *[other] it is finished
}.
problem-papers-not-overdue = The day until which papers may come is not over yet: { $number } cannot be taken as withdrawn.
problem-no-emergency = Papers may follow later only where the law lets help come first. Say why it cannot wait.
problem-same-unit = { $unit } has this file already. Choose another body.
problem-receiver-missing = Choose an agency, or write the name of the body.
problem-text-missing = Write the reasons.
problem-no-such-remedy = As { $number } stands, no objection can be raised.
problem-already-raised = Something like this is already waiting for an answer on { $number }.
problem-no-further-level = There is no further level for this complaint. Going to court remains open.
problem-same-practitioner = { $name } is the one in charge already. Choose somebody else.
letter-and = { "; " }
letter-organ-ended = Legal aid for { $name } (your reference: { $reference }) has been ended. Reason: { $reason }.
letter-transferred = We have handed your application over to { $to }. Reason: { $reason }.
letter-transferred-code = There you follow it by this new code: { $code }. The day of your first request and the papers you brought count there as well.
letter-objection-upheld = On your objection in the matter { $number }: the decision is set aside and the legal aid agency will decide anew.
letter-objection-dismissed = On your objection in the matter { $number }: the decision stands.
letter-acts-now = In charge of your case: { $name }.
letter-cooperation = In the matter { $number } we ask for your co-operation:
letter-cooperation-after = Please answer in writing within the period set by law.
