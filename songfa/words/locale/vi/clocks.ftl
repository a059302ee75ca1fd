# Thời hạn, ngày tuyên truyền, số văn bản
problem-calendar-missing = Lịch nghỉ lễ năm { $year } chưa được công bố nên chưa thể xác định ngày hết hạn.
problem-naive-time = “{ $value }” không phải là ngày giờ có múi giờ, ví dụ 2025-01-24T10:00:00+07:00.
problem-clock-amount-invalid = Không thể tính thời hạn { $amount } { $unit ->
        [hours] giờ
        [working_days] ngày làm việc
        [months] tháng
        [years] năm
       *[days] ngày
    }.
problem-day-not-in-year = Năm { $year } không có ngày “{ $name }”.
problem-number-part-missing = Không thể tạo số văn bản “{ $name }”: thiếu { $part ->
        [letter] ký hiệu cơ quan
        [doc] loại văn bản
        [form] hình thức trợ giúp
        [seq] số thứ tự
       *[other] một thành phần
    }.
clock-cases-unreadable = Không đọc được tệp tình huống { $file }.
