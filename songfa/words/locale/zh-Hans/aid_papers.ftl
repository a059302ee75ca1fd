# 案件文书：手动出具和空白表格。
problem-form-lacks = 这份文书还不能出具：{ $value ->
    [person_name] 还不知道当事人姓名
    [practitioner_name] 还没有承办人员
    [practitioner_unit] 还没有承办单位
    [missing] 还没有列明缺少的材料
    [grounds] 还没有不予援助的理由
    [termination_ground] 还没有终止的事由
    [cooperation_to] 还没有协作机构
    [cooperation_request] 还没有写明协作事项
    [change_result] 还没有写明更换的处理结果
    [change_next] 还没有接办人员
    [objection_result] 还没有异议审查结果
    [transfer_to] 还没有移送的机构
   *[other] 还缺少一项内容
}。
problem-form-value-unknown = 没有表格使用“{ $value }”这一项。
problem-form-not-by-hand = 这份文书随相应的办理步骤出具，不能在这里单独出具。
papers-title = 出具文书
papers-lead = 文书按案件已有信息自动填写；还不知道的可以现在填写，也可以留空手写。出具后原样保存。
papers-form = 表格
papers-none = 目前没有可以单独出具的文书。
papers-note = 文书备注
papers-note-hint = 写入文书的备注或者说明栏；需要手写的请留空。
papers-issue = 出具
papers-unconfirmed = 这些表格的栏目尚未与官方印发的格式逐项核对，首次使用前请比对。
papers-preview = 先看样子（PDF）
papers-done = 已出具：{ $name }
papers-blank-title = 空白表格
papers-blank-lead = 供打印后手写，已印有本单位名称。
papers-blank-link = 打印空白表格
papers-form-name = 名称
papers-form-files = 文件
papers-all-pdf = 合并为一个 PDF
papers-all-docx = 全部 docx（压缩包）
papers-register = 按月的案件登记簿
papers-sheets = 文书表格
papers-ledger = 按月的法律帮助工作台账
papers-report = 半年和年度报告
sheet-handed-on = 法律援助申请已于{ $day }转交{ $unit }。
sheet-taken-in = 已于{ $day }收到法律援助申请。
sheet-plea = 见证认罪认罚具结书签署
report-received = 收到的请求
report-begun = 受理的案件
report-begun-tgtt = 其中：参加诉讼
report-begun-tv = 其中：法律咨询
report-begun-ddntt = 其中：诉讼外代理
report-refused = 拒绝受理的请求
report-transferred = 移送的请求
report-discontinued = 不再继续的案件
report-done = 办结的案件
report-done-tgtt = 其中：参加诉讼
report-done-tv = 其中：法律咨询
report-done-ddntt = 其中：诉讼外代理
report-people = 办结案件的受援人次
report-changed = 应申请更换援助人员的案件
report-complaints = 投诉
report-assessed = 评查质量的案件
report-group = 办结案件中：{ $name }
report-grade-excellent = 质量：优秀
report-grade-good = 质量：良好
report-grade-pass = 质量：合格
report-grade-fail = 质量：不合格
problem-paper-replaced = { $number }已经更正重发，请打开最新的一份。
problem-paper-not-true-now = { $number }与案件现在的状态不符，不能更正重发。
papers-again = 更正重发
papers-again-lead = 文书按案件现有信息重新填写，另编新号；原文书保留。
papers-again-why = 原文书有何错误
papers-again-need-why = 请写明原文书的错误。
papers-again-done = 已更正重发：{ $name }
papers-replaced = 已被替换
papers-replaces = 替换{ $number }
papers-open = 待您填写
papers-open-count = { $n ->
    [0] 无
   *[other] { $n }处
}
papers-look = 先看样子
papers-asks = 这份文书还要填写
papers-asks-hint = 以下内容案件里没有。知道的请填写；留空的打印后可以手写。
papers-asks-nothing = 这份文书已由案件信息填写完整。
papers-box-blank = 留空，由人手填
papers-fill = 填写
papers-fill-keep = 保存
papers-filled = 已填写：{ $name }
problem-form-box-shut = 表格不需要填写“{ $value }”：没有这一栏，或者已经知道。
problem-form-box-choice = “{ $value }”所选的不是表格上的选项。
