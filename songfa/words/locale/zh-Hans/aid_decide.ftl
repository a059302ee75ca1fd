problem-already-done = { $by }已先行处理{ $number }（{ $at }）：{ $act ->
    [lapse] 视为撤回申请
    [terminate] 已终止法律援助
    [discontinue] 不再继续法律援助
    [end_by_law] 程序依法终止
    [transfer] 已移送其他机构
    [withdraw] 已撤回
    [refuse] 不予法律援助
    [uphold] 异议成立，责令改正
    [dismiss] 维持原决定
    [turn_down] 投诉不予受理
    [answer_complaint] 投诉已答复
    [agree_change] 已同意更换
    [refuse_change] 不同意更换
    [pass_check] 承诺属实
    [fail_check] 承诺不实
    [answer_cooperation] 协作请求已答复
    [grant] 已准予法律援助
    [assign] 已指派承办人
    [choose] 已选定承办人
    [end_offer] 已撤下征集
    [accept] 已接受指派
    [decline] 已退回指派
    [change_provider] 已更换承办人
    [close] 已结案
    [hand_in] 案卷已提交归档
    [return_file] 案卷已退回补正
    [archive] 已归档
    [hold_hearing] 庭审已进行
    [call_off_hearing] 庭审已取消
    [approve_subsidy] 补贴已审批
    [return_subsidy] 补贴申领已退回
    [pay_subsidy] 补贴已发放
    [hand_on] 已转交
    [take_on] 已接收
    [assess] 已评定
   *[other] 已办理
  }。
problem-papers-not-overdue = 补充材料的期限尚未届满，{ $number }不能视为撤回。
problem-no-emergency = 只有法律规定可以先行提供援助的，材料才可以后补。请写明为什么不能等待。
problem-same-unit = { $unit }就是现在的办理机构，请选择其他机构。
problem-receiver-missing = 请选择机构，或者填写接收单位的名称。
problem-text-missing = 请写明理由。
problem-no-such-remedy = { $number }目前的状态下不能提出异议。
problem-already-raised = { $number }已有一项同类请求正在等待答复。
problem-no-further-level = 该投诉没有更高一级的处理程序，可以依法向法院起诉。
nav-beside = 异议投诉与核查
beside-lede = 案件之外等待答复的事项。
beside-kinds = 类别
beside-kind-objection = 异议
beside-kind-complaint = 投诉
beside-kind-change = 更换承办人员
beside-kind-check = 承诺抽查
beside-kind-cooperation = 异地协作
beside-number = 案件
beside-state = 状态
beside-since = 提出时间
beside-answers = 答复单位
beside-due = 期限
beside-none = 没有等待答复的事项。
beside-none-done = 还没有已答复的事项。
beside-show-open = 查看等待答复的
beside-show-done = 查看已答复的
beside-draws = 抽取记录
beside-draw-on = 日期
beside-draw-unit = 机构
beside-draw-pool = 承诺总数
beside-draw-drawn = 抽中
beside-draw-share = { $n }（{ $percent }%）
beside-draw-seed = 抽签种子
beside-draw-note = 从凭承诺给予援助、以前没有参加过抽取的案件中抽取。抽签种子由日期和机构构成，任何人都可以重新验证。
beside-draw-done = { $pool }份承诺中抽中{ $drawn }份。
beside-said = 提出的内容
beside-file = 打开案件
beside-answer = 答复
beside-decide = 处理
beside-send = 保存处理结果
beside-verb = 处理结果
beside-need-verb = 请选择处理结果。
beside-nobody-title = 目前没有可以接办的人员
beside-nobody = 名册中的人员都有回避、停职等情形，或者代理对方。可以逐人查看原因，依法可以不适用的，作出说明后选择；也可以先补充名册人员；或者说明理由，不同意更换。答复之前，申请一直有效。
beside-nobody-look = 查看各人的情况和原因
beside-nobody-roll = 承办人员名册
beside-practitioner = 今后由谁承办（同意更换时选择）
beside-upheld = 投诉成立，错误的决定应当重新作出
beside-still-entitled = 按真实情况仍符合援助条件
beside-text = 理由或者答复内容
beside-finished = 此事已经办结，处理结果见下。
beside-against = 针对
beside-ground = 投诉事项
beside-level = 处理层级
beside-before = 上一级答复
beside-of = 原承办人员
beside-to = 现承办人员
beside-seed = 抽签种子
beside-mark = 抽取标记
beside-asker = 请求机构
beside-asked = 被请求机构
decide-need-means = 请选择经济状况的核查方式。
decide-means = 经济状况如何核查？
decide-means-short = 经济状况
means-basis-declared = 申请人的个人诚信承诺（已告知并签署）
means-basis-data-checked = 通过信息共享查询核查
decide-urgent = 为什么不能等材料齐全（仅在允许后补时填写）
decide-grounds = 事由
decide-unit = 本系统内的机构
decide-outside = 不在本系统内
decide-body = 系统外单位名称
decide-transfer-reason = 移送理由
decide-question = 请求协作的事项
decide-need-question = 请写明请求协作的事项。
decide-need-words = 请写明本人的意见。
decide-need-ground = 请选择投诉事项。
decide-complaint-text = 具体情况
decide-complaint-ground = 投诉什么
decide-objection-text = 不同意的理由
decide-change-text = 要求更换的理由
decide-change-why = 更换理由
told-born = 出生
told-disability = 残疾类别
told-household-size = 家庭人口
told-income-per-head = 所述家庭人均月收入
told-fixed-income = 固定生活来源
told-household = 家庭情况
told-monthly-allowance = 每月社会补助
told-role = 诉讼地位
told-custody = 是否在押
told-has-counsel = 是否已有律师
decide-title = 决定依据
decide-open = 查看决定依据
decide-panel = 决定与救济
decide-as-of = 按{ $pack }当日有效的规定：
decide-first-day = 首次申请
decide-first-asked = 首次申请：{ $day }
decide-handed-to = 移送至
decide-handed-from = 移送自
decide-proof = 证明材料
decide-proof-here = 已收到：
decide-proof-open = 尚缺：
decide-proof-met = 已满足
decide-proof-complete = 证明材料齐全
decide-proof-lacking = 证明材料尚不齐全
decide-proof-none = 无需证明材料。
decide-all-of = 以下全部
decide-one-of = 以下任一即可
decide-ways = 可以作出的处理
decide-remedies = 对决定不服怎么办
decide-values = 所用规则及其有效期
decide-value-what = 规则
decide-value-value = 数值或条文
decide-value-since = 有效期
decide-value-basis = 依据
decide-unconfirmed = 未核实
decide-prompt-papers-overdue = 材料逾期未补
decide-prompt-declaration-untrue = 承诺被查明不实
decide-section-regimes = 适用法律
decide-section-aid-matters = 援助事项
decide-section-group-rules = 援助对象
decide-section-criminal-heads = 刑事情形
decide-section-open-heads = 其他事项
decide-section-means-rules = 经济条件
decide-section-applicant-rules = 申请资格
decide-section-direct-rules = 直接答复
decide-section-gates = 前置条件
decide-section-side-rules = 当事人地位
decide-section-waivers = 免予核查
decide-section-lawyer-rules = 承办要求
decide-section-emergency-rules = 先行援助
decide-section-place-rules = 管辖
decide-section-stage-rules = 办理过程
decide-section-proof-rules = 证明
decide-section-clocks = 期限
decide-section-finding-clocks = 期限
decide-section-hardship-lines = 困难标准
owed-by-other-agency = 其他机构
file-act-aid-lapse = 补充材料的期限已过，申请视为撤回。
file-act-aid-terminate = 立即出具终止决定书；有办案机关的，同时函告。
file-act-aid-discontinue = 立即出具书面通知。
file-act-aid-end-by-law = 登记程序依法终止。
file-act-aid-transfer = 移送本系统内机构的，申请内容、已收材料和首次申请日期一并转去，并向申请人出具载有新查询码的通知。
file-act-aid-cooperate = 对方机构只看到请求内容，看不到案件。
file-act-aid-object = 按本人的意思记录异议，由司法行政部门审查。
file-act-aid-complain = 按本人的意思记录投诉。
file-act-aid-ask-change = 按本人的意思记录更换理由。
follow-handed-to = 您的申请已移送{ $to }。请用通知上的新查询码查询。
follow-raised = 您提出的事项
follow-raised-by = { $day }前答复
follow-not-agreed = 不同意，或者对办理不满意？
follow-not-agreed-text = 提出意见不收费，任何人不得因此为难您。
raise-objection = 对决定提出异议
raise-complaint = 投诉
raise-change = 申请更换承办人员
raise-escalate = 继续向上级申诉
raise-lede-objection = 由上级司法行政部门重新审查该决定。
raise-lede-complaint = 请说明哪里做得不对，您会得到书面答复。
raise-lede-change = 法律援助机构会在规定期限内答复您。
raise-lede-escalate = 由上一级审查您的投诉和已有的答复。
raise-text-objection = 您为什么不同意？
raise-text-complaint = 发生了什么？
raise-text-change = 您为什么想更换？
raise-text-escalate = 您为什么不同意这个答复？
raise-need = 请写几句话。
raise-send = 提交
raise-done = 已收到
raise-done-objection = 您的异议已收到，可以在这里查询进展。
raise-done-complaint = 您的投诉已收到，可以在这里查询进展。
raise-done-change = 您的申请已收到，可以在这里查询进展。
raise-done-escalate = 您的投诉已转上一级，可以在这里查询进展。
raise-back = 查看进展
follow-state-under-way = 案件正在办理
follow-state-handed-in = 案件已结
follow-state-archived = 案件已结
follow-state-transferred = 您的申请已移送
follow-state-lapsed = 您的申请视为撤回
follow-state-terminated = 法律援助已终止
follow-state-discontinued = 法律援助不再继续
follow-state-ended-by-law = 程序已依法终止
follow-next-under-way = 承办人员正在办理，并会向您通报进展。
follow-next-handed-in = 不需要您再做什么。如果不满意，请告诉办理机构。
follow-next-archived = 不需要您再做什么。如果不满意，请告诉办理机构。
follow-next-transferred = 现由接收机构审查，首次申请的日期继续有效。
follow-next-lapsed = 材料没有按期补充。您可以随时重新申请。
follow-next-terminated = 理由写在书面决定中，您可以提出异议。
follow-next-discontinued = 理由写在书面通知中，您可以申诉。
follow-next-ended-by-law = 不需要您再做什么。您可以随时重新申请。
api-op-beside = 案件之外等待答复的事项
api-op-beside-one = 一项异议、投诉、更换、核查或者协作
api-op-beside-answer = 按动作答复
api-op-draw = 抽取当日承诺核查
