# The doors of legal aid: who comes in how, who acts for whom, one-time links, referrals.
problem-id-number-refused = 这个证件号码不予采用：{ $doubt ->
    [check_digit] 校验码不符
    [old_form] 为九位旧号码
    [old_form_15] 为十五位旧号码
    [province] 前三位不对应任何省份
    [birth_differs] 与出生日期不一致
    [sex_differs] 与性别不一致
   *[taken] 台账中已登记在他人名下
  }。请对照证件再核对一次。
doubt-old-form-15 = 为十五位旧号码
problem-guardian-is-violator = 侵犯本人合法权益的父母或者监护人不能代为申请，也不能代理。请由其他法定代理人或者近亲属代为提出（法律援助法第四十条）。
problem-applicant-not-entitled = 此种关系的人不能代为申请。{ $who ->
    [recipient] 应由本人申请，或者出具授权委托书。
    [statutory_representative] 应由法定代理人（父母或者监护人）申请。
    [other_statutory_representative_or_close_relative] 应由其他法定代理人或者近亲属申请。
   *[other] 请向机构了解可以申请的人。
  }
problem-applicant-missing = { $way ->
    [unit] 请写明由哪个单位代为申请。
    [body] 请填写对方单位的名称。
   *[other] 请填写姓名，并说明与需要帮助的人的关系。
  }
problem-read-back-missing = 他人代为填写的，应当向申请人宣读确认。宣读后请勾选。
problem-sign-missing = { $what ->
    [witness] 请填写按指印的见证人。
   *[sign] 请选择申请人是签名还是按指印。
  }
problem-proxy-missing = 请填写代书人的姓名和证件号码。
problem-consent-missing = 单位代为申请须经本人同意。本人同意的，请勾选。
problem-answer-on-the-spot = 简单问题当场解答，记入咨询，不立案卷。
problem-scope-missing = 请选择代理权限。
problem-days-reversed = 截止日期（{ $last }）早于开始日期（{ $first }）。
problem-proof-unfit = 该材料不能证明此种代理身份，请另选。
problem-representative-ended = 该代理人的代理权限已经终止（{ $day }）。
problem-representative-scope = 该代理人无此项权限。
problem-link-too-long = 此类链接最长有效期为{ $longest }{ $unit ->
    [hours] 小时
   *[days] 天
  }。
problem-link-closed = 此链接不能使用：{ $standing ->
    [used] 已经使用过
    [revoked] 已被收回
   *[expired] 已过有效期
  }。
problem-link-not-now = 按案件目前的状态，没有可以通过链接办理的事项。
problem-papers-left = 还有材料未提交。请补齐，或者说明无法提供的原因：此后将按现有材料审查。
problem-referral-reason = 请写明转介的原因。
problem-referral-no-file = 请先受理申请：转介以形成申请为接收。
duty-take-on-referral = 接收转介
duty-send-referral = 发出转介函
door-lede = 先说明由谁、因何事提出，再填写各项问题。
door-draft = 您有一份尚未提交的申请。
door-draft-open = 继续填写
door-from-consultation = 来自咨询记录：
door-from-referral = 来自{ $body }的转介
door-from-person = 申请人已在台账中：{ $name }
door-known = { $name }已在台账中。留空的项目保持台账原有内容。
door-ledger = 本人是否已在台账中？
door-ledger-label = 姓名、首字母、电话或者完整证件号码
door-ledger-none = 在您的范围内没有找到，可直接继续。
door-way = 由谁申请？
door-way-self = 本人
door-way-hint-self = 以本人名义申请。
door-way-relative = 亲属或者受托人
door-way-hint-relative = 为有完全民事行为能力的成年人申请。民事、行政事项须有授权委托书，刑事案件近亲属可直接申请。
door-way-ward = 父母或者监护人代为申请
door-way-hint-ward = 为未成年人或者无、限制民事行为能力人申请。将询问由谁造成侵害。
door-way-held = 被羁押、服刑人员的亲属
door-way-hint-held = 被羁押、服刑或者强制隔离戒毒。
door-way-unit = 单位代为申请
door-way-hint-unit = 工作站、残联、妇联、乡镇等，须经本人同意。
relation-other-statutory-representative = 其他法定代理人（不是侵害人）
door-who = 代为申请的人
door-applicant = 代为申请人姓名
door-relation = 与本人的关系
door-guardian-harms = 侵害本人权益的是否就是其父母或者监护人？
door-guardian-harms-hint = 如是，该父母或者监护人不能申请，应由其他法定代理人或者近亲属提出。
door-need-harms = 请说明侵害人是否为父母或者监护人。
door-applicant-id = 其证件号码
door-applicant-phone = 其联系电话
door-entrusted = 持有授权委托书
door-proof = 证明材料
door-proof-none = 暂未出示
door-which-unit = 代为申请的单位
door-unit = 哪个单位？
door-unit-other = 其他单位
door-unit-name = 其他单位名称
door-unit-name-hint = 仅在列表中没有时填写
door-unit-person = 经办人
door-consent = 本人同意由该单位代为申请
door-simple = 能否当场解答？
door-simple-hint = 简单问题当场解答，另册登记，不立案卷（{ $basis }）。
door-simple-yes = 能，记入咨询
door-simple-no = 不能，需要书面意见或者进一步办理
door-need-simple = 请选择能否当场解答。
door-paper = 申请的填写方式
door-paper-text = 申请人书写有困难的，可由他人代写。代写内容应当宣读，由申请人签名或者按指印确认。
door-written-by = 由谁填写？
door-writer-applicant = 申请人
door-writer-staff = 工作人员代填
door-writer-proxy = 他人代书
door-read-back = 已向申请人宣读，申请人确认无误
door-signed-by = 如何确认？
door-sign-none = 未在纸上确认
door-sign-signature = 签名
door-sign-fingerprint = 指印
door-proxy = 代书人姓名
door-proxy-id = 代书人证件号码
door-witness = 见证人姓名
door-witness-hint = 见证按指印的人
door-field-name = 姓名
door-field-born = 出生日期
door-field-sex = 性别
door-field-id-number = 证件号码
door-field-phone = 电话
door-address-hint = 乡镇（街道）、村（社区）、门牌号，将写入申请表。
door-field-address = 住址
door-field-language = 语言
door-field-groups = 新增群体
changes-title = 将变更台账
changes-lede = 保存前请核对。留空的项目不变。
changes-save = 无误，保存并提交
changes-back = 返回修改
doors-title = 来源与代理
doors-way = 申请人
doors-consent = 已经本人同意
doors-read-back = 已宣读
doors-witness = 见证人：{ $name }
doors-guardian = 监护人
doors-guardian-harms = 侵犯本人权益，不得代理
doors-consultation = 来自咨询
doors-agents = 代理人
doors-agent-holds = 今日有效
doors-agent-ended = 今日无效
doors-links = 一次性链接
doors-answers = 通过链接提交
file-act-aid-represent = 登记谁可以代理、代理何事、起止时间。超过截止日的代理不予认可。
represent-name = 代理人姓名
represent-capacity = 代理身份
represent-need-capacity = 请选择代理身份。
represent-need-proof = 请选择出示的证明材料。
represent-scopes = 代理权限
represent-scope-apply = 提出和补充申请
represent-scope-hand-in = 提交材料
represent-scope-receive-papers = 代收文书
represent-scope-attend = 出席会见和庭审
represent-scope-settle = 和解、调解
represent-scope-opinion = 评价援助服务
represent-scope-withdraw = 撤回申请
represent-since = 自
represent-until = 至
represent-end = 终止代理
represent-ended = 代理权限已终止。
file-act-aid-link = 用于一个事项，只能使用一次，限时有效。地址中不含个人信息。
link-purpose = 用于什么？
link-need-purpose = 请选择用途。
link-for = 由谁使用？
link-for-person = 本人
link-span = 有效期：填写数字，单位（天或者小时）同上面所选用途（留空则按常规）
link-default-hours = 通常{ $n }小时，最长{ $longest }小时
link-default-days = 通常{ $n }天，最长{ $longest }天
link-made = 链接
link-made-once = 链接只显示这一次。请现在复制或者打印本页；遗失的，请收回后重新生成。
link-address = 地址
link-slip = 请在浏览器或者手机上打开该地址，只能使用一次。本机构不会索要钱款或者密码。
link-until = 有效期至
link-once = 只能提交一次
link-revoke = 收回
link-revoked = 链接已收回。
link-standing-open = 可用
link-standing-used = 已使用
link-standing-revoked = 已收回
link-standing-expired = 已过期
link-lede-complete-application = 请补充申请中缺少的内容。留空的项目保持不变。
link-lede-hand-in-papers = 请上传每份材料的照片或者PDF，每份不超过5MB。机构要求时再出示原件。
link-lede-sign-declaration = 请阅读声明并署名。
link-lede-give-opinion = 您对援助服务是否满意？您的评价用于改进质量。
link-button-complete-application = 提交
link-button-hand-in-papers = 提交材料
link-button-sign-declaration = 签署
link-button-give-opinion = 提交评价
link-story = 需要补充的情况
link-explanation = 无法提供的材料及原因
link-signed = 您的姓名（作为签名）
link-need-truth = 请勾选声明。
link-grade = 您是否满意？
link-need-grade = 请选择一项。
opinion-grade-very-content = 非常满意
opinion-grade-content = 满意
opinion-grade-not-content = 不满意
link-opinion = 哪些好，哪些不足？
link-need-something = 尚未填写任何内容。
link-ended-unknown = 链接不存在
link-ended-text-unknown = 请核对地址。地址无误的，请向机构索取新的链接。
link-ended-used = 链接已使用
link-ended-text-used = 您提交的内容已收到。如非本人操作，请联系机构。
link-ended-revoked = 链接已被收回
link-ended-text-revoked = 请向机构索取新的链接。
link-ended-expired = 链接已过期
link-ended-text-expired = 请向机构索取新的链接。
link-ended-closed = 链接不能再使用
link-ended-text-closed = 案件状态已变化，或者链接持有人已无代理权限。未作任何变更，请联系机构。
link-ended-done = 已收到，谢谢
link-ended-text-done = 此处无需再办理。链接已关闭。
link-said-story = 补充情况
link-said-phone = 电话
link-said-way = 联系方式
link-said-caution = 注意事项
link-said-note = 备注
link-said-language = 语言
link-said-needs = 需要
link-said-limit-on = 期限
link-said-explanation = 说明
link-said-signed = 签名
link-said-grade = 评价
link-said-text = 意见
link-said-truth = 声明
nav-referrals = 转介
referrals-title = 转介
referral-new = 转介到法律援助
referral-new-lede = 转介函发给{ $office }，即时进入其待办。请先向本人告知获得法律援助的权利。
referral-out-new = 转介到其他单位
referral-out-lede = 转介函载明转介何人及原因。
file-act-aid-refer = 转介到其他单位。案件状态不变，转介函载明原因。
referral-write = 生成转介函
referral-sent = 已转介
referral-sent-text = { $office }已收到待办。请打印转介函交给本人。
referral-open = 打开转介
referral-in = 转入
referral-out = 转出
referral-file = 案件
referral-letter = 转介函
referral-take-on = 转为申请
referral-hand-on = 已发出
referral-handed-on = 已登记发出。
referral-arrive = 对方已接收
referral-arrived = 已登记接收。
referrals-body = 对方单位
referrals-matter = 事项
referrals-from = 方向
referrals-on = 登记
referrals-state = 状态
referrals-none = 没有转介
referrals-none-text = 乡镇、法院、仲裁、残联等转入的和本单位转出的，均在此列出。
refer-body-in = 由谁转介？
refer-body-out = 转介到哪里？
refer-need-body = 请选择单位类型。
refer-body-name-in = 单位名称（留空为本单位）
refer-body-name-out = 单位名称
refer-need-body-name = 请填写单位名称。
refer-address = 住址
refer-role = 本人在案件中的身份
referral-role-accused = 犯罪嫌疑人、被告人
referral-role-victim = 被害人
referral-role-litigant = 当事人
referral-role-other = 其他
refer-reason = 原因
refer-papers = 附送材料
advice-apply = 转为申请
advice-refer = 转介到其他单位
advice-became = 已转为案件
apply-held = 本人是否被羁押、服刑或者强制隔离戒毒？
door-entrusted-own = 我持有本人的授权委托书
door-brought-title = 材料
door-brought = 申请人带来了哪些材料？
door-brought-hint = 勾选现场收到的材料。审查结论据此得出，决定依据只列出仍缺的材料。
door-taken = 申请已登记
door-taken-code = 请把查询码交给申请人（写下或者念给对方）。凭此码随时可以查进度，不用登录。
door-next = 登记下一件申请
door-proxy-hint = 他人代书的须填写
door-need-applicant = 请填写代为申请人的姓名。
door-need-relation = 请选择代为申请人与本人的关系。
