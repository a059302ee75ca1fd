# Legal-aid files at the desk.
verb-aid-apply = 受理申请
verb-aid-see = 查看案件
verb-aid-ask-papers = 一次性告知补正
verb-aid-receive-papers = 收到补充材料
verb-aid-grant = 给予援助
verb-aid-refuse = 不予援助
verb-aid-assign = 指派
verb-aid-log = 记录办案工作
verb-aid-close = 结案
verb-aid-withdraw = 撤回申请
verb-aid-hand-in = 案卷已提交归档
state-received = 审查中
state-awaiting-papers = 待补正
state-granted = 已决定援助
state-refused = 不予援助
state-assigned = 已指派
state-closed = 已结案
state-withdrawn = 已撤回
problem-office-takes-none = { $unit }不受理申请，请选择其他办理点。
problem-papers-asked-already = { $number }已经一次性告知过需要补充的材料，不能再次要求补正。
problem-already-decided = { $by }已经对{ $number }作出决定（{ $at }）：{ $decision ->
    [refuse] 不予援助
   *[grant] 给予援助
  }。您的决定没有保存。
problem-reason-unknown = 没有这一项理由，请从列出的理由中选择。
problem-amount-invalid = “{ $amount }”不能作为金额：{ $reason ->
    [negative] 不能为负数
    [too_large] 数额过大
   *[form] 请填写数字，例如36,000
  }。
problem-work-impossible = 这条记录不成立：{ $why ->
    [future] 日期在将来
    [before_receipt] 日期早于收到申请
    [risks] 首次会见须告知风险
    [note] 进展情况报告须有内容
    [minutes] 分钟数应在1至1440之间
   *[other] 没有这种工作类型
  }。
problem-too-many-tries = 查询码错误次数过多。请一小时后再试，或者打电话给受理机构。
problem-too-many-sent = 一小时内从这里提交的申请过多。已填内容不会丢失：请一小时后再提交，或致电受理机构。
problem-letter-font-missing = 无法生成文书：本机没有中文字体，请安装：{ $fonts }。
withdrawal-requested = 申请人要求撤回
withdrawal-papers-not-supplied = 未按要求补充材料，视为撤回申请
withdrawal-own-lawyer = 受援人自行委托律师
withdrawal-other = 其他原因
work-meeting = 会见受援人
work-call = 电话沟通
work-reading = 阅卷
work-writing = 撰写文书
work-evidence = 调查取证
work-negotiation = 协商、调解
work-hearing = 开庭、仲裁
work-other = 其他工作
owed-by-agency = 法律援助机构
owed-by-unit = 承办单位
owed-by-practitioner = 承办人员
owed-by-applicant = 申请人
owed-by-organ = 办案机关
owed-by-justice-bureau = 司法行政部门
owed-by-commune = 乡级政府
files-all = 全部
files-late = 超期
files-many = { $n }+
files-filters = 筛选
files-search = 查找
files-search-label = 编号、姓名或者查询码
files-search-hint = 编号、姓名、拼音、查询码
files-new = 登记新申请
files-new-lede = 申请什么事项？
files-none = 没有案件。
files-number = 编号
files-matter = 事项
files-state = 状态
files-received = 收到
files-next = 下一步
file-finding = 审查结论
file-emergency = 可以先行援助，事后补办手续
file-matter = 事项
file-service = 援助形式
file-basis = 依据
file-missing = 缺少材料
file-missing-tag = 缺
file-papers-have = 已收材料
file-why = 逐条说明
file-told = 申请内容
file-applicant = 代为申请
file-received = 收到
file-groups = 人群
file-limit = 期限
file-language = 语言
file-needs = 便利需求
file-decision = 决定和结果
file-decided = 决定
file-reasons = 理由
file-reasons-text = 理由说明
file-practitioner = 承办人
file-outcome = 办理结果
file-recovered = 挽回损失
file-recovered-CNY = 挽回损失（元）
file-recovered-VND = 挽回损失（越南盾）
file-recovered-hint = 填写数字，没有可以不填
file-people-helped = 帮助人数
file-people-helped-hint = 只帮助一人可以不填；一件案件帮助多人时填写人数
file-petitions-avoided = 避免越级访、群体访
file-petitions-avoided-hint = 因本案办结而避免的次数，没有可以不填
file-need-count = 请填写整数。
file-summary = 办案小结
file-work = 办案记录
file-work-none = 还没有记录。
file-papers = 文书
file-papers-none = 还没有文书。
file-pdf = PDF
file-docx = Word
file-owed = 现在欠什么
file-owed-none = 没有待办事项。
file-person = 受援人
file-name = 姓名
file-born = 出生
file-sex = 性别
file-id-number = 证件
file-phone = 电话
file-contact = 联系
file-reveal = 查看完整号码
file-reveal-note = 每次查看都会留痕。
file-cancel = 取消
file-back = 返回案件
file-open = 打开案件
file-waits = 暂停计算
file-step-received = 收到申请
file-until-done = 直至办结
file-span-hours = { $n }小时内
file-span-days = { $n }日内
file-span-working-days = { $n }个工作日内
file-span-months = { $n }个月内
file-span-years = { $n }年内
file-due = 应于{ $moment }前
file-late = { $days ->
    [0] 已超期
   *[other] 超期{ $days }天
  }
file-frozen = 按{ $pack }当日有效的规定：
file-work-sum = { $n }条，共{ $minutes }分钟
file-minutes = { $n }分钟
file-papers-missing = 缺少哪些材料？
file-papers-note = 给申请人的说明
file-papers-came = 收到了哪些材料？
file-papers-explained = 没有补来材料，申请人作了说明
file-need-received = 请选择收到了什么。
file-act-done = 已办理：{ $what }。
file-papers-follow = 哪些材料可以事后补交？
file-need-papers = 请选择缺少的材料。
file-need-reasons = 请至少选择一项理由。
file-need-text = 请写明理由，将载入决定书。
file-need-practitioner = 请选择承办人。
file-need-day = 请填写日期。
file-need-kind = 请选择工作类型。
file-need-minutes = 请填写分钟数。
file-need-outcome = 请选择办理结果。
file-need-reason = 请选择原因。
file-need-channel = 请选择来源。
file-log-day = 日期
file-log-kind = 做了什么
file-log-minutes = 分钟
file-log-text = 备注
file-withdraw-reason = 为什么终止？
file-channel = 从哪里收到的？
file-act-aid-ask-papers = 补正只能告知一次，请一次列全。系统会生成通知书，审查期限暂停计算。
file-act-aid-receive-papers = 勾选收到的材料，仍缺的会保留记录。
file-act-aid-grant = 提交后立即生成决定书并编号。
file-act-aid-refuse = 理由将载入书面决定。
file-act-aid-assign = 排序依据：法定要求、专长、语言、在办件数、距离。
file-act-aid-log = 每项工作记一条。
file-act-aid-close = 将根据案件记录生成结案报告。
file-act-aid-withdraw = 终止后不能恢复。
file-act-aid-hand-in = 确认案卷已交到法律援助机构。
file-at-once = 立即
