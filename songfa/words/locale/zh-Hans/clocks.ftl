# 期限、宣传日、文号
problem-calendar-missing = { $year }年的节假日安排尚未公布，不能给出最终日期。
problem-naive-time = “{ $value }”不是带时区的日期时间，正确写法如 2025-01-24T10:00:00+08:00。
problem-clock-amount-invalid = 无法计算这个期限：{ $amount }（{ $unit }）。
problem-day-not-in-year = { $year }年没有“{ $name }”这一天。
problem-number-part-missing = 无法生成文号“{ $name }”：缺少{ $part }。
clock-cases-unreadable = 无法读取案例文件：{ $file }。
