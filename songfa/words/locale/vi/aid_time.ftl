file-then = Xem vụ việc tại một ngày khác
file-then-lede = Mọi phiên bản đều được lưu. Việc xem được ghi lại.
file-then-day = Ngày
file-then-show = Xem
file-then-note = Bạn đang xem vụ việc như tại cuối ngày
file-then-back = Trở lại hiện tại
file-then-outside = Hãy chọn một ngày từ { $first } đến { $last }.
problem-no-version = Không có dữ liệu của vụ việc { $number } tại ngày đó. Hãy chọn ngày muộn hơn.
