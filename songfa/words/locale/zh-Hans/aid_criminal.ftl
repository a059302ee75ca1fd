# 刑事案件：办案机关通知、台账提示、值班律师。
nav-notices = 办案机关通知
nav-duty-help = 值班律师
verb-aid-answer-prompt = 回答台账提示
verb-aid-roster = 安排值班
verb-aid-take-in = 代收法律援助申请
state-held-application = 已代收申请
problem-notice-time = { $why ->
    [future] 收到通知的时间不能在将来。
    [found_after] 发现情形的时间不能晚于收到通知的时间。
   *[hearing_past] 开庭日期早于收到通知之日。
  }请核对日期。
problem-notice-incomplete = { $field ->
    [name] 请填写姓名。
    [organ_name] 请填写办案机关名称。
    [organ] 该类机关不按该情形通知，请核对通知机关类型和通知情形。
    [born] 按该情形通知的，须写明出生日期或者身份证号码。
    [disabilities] 按该情形通知的，须写明残疾类别。
    [certificate] 这不是残疾人证号：证号为20位，最后两位是类别（1至7）和等级（1至4）。
   *[groups] 请选择人员类别。
  }
problem-prompt-answered = { $by }已经回答了这个问题：{ $answer ->
    [yes] 是
   *[no] 否
  }。
problem-prompt-needs = { $field ->
    [reason] 请说明理由。
   *[kinds] 请选择是哪一类残疾：证件只写明多重残疾。
  }
problem-session-time = { $why ->
    [future] 该时间在将来。
    [order] 结束时间须晚于开始时间。
   *[long] 一次值班最长24小时。
  }
problem-session-overlaps = 该人员在这段时间已安排在{ $place }值班。
problem-help-incomplete = { $field ->
    [name] 请填写姓名。
    [place] 请填写地点。
   *[kinds] 请选择提供了哪些帮助。
  }
language-km = 高棉语
language-tyz = 岱依语
language-nut = 侬语
language-hmn = 苗语
language-blt = 泰族语
language-mtq = 芒语
language-cjm = 占语
language-rad = 埃地语
language-jra = 嘉莱语
language-ko = 朝鲜语
language-mn = 蒙古语
language-ug = 维吾尔语
language-kk = 哈萨克语
language-bo = 藏语
language-za = 壮语
language-ii = 彝语
notices-new = 登记通知
notices-none = 没有通知
notices-none-text = 法院、检察院、公安机关的通知会列在这里，并显示办理期限。
notices-filters = 筛选通知
notices-all = 全部
notices-waiting = 尚未指派
notices-file = 案件
notices-body = 办案机关
notices-why = 通知情形
notices-received = 收到时间
notices-next = 下一步
notice-organ = 通知机关类型
notice-organ-name = 办案机关名称
notice-reference = 通知文号或者案号
notice-head = 通知情形
notice-name = 受援人姓名
notice-born = 出生日期
notice-sex = 性别
notice-id-number = 身份证号码
notice-certificate = 残疾人证号
notice-certificate-hint = 用于提示第二十五条的情形，由工作人员判断。
notice-disabilities = 通知中写明的残疾类别
notice-groups = 人员类别
notice-household = 家庭情况
notice-monthly-allowance = 是否领取每月社会补助？
notice-custody = 是否在押
notice-custody-place = 羁押场所
notice-received-on = 收到通知的日期
notice-received-time = 时间
notice-received-time-hint = 例如16:20。期限从此时起算。
notice-role = 诉讼地位
notice-role-hint = 不选则按该机关的通常情形。
notice-stage = 诉讼阶段
notice-cause = 涉嫌罪名（案由）
notice-hearing-on = 开庭日期
notice-found-on = 机关发现情形或者收到请求的日期
notice-found-time = 该时间
notice-has-counsel = 已自行委托辩护人
notice-language = 使用的语言
notice-needs = 需要的帮助
notice-contact = 承办人及联系方式
notice-story = 备注
notice-defects = 通知有哪些欠缺？
notice-more = 通知的其他内容
notice-save = 登记
notice-done-at-once = 已登记并立即受理：{ $number }。接下来请指派律师。
notice-done-waiting = 已登记：{ $number }，等待决定。
notice-need-organ = 请选择通知机关类型。
notice-need-head = 请选择通知情形。
notice-need-name = 请填写姓名。
notice-need-organ-name = 请填写办案机关名称。
notice-need-day = 请填写日期。
notice-need-time = 请填写时间，例如16:20。
notice-custody-vn-emergency-hold = 是，紧急情况下被留置
notice-panel = 办案机关通知
notice-body = 办案机关
notice-at-once = 依法立即受理，无需另行决定。
notice-waits = 机关可以通知，由本机构决定。
notice-informed = 已函告办案机关
notice-not-informed = 尚未
notice-held-at = 羁押场所
notice-defect-document-missing = 未附法律文书
notice-defect-contact-missing = 未写明承办人联系方式
notice-defect-reference-missing = 无文号
notice-defect-identity-unclear = 身份信息不清
notice-defect-place-unclear = 羁押场所不明
notice-defect-head-not-shown = 所写情况不足以认定该情形
notice-defect-organ-late = 机关超过法定期限通知
notice-role-suspect = 犯罪嫌疑人
notice-role-defendant = 被告人
notice-role-compulsory-treatment-respondent = 强制医疗被申请人、被告人
notice-role-held-in-emergency = 紧急情况下被留置的人
notice-role-denounced = 被检举人
notice-role-proposed-for-prosecution = 被建议起诉人
notice-role-accused = 被追诉人
notice-role-victim = 被害人
notice-role-witness = 证人
notice-stage-investigation = 侦查
notice-stage-prosecution = 公诉
notice-stage-prosecution-review = 审查起诉
notice-stage-first-instance = 一审
notice-stage-second-instance = 二审
notice-stage-death-review = 死刑复核
notice-stage-retrial = 再审
notice-stage-compulsory-treatment = 强制医疗
notice-as-usual = 按该机关通常情形
question-panel = 台账提示
question-note = 证件或者出生日期本身不作决定。您的回答将署名记录。
question-because = 台账显示：{ $what }
question-because-minor = 收到通知之日属于未成年人
question-and = 、
question-head = 是否属于“{ $name }”的情形？
question-need = 是否需要：{ $name }？
question-answer = 回答
question-choice = 您的回答
question-yes = 是
question-no = 否
question-need-choice = 请选择是或者否。
question-kinds = 残疾类别
question-reason = 理由
question-reason-hint = 选择“否”时必须填写。
question-save = 记录回答
question-saved = 已记录您的回答。
question-by = { $name }，{ $at }
duty-register = 值班律师法律帮助台账
duty-sessions = 值班安排
duty-session-new = 安排值班
duty-sessions-none = 尚无值班安排
duty-sessions-none-text = 先安排律师在法院、看守所等处值班，再逐人登记提供的帮助。
duty-register-none = 台账中没有记录
duty-coming = 当前和即将开始
duty-past = 以前的值班
duty-practitioner = 值班人员
duty-kind = 场所类型
duty-place = 地点
duty-day = 日期
duty-from = 开始时间
duty-until = 结束时间
duty-until-hint = 结束时间早于开始时间的，为次日。
duty-time-hint = 例如09:00
duty-save-session = 安排
duty-session-saved = 已安排：{ $place }。
duty-number = 编号
duty-name = 姓名
duty-asked-by = 由谁提出
duty-organ = 办案机关名称
duty-reference = 机关文号
duty-asked-time = 提出时间
duty-role = 诉讼地位
duty-sex = 性别
duty-born = 出生日期
duty-id-number = 身份证号码
duty-groups = 人员类别
duty-disabilities = 残疾类别
duty-cause = 涉嫌罪名（案由）
duty-custody = 是否在押
duty-done = 办理情况
duty-done-given = 已提供帮助
duty-done-declined = 未提供帮助（本人不需要或者无法提供）
duty-done-asked = 尚待提供
duty-kinds = 提供的帮助
duty-plea = 见证签署认罪认罚具结书
duty-summary = 简要内容
duty-reason = 未提供帮助的原因
duty-application = 本人提交了法律援助申请
duty-application-hint = 须在法定时间内转交，期限自登记的提出时间起算。
duty-save-next = 保存并登记下一人
duty-saved = 已登记：{ $number }。
duty-enter = 登记一人
duty-in-session = 本次值班
duty-counts = 共{ $all }人，提供帮助{ $given }人，见证认罪认罚{ $plea }人，代收申请{ $applied }份
duty-month = 月份，例如2026-11
duty-any = 全部
duty-show = 查询
duty-export = 导出表格（xlsx）
duty-state = 状态
duty-asked-at = 提出时间
duty-given-at = 提供帮助时间
duty-hand-on = 将申请转交{ $unit }
duty-handed-on = 已转交
duty-handed-on-done = 已转交：{ $number }。
duty-held-since = 代收申请时间
duty-story = 申请内容
duty-phone = 联系电话
duty-row-title = 法律帮助 { $number }
duty-need-kind = 请选择场所类型。
duty-need-practitioner = 请选择值班人员。
duty-need-place = 请填写地点。
duty-need-time = 请填写时间，例如09:00。
duty-need-asker = 请选择由谁提出。
duty-need-name = 请填写姓名。
duty-need-done = 请选择办理情况。
duty-need-kinds = 请选择提供的帮助。
duty-need-summary = 请简要填写内容。
duty-need-reason = 请填写原因。
duty-more = 更多情况
