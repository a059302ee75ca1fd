# What stands around the text of an official document; the text itself stands in the forms of the packs.
letter-number = Số: { $number }
letter-dated = { $place }, ngày { $d } tháng { $m } năm { $y }
letter-ground = { $ground } ({ $basis }).
letter-motto-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
letter-motto = Độc lập - Tự do - Hạnh phúc
letter-copies = Nơi nhận:
letter-copies-you = Như trên;
letter-list = { ", " }
letter-day-free = ………, ngày …… tháng …… năm ………
letter-a-month = Tổng mỗi tháng: { $money }
letter-numbered = { $name } số { $number }
letter-seal = (Ký, ghi rõ họ tên, đóng dấu)
letter-replaces = Văn bản này thay thế { $name } ngày { $day }.
