# What stands around the text of an official document; the text itself stands in the forms of the packs.
letter-number = 编号：{ $number }
letter-dated = { $y }年{ $m }月{ $d }日
letter-ground = { $ground }（{ $basis }）。
letter-motto-state = 越南社会主义共和国
letter-motto = 独立、自由、幸福
letter-copies = 送：
letter-copies-you = 如上
letter-list = 、
letter-day-free = ＿＿＿＿年＿＿月＿＿日
letter-a-month = 每月合计{ $money }
letter-numbered = 《{ $name }》（{ $number }）
letter-seal = （公章）
letter-replaces = 本文书替换{ $day }出具的{ $name }。
