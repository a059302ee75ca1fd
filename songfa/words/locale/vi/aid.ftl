# Legal-aid files at the desk.
verb-aid-apply = Nhận yêu cầu
verb-aid-see = Xem vụ việc
verb-aid-ask-papers = Yêu cầu bổ sung giấy tờ
verb-aid-receive-papers = Nhận giấy tờ bổ sung
verb-aid-grant = Thụ lý, trợ giúp
verb-aid-refuse = Từ chối thụ lý
verb-aid-assign = Cử người thực hiện
verb-aid-log = Ghi công việc
verb-aid-close = Kết thúc vụ việc
verb-aid-withdraw = Rút yêu cầu
verb-aid-hand-in = Đã bàn giao hồ sơ
state-received = Đang xem xét
state-awaiting-papers = Chờ bổ sung
state-granted = Đã thụ lý
state-refused = Đã từ chối
state-assigned = Đã cử người
state-closed = Đã kết thúc
state-withdrawn = Đã rút yêu cầu
problem-office-takes-none = { $unit } không tiếp nhận yêu cầu. Hãy chọn nơi khác.
problem-papers-asked-already = Vụ việc { $number } đã được yêu cầu bổ sung. Chỉ được yêu cầu một lần, nêu đầy đủ giấy tờ.
problem-already-decided = { $by } đã quyết định về { $number } ({ $at }): { $decision ->
    [refuse] từ chối thụ lý
   *[grant] thụ lý
  }. Quyết định của Ông/Bà chưa được lưu.
problem-reason-unknown = Không có lý do này. Hãy chọn trong các lý do được nêu.
problem-amount-invalid = “{ $amount }” không dùng làm số tiền được: { $reason ->
    [negative] không được là số âm
    [too_large] số quá lớn
   *[form] hãy ghi bằng chữ số, ví dụ 36.000
  }.
problem-work-impossible = Mục này không hợp lệ: { $why ->
    [future] ngày ở tương lai
    [before_receipt] ngày trước khi nhận yêu cầu
    [risks] buổi gặp đầu tiên phải giải thích rủi ro
    [note] báo cáo tiến độ phải có nội dung
    [minutes] số phút phải từ 1 đến 1440
   *[other] loại công việc không rõ
  }.
problem-too-many-tries = Nhập sai mã quá nhiều lần. Hãy chờ một giờ hoặc gọi cho nơi tiếp nhận.
problem-too-many-sent = Trong một giờ có quá nhiều đơn được gửi từ nơi này. Nội dung đã điền không bị mất: hãy gửi lại sau một giờ hoặc gọi cho cơ quan tiếp nhận.
problem-letter-font-missing = Không tạo được văn bản: máy chưa có phông chữ Trung Quốc. Hãy cài: { $fonts }.
withdrawal-requested = người yêu cầu đề nghị
withdrawal-papers-not-supplied = không bổ sung giấy tờ theo yêu cầu
withdrawal-own-lawyer = người được trợ giúp đã tự mời luật sư
withdrawal-other = lý do khác
work-meeting = Gặp người được trợ giúp
work-call = Trao đổi qua điện thoại
work-reading = Nghiên cứu hồ sơ
work-writing = Soạn văn bản
work-evidence = Thu thập chứng cứ
work-negotiation = Thương lượng, hòa giải
work-hearing = Phiên tòa, phiên họp
work-other = Việc khác
owed-by-agency = Tổ chức trợ giúp pháp lý
owed-by-unit = Đơn vị
owed-by-practitioner = Người thực hiện
owed-by-applicant = Người yêu cầu
owed-by-organ = Cơ quan tiến hành tố tụng
owed-by-justice-bureau = Cơ quan tư pháp
owed-by-commune = Ủy ban nhân dân cấp xã
files-all = Tất cả
files-late = Quá hạn
files-many = { $n }+
files-filters = Lọc
files-search = Tìm
files-search-label = Số, họ tên hoặc mã
files-search-hint = Số, họ tên không dấu, mã
files-new = Nhận yêu cầu mới
files-new-lede = Yêu cầu về việc gì?
files-none = Không có vụ việc.
files-number = Số
files-matter = Nội dung
files-state = Trạng thái
files-received = Ngày nhận
files-next = Việc tiếp theo
file-finding = Kết quả đối chiếu
file-emergency = Có thể thụ lý ngay, bổ sung sau
file-matter = Nội dung
file-service = Hình thức
file-basis = Căn cứ
file-missing = Còn thiếu
file-missing-tag = thiếu
file-papers-have = Đã nhận
file-why = Giải thích theo từng điều
file-told = Nội dung yêu cầu
file-applicant = Người yêu cầu thay
file-received = Tiếp nhận
file-groups = Đối tượng
file-limit = Thời hạn cuối
file-language = Ngôn ngữ
file-needs = Cần hỗ trợ
file-decision = Quyết định và kết quả
file-decided = Quyết định
file-reasons = Lý do
file-reasons-text = Nêu rõ lý do
file-practitioner = Người thực hiện
file-outcome = Kết quả
file-recovered = Số tiền đòi lại được
file-recovered-CNY = Số tiền đòi lại được (nhân dân tệ)
file-recovered-VND = Số tiền đòi lại được (đồng)
file-recovered-hint = Ghi bằng chữ số; bỏ trống nếu không có
file-people-helped = Số người được giúp
file-people-helped-hint = Nếu chỉ một người thì bỏ trống; nhiều người trong một vụ việc thì ghi số người
file-petitions-avoided = Số lượt khiếu kiện vượt cấp, đông người đã ngăn ngừa
file-petitions-avoided-hint = Nhờ giải quyết vụ việc này; bỏ trống nếu không có
file-need-count = Hãy nhập số nguyên.
file-summary = Tóm tắt
file-work = Công việc đã làm
file-work-none = Chưa có.
file-papers = Văn bản
file-papers-none = Chưa có.
file-pdf = PDF
file-docx = Word
file-owed = Việc phải làm bây giờ
file-owed-none = Không có việc phải làm.
file-person = Người được trợ giúp
file-name = Họ tên
file-born = Ngày sinh
file-sex = Giới tính
file-id-number = Số định danh
file-phone = Điện thoại
file-contact = Liên lạc
file-reveal = Xem đầy đủ số
file-reveal-note = Mỗi lần xem đều được ghi lại.
file-cancel = Hủy
file-back = Quay lại vụ việc
file-open = Mở vụ việc
file-waits = tạm dừng tính hạn
file-step-received = Đã nhận yêu cầu
file-until-done = cho đến khi xong
file-span-hours = trong { $n } giờ
file-span-days = trong { $n } ngày
file-span-working-days = trong { $n } ngày làm việc
file-span-months = trong { $n } tháng
file-span-years = trong { $n } năm
file-due = trước { $moment }
file-late = { $days ->
    [0] quá hạn
   *[other] quá hạn { $days } ngày
  }
file-frozen = Theo quy định của { $pack } có hiệu lực ngày
file-work-sum = { $n } mục, { $minutes } phút
file-minutes = { $n } phút
file-papers-missing = Còn thiếu giấy tờ nào?
file-papers-note = Giải thích cho người yêu cầu
file-papers-came = Đã nhận giấy tờ nào?
file-papers-explained = Không bổ sung giấy tờ, người yêu cầu đã giải trình
file-need-received = Hãy chọn những gì đã nhận.
file-act-done = Đã thực hiện: { $what }.
file-papers-follow = Giấy tờ nào bổ sung sau?
file-need-papers = Hãy chọn giấy tờ còn thiếu.
file-need-reasons = Hãy chọn ít nhất một lý do.
file-need-text = Hãy nêu rõ lý do, nội dung này ghi trong thông báo.
file-need-practitioner = Hãy chọn người thực hiện.
file-need-day = Hãy ghi ngày.
file-need-kind = Hãy chọn loại công việc.
file-need-minutes = Hãy ghi số phút.
file-need-outcome = Hãy chọn kết quả.
file-need-reason = Hãy chọn lý do.
file-need-channel = Hãy chọn kênh tiếp nhận.
file-log-day = Ngày
file-log-kind = Đã làm gì
file-log-minutes = Số phút
file-log-text = Ghi chú
file-withdraw-reason = Vì sao dừng?
file-channel = Tiếp nhận qua đâu?
file-act-aid-ask-papers = Chỉ được yêu cầu một lần. Hãy nêu đầy đủ giấy tờ còn thiếu; người yêu cầu nhận thông báo.
file-act-aid-receive-papers = Đánh dấu giấy tờ đã nhận. Phần còn thiếu vẫn được ghi.
file-act-aid-grant = Văn bản được lập và đánh số ngay.
file-act-aid-refuse = Lý do được ghi trong văn bản thông báo.
file-act-aid-assign = Thứ tự theo: yêu cầu của luật, chuyên môn, ngôn ngữ, số vụ đang làm, khoảng cách.
file-act-aid-log = Mỗi việc ghi một mục.
file-act-aid-close = Báo cáo kết thúc được lập từ hồ sơ.
file-act-aid-withdraw = Sau khi dừng không thể mở lại.
file-act-aid-hand-in = Xác nhận hồ sơ đã bàn giao cho tổ chức trợ giúp pháp lý.
file-at-once = ngay khi nhận
