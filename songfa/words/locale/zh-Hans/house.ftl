problem-not-allowed = 您的角色无权办理此事。如确有需要，请向本单位负责人提出。
problem-not-found = 没有找到，或者不在您的查看范围内。
problem-no-such-move = 当前环节不能这样办理。可能已有同事先办，请重新打开页面查看最新状态。
problem-guard-failed = 这一步所需的内容不完整。请返回补充后再提交。
problem-no-value-at-date = 规则库中没有适用于该日期的规定。请核对日期；如日期无误，需要补充本地规则包。
problem-password-weak = 密码强度不够：{ $why }
problem-name-taken = 用户名“{ $name }”已被使用，请换一个。
problem-locked-out = 登录失败次数过多。请 15 分钟后再试，或联系管理员。
problem-page-missing = 页面不存在。请检查网址，或从首页重新开始。
problem-server-fault = 系统出错了，已填写的内容没有丢失。请稍后再试。
problem-form-expired = 表单打开时间过长。请返回并刷新页面后重新提交。
verb-access-manage = 管理单位和账户
verb-access-sign-in = 登录
verb-duty-see = 查看待办事项
verb-people-enter = 登记人员
verb-people-see = 查看人员信息
duties-title = 我要办的
duties-overdue-title = 超期事项
duties-waiting-title = 等对方
duties-list-owed = 我和本单位的
duties-list-overdue = 全部超期
duties-list-waiting = 等对方
duties-what = 要办什么
duties-about = 编号
duties-own-unit = 本单位
duties-who = 由谁办
duties-due = 时限
duties-basis = 依据
duties-none-owed = 没有待办事项，都办完了。
duties-none-overdue = 没有超期事项。
duties-none-waiting = 没有需要等待的事项。
duties-no-calendar = 该年度的放假安排尚未公布
duties-late = { $days ->
    [0] 今天已超期
   *[other] 超期 { $days } 天
  }
duties-left = { $days ->
    [0] 今天到期
   *[other] 剩 { $days } 天
  }
duties-hours-left = 剩 { $hours } 小时
duties-no-date = 及时
duties-stands-still = 期限中止计算
duties-lists = 列表
duties-tally = 我和本单位共 { $owed } 项待办，其中超期 { $late } 项，即将到期 { $soon } 项；另有 { $waiting } 项等对方。
duties-more = 只显示前 50 项，最紧急的排在最前。
nav-duties = 我要办的
nav-files = 援助案件
nav-advice = 咨询
nav-plans = 普法计划
nav-shares = 我的任务
nav-events = 活动
nav-review = 统计与回顾
nav-units = 单位与账户
nav-home = 首页
nav-apply = 申请法律援助
nav-follow = 查进度
home-title = 遇到什么事？说一说就行
home-intro = 选一个最接近的，不懂法律用语也没关系。
home-call-title = 打电话也可以
home-call-text = 电话免费。听不见可以发短信或预约手语翻译。
home-follow-title = 查进度
home-follow-text = 输入申请回执上的 8 位查询码。
home-follow-button = 查询
home-free-title = 不收任何费用
home-free-text = 法律援助是免费的，任何人都不得向您收钱。
home-staff = 工作人员登录
