area-level-province = cấp tỉnh
area-level-prefecture = cấp địa khu
area-level-county = cấp huyện
area-level-district = cấp huyện
area-level-township = cấp hương trấn
area-level-commune = cấp xã

area-change-merge = Sáp nhập
area-change-split = Chia tách
area-change-rename = Đổi tên
area-change-recode = Đổi mã số
area-change-move = Chuyển đơn vị cấp trên
area-change-dissolve = Giải thể

areas-held = Bảng dữ liệu có { $units } đơn vị hành chính (cả trước đây và hiện nay) và { $successions } lần thay đổi.
areas-unchanged = Cơ sở dữ liệu đã đầy đủ, không có gì thay đổi.
areas-written = Đã thêm { $added }, cập nhật { $changed }, xóa { $removed } dòng.
areas-none = Không có đơn vị hành chính nào phù hợp vào ngày { $on }.

problem-area-unknown = Vào ngày { $on } không có đơn vị hành chính nào của { $country } mang mã số { $code }.
