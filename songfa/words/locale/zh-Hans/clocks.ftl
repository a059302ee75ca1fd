# 期限、宣传日、文号
problem-calendar-missing = { $year }年的节假日安排尚未公布，不能给出最终日期。
problem-naive-time = “{ $value }”不是带时区的日期时间，正确写法如 2025-01-24T10:00:00+08:00。
problem-clock-amount-invalid = 无法计算{ $amount }{ $unit ->
        [hours] 小时
        [working_days] 个工作日
        [months] 个月
        [years] 年
       *[days] 日
    }的期限。
problem-day-not-in-year = { $year }年没有“{ $name }”这一天。
problem-number-part-missing = 无法生成文号“{ $name }”：缺少{ $part ->
        [letter] 机关代字
        [doc] 文书种类
        [form] 援助形式
        [seq] 序号
       *[other] 组成部分
    }。
clock-cases-unreadable = 无法读取案例文件：{ $file }。
