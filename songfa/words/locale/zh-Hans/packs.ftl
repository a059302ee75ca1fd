# 规则包
pack-status-in-force = 现行有效
pack-status-unconfirmed = 尚未核实
pack-status-repealed = 已废止
packs-all-valid = 所有规则包均有效。
problem-pack-unknown = 没有规则包“{ $pack }”。
problem-pack-invalid = “{ $section }”必须写成表的列表，即 [[{ $section }]]。
problem-pack-unreadable = 文件不是有效的 UTF-8 编码 TOML 文件。
problem-pack-cycle = 规则包“{ $pack }”与“{ $parent }”循环继承。
problem-pack-parent-missing = 规则包“{ $pack }”继承的上级“{ $parent }”不存在。
problem-pack-overlap = { $section } 中“{ $name }”的两个版本日期重叠，另一个版本见 { $other_file }:{ $other_line }。
problem-pack-section-unknown = 没有“{ $section }”这个部分。
problem-pack-field-unknown = { $section } 没有“{ $field }”这个字段。
problem-pack-field-missing = 缺少字段“{ $field }”。
problem-pack-field-wrong = “{ $field }”不能是“{ $value }”：{ $wants ->
        [string_type] 应当是文字
        [string_too_short] 不能为空
        [string_pattern_mismatch] 不符合这类代码的写法
        [int_type] 应当是整数
        [bool_type] 应当是 true 或 false
        [date_type] 应当是不加引号的日期
        [tuple_type] 应当是列表
        [model_type] 应当是表
        [greater_than_equal] 数值太小
        [less_than_equal] 数值太大
        [literal_error] 只能是 { $choices }
        [day_outside_year] 有日期不在该日历年度内
        [not_a_year] 一份日历应当适用于整年，即1月1日至12月31日
        [makeup_not_weekend] 调休上班日必须是周六或周日
        [rule_incomplete] 规则缺少日期，或者缺少第几个和星期几
        [unknown_place] 模板含有未知的位置，或者没有序号
        [unconfirmed_field] 所列字段不属于该条目
        [folder_name] 与文件夹名称不一致
       *[other] 与此处要求不符
    }。
problem-pack-dates-reversed = 截止日期早于起始日期。
problem-pack-reference-missing = “{ $field }”所指的“{ $name }”不在 { $section } 中。
