problem-already-done = { $by }已先行处理{ $number }（{ $at }）：{ $act ->
    [aid.lapse] 视为撤回申请
    [aid.terminate] 已终止法律援助
    [aid.discontinue] 不再继续法律援助
    [aid.end_by_law] 程序依法终止
    [aid.transfer] 已移送其他机构
    [aid.withdraw] 已撤回
    [aid.refuse] 不予法律援助
    [aid.uphold] 异议成立，责令改正
    [aid.dismiss] 维持原决定
    [aid.turn_down] 投诉不予受理
    [aid.answer_complaint] 投诉已答复
    [aid.agree_change] 已同意更换
    [aid.refuse_change] 不同意更换
    [aid.pass_check] 承诺属实
    [aid.fail_check] 承诺不实
    [aid.answer_cooperation] 协作请求已答复
   *[other] 已办结
}。
problem-papers-not-overdue = 补充材料的期限尚未届满，{ $number }不能视为撤回。
problem-no-emergency = 只有法律规定可以先行提供援助的，材料才可以后补。请写明为什么不能等待。
problem-same-unit = { $unit }就是现在的办理机构，请选择其他机构。
problem-receiver-missing = 请选择机构，或者填写接收单位的名称。
problem-text-missing = 请写明理由。
problem-no-such-remedy = { $number }目前的状态下不能提出异议。
problem-already-raised = { $number }已有一项同类请求正在等待答复。
problem-no-further-level = 该投诉没有更高一级的处理程序，可以依法向法院起诉。
problem-same-practitioner = { $name }就是现在的承办人员，请选择其他人。
letter-and = ；
letter-organ-ended = { $name }的法律援助（贵单位文号：{ $reference }）现已终止。理由：{ $reason }。
letter-transferred = 现将你的申请移送{ $to }。理由：{ $reason }。
letter-transferred-code = 移送后请用新的查询码查询：{ $code }。首次申请的日期和已提交的材料继续有效。
letter-objection-upheld = 关于你对{ $number }一案提出的异议：原决定应予改正，由法律援助机构重新审查决定。
letter-objection-dismissed = 关于你对{ $number }一案提出的异议：维持原决定。
letter-acts-now = 你的案件由{ $name }承办。
letter-cooperation = 现就{ $number }一案，请贵机构协助办理下列事项：
letter-cooperation-after = 请在规定期限内书面答复。
