# How a citation is written. $law the statute, $a article, $p paragraph, $i item.
cite-a = 《{ $law }》第{ $a }条
cite-a-p = 《{ $law }》第{ $a }条第{ $p }款
cite-a-i = 《{ $law }》第{ $a }条第（{ $i }）项
cite-a-p-i = 《{ $law }》第{ $a }条第{ $p }款第（{ $i }）项
cite-law = 《{ $law }》
cite-amended = { $cite }（{ $year }年起施行的文本）
cite-and = ；

# The outcome in one sentence.
finding-outcome-granted-without-means-test = 应当给予法律援助，不受经济困难条件限制。
finding-outcome-means-check-waived = 身份经材料证明后，免予核查经济困难状况，给予法律援助。
finding-outcome-means-test-required = 该事项属于援助范围，是否给予援助取决于经济困难状况。
finding-outcome-means-test-required-met = 该事项属于援助范围，且符合经济困难条件，给予法律援助。
finding-outcome-refuse = 不能给予法律援助，应当书面告知并说明理由。
finding-outcome-not-covered = 该请求不属于法律援助范围。
finding-outcome-mandatory-appointment = 应当通知指派律师，无须申请，也不审查经济状况。
finding-outcome-discretionary-appointment = 人民法院可以通知指派律师。
finding-outcome-advice-only = 提供法律咨询，无须作出代理援助决定。
finding-outcome-refer = 该请求应当转交有权处理的机构。
finding-outcome-terminate = 终止法律援助。
finding-outcome-continue = 继续提供法律援助，直至案件办结。

# One sentence for each step of the reasoning. $cite the citations, $what the subject of the rule.
reason-answered-directly = { $cite }：本请求属于{ $what }。
reason-gate = { $cite }：{ $what }。
reason-beside = 同时适用{ $cite }：{ $what }。
reason-local-matter = { $cite }：{ $what }，因经济困难可以申请。
reason-not-listed = { $cite }：该请求不在{ $what }之内。
reason-aid-matters-none = { $cite }：{ $what }，不受经济困难条件限制。
reason-aid-matters-test = { $cite }：{ $what }，因经济困难可以申请。
reason-group-rules-none = { $cite }：对象为“{ $what }”，无经济条件限制。
reason-group-rules-test = { $cite }：对象为“{ $what }”，须有经济困难。
reason-group-claim-failed = { $cite }：现有事实不能表明属于“{ $what }”。
reason-group-claim-open = { $cite }：是否属于“{ $what }”尚需证明。
reason-criminal-mandatory = { $cite }：{ $what }，没有委托辩护人或者代理人，应当指派律师。
reason-criminal-discretionary = { $cite }：{ $what }，人民法院可以通知指派律师。
reason-criminal-apply = { $cite }：{ $what }，可以申请法律援助。
reason-criminal-closed = { $cite }：{ $what }，依照该规定不能给予援助。
reason-hardship-presumed = { $cite }：{ $what }，免予核查经济困难状况。
reason-means-pass = { $cite }：{ $what }，符合经济困难条件。
reason-means-fail = { $cite }：{ $what }，不符合经济困难条件。
reason-lawyer = 承办人员要求：{ $what }（{ $cite }）。
reason-help-first = { $cite }：{ $what }，可以先行提供法律援助，事后补办手续。
reason-applicant-valid = { $cite }：{ $what }可以提出本申请。
reason-applicant-not-valid = { $cite }：{ $what }不能提出本申请。
reason-place = { $cite }：受理机构为{ $what }。
reason-during-case = { $cite }：{ $what }。
reason-proven = { $cite }：已提交的材料足以证明（{ $what }）。

# What follows: who decides, until when, what can be done against it.
finding-clock-days = { $what }：{ $amount }日内（{ $cite }）。
finding-clock-hours = { $what }：{ $amount }小时内（{ $cite }）。
finding-clock-working-days = { $what }：{ $amount }个工作日内（{ $cite }）。
finding-clock-at-once = { $what }：立即（{ $cite }）。
finding-who-legal-aid-agency = 由法律援助机构决定。
finding-who-court = 由人民法院决定是否通知。
finding-who-duty-lawyer = 由值班律师提供法律帮助。
finding-who-justice-bureau = 由司法行政部门决定。
finding-who-case-handling-organ-notifies-agency-assigns = 由办案机关通知，法律援助机构指派律师。
finding-who-legal-aid-organisation = 由法律援助组织决定。
finding-who-commune-people-committee = 由乡级人民委员会说明权利，并用第13号表转介至中心。
finding-who-proceedings-body-appoints-via-centre = 由诉讼机关通过国家法律援助中心指定。
finding-remedy-objection-to-justice-bureau = 可以向设立该法律援助机构的司法行政部门提出异议。
finding-remedy-administrative-reconsideration = 对维持决定不服的，可以依法申请行政复议。
finding-remedy-administrative-litigation = 也可以依法提起行政诉讼。
finding-remedy-complaint-to-head-of-organisation = 可以向该组织负责人申诉。
finding-remedy-complaint-to-director-of-justice-department = 仍不服的，可以向司法厅厅长申诉。
finding-remedy-court = 仍不服的，可以向法院起诉。
finding-may-apply = 可以提出申请的人：{ $who }。
finding-may-apply-recipient = 本人
finding-may-apply-statutory-representative = 法定代理人
finding-may-apply-other-statutory-representative = 其他法定代理人
finding-may-apply-close-relative = 近亲属
finding-may-apply-relative = 亲属
finding-may-apply-proceedings-body = 诉讼机关
finding-may-apply-other-body-or-person = 其他机关、组织或者个人
finding-list-and = 、
finding-means-none-required = 不审查经济状况。
finding-means-presumed = 依身份推定经济困难，请提供证明材料。
finding-means-declared = 以申请人的说明和诚信承诺认定经济困难状况。
finding-means-data-checked = 以信息核查结果认定经济状况。
finding-unconfirmed = 上述规则的文本尚未核实，使用前请核对。
finding-ask = 尚需了解：{ $facts }。

# Facts that may still be asked for.
fact-service = 需要的援助形式
fact-person-birth-date = 出生日期
fact-person-fixed-income = 有无固定生活来源
fact-person-disability = 是否残疾
fact-person-statuses = 特殊身份
fact-household-per-capita-monthly-income = 家庭人均月收入
fact-household-poor = 是否贫困户
fact-household-near-poor = 是否近贫困户
fact-monthly-social-allowance = 是否领取每月社会津贴
fact-ethnic-minority = 是否少数民族
fact-residence-zone = 居住地区类型
fact-criminal-role = 在刑事案件中的身份
fact-criminal-custody = 羁押种类
fact-documents = 现有材料
fact-urgency-days-to-limit = 距时效或者期限届满的天数
fact-urgency-preservation-needed = 是否需要立即申请保全
fact-urgency-working-days-to-limit = 距起诉时效届满的工作日
fact-urgency-working-days-to-hearing = 距开庭的工作日
fact-applicant-via = 由谁转交请求
fact-criminal-appointed-by-body = 诉讼机关是否指定辩护
fact-harm-to-avoid = 是否有需要避免的损害
fact-local-campaign = 所属地方专项活动

# Facts that cannot be.
problem-facts-invalid = “{ $field }”无法使用：{ $reason ->
    [unknown_key] 没有这一项
    [unknown_value] 取值不在允许范围内
    [not_yes_or_no] 应填是或者否
    [not_a_number] 应填数字
    [negative_or_endless] 金额不能为负数或者无穷大
    [below_one] 数目至少为一
    [not_text] 应填文字
    [not_a_list] 应填列表
    [not_a_table] 应填一组事实
    [not_a_day] 应填YYYY-MM-DD格式的日期
    [no_such_day] 该日期不存在
    [in_the_future] 该日期在将来
    [too_long_ago] 该日期过于久远
   *[other] 取值无效
  }。

# The command `songfa aid check`.
aid-file-invalid = 文件无法作为事实或者情形读取：{ $file }
aid-facts-or-cases = 请给出 --facts 或者 --cases 其中之一。
aid-pack-missing = 请指明规则包：使用 --pack CODE，或者在文件中写明“pack”。
