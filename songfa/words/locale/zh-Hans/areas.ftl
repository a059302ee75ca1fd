area-level-province = 省级
area-level-prefecture = 地级
area-level-county = 县级
area-level-district = 县级
area-level-township = 乡级
area-level-commune = 乡级

area-change-merge = 合并
area-change-split = 分设
area-change-rename = 更名
area-change-recode = 代码变更
area-change-move = 隶属变更
area-change-dissolve = 撤销

areas-held = 区划表共有历次及现行区划 { $units } 条，沿革 { $successions } 条。
areas-unchanged = 数据库内容一致，无需更新。
areas-written = 新增 { $added } 条，更新 { $changed } 条，删除 { $removed } 条。
areas-none = { $on } 当日没有相符的行政区划。

problem-area-unknown = { $on } 当日没有代码为 { $code } 的行政区划（国家：{ $country }）。
