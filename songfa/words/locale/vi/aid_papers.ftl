# Văn bản của vụ việc: cấp theo yêu cầu và mẫu trống.
problem-form-lacks = Chưa thể lập văn bản này: { $value ->
    [person_name] chưa có tên người được trợ giúp
    [practitioner_name] chưa có người thực hiện
    [practitioner_unit] chưa có đơn vị thực hiện
    [missing] chưa nêu giấy tờ còn thiếu
    [grounds] chưa có lý do từ chối
    [termination_ground] chưa có lý do không tiếp tục thực hiện
    [cooperation_to] chưa có tổ chức được đề nghị phối hợp
    [cooperation_request] chưa nêu nội dung phối hợp
    [change_result] chưa có kết quả giải quyết đề nghị thay đổi
    [change_next] chưa có người thay thế
    [objection_result] chưa có kết quả giải quyết khiếu nại
    [transfer_to] chưa có nơi chuyển đến
   *[other] còn thiếu một nội dung
}.
problem-form-value-unknown = Không có mẫu nào dùng mục “{ $value }”.
problem-form-not-by-hand = Văn bản này được lập cùng với bước xử lý của nó, không lập riêng tại đây.
papers-title = Lập văn bản
papers-lead = Văn bản được điền theo thông tin đã có của vụ việc; phần chưa biết có thể điền ngay hoặc để trống để viết tay. Sau khi lập, văn bản được lưu nguyên trạng.
papers-form = Mẫu
papers-none = Hiện chưa có văn bản nào có thể lập riêng.
papers-note = Ghi chú trong văn bản
papers-note-hint = Được ghi vào chỗ dành cho ghi chú của mẫu. Để trống nếu muốn viết tay.
papers-issue = Lập văn bản
papers-unconfirmed = Các mục của những mẫu này chưa được đối chiếu với bản in chính thức; hãy so lại trước khi dùng lần đầu.
papers-preview = Xem trước (PDF)
papers-done = Đã lập: { $name }
papers-blank-title = Mẫu trống
papers-blank-lead = Để in và điền bằng tay. Mẫu đã có tên cơ quan của bạn.
papers-blank-link = In mẫu trống
papers-form-name = Tên
papers-form-files = Tệp
papers-all-pdf = Tất cả trong một PDF
papers-all-docx = Tất cả dạng docx (zip)
papers-register = Sổ thụ lý, theo dõi vụ việc theo tháng
papers-sheets = Biểu mẫu
papers-ledger = Sổ theo dõi trợ giúp của luật sư trực theo tháng
papers-report = Báo cáo 6 tháng và năm
sheet-handed-on = Đơn yêu cầu trợ giúp pháp lý đã được chuyển đến { $unit } ngày { $day }.
sheet-taken-in = Đã nhận đơn yêu cầu trợ giúp pháp lý ngày { $day }.
sheet-plea = chứng kiến nhận tội
report-received = Số yêu cầu trợ giúp pháp lý đã tiếp nhận
report-begun = Số vụ việc đã thụ lý
report-begun-tgtt = Trong đó: tham gia tố tụng
report-begun-tv = Trong đó: tư vấn pháp luật
report-begun-ddntt = Trong đó: đại diện ngoài tố tụng
report-refused = Số yêu cầu bị từ chối thụ lý
report-transferred = Số yêu cầu đã chuyển
report-discontinued = Số vụ việc không tiếp tục thực hiện
report-done = Số vụ việc đã kết thúc
report-done-tgtt = Trong đó: tham gia tố tụng
report-done-tv = Trong đó: tư vấn pháp luật
report-done-ddntt = Trong đó: đại diện ngoài tố tụng
report-people = Số lượt người được trợ giúp pháp lý trong các vụ việc đã kết thúc
report-changed = Số vụ việc thay đổi người thực hiện theo đề nghị
report-complaints = Số khiếu nại
report-assessed = Số vụ việc được đánh giá chất lượng
report-group = Vụ việc đã kết thúc, diện: { $name }
report-grade-excellent = Chất lượng: tốt
report-grade-good = Chất lượng: khá
report-grade-pass = Chất lượng: đạt
report-grade-fail = Chất lượng: không đạt
problem-paper-replaced = { $number } đã được cấp lại. Hãy mở bản mới nhất.
problem-paper-not-true-now = { $number } không còn đúng với tình trạng hồ sơ, không thể cấp lại.
papers-again = Sửa và cấp lại
papers-again-lead = Văn bản được lập lại theo thông tin hiện có của hồ sơ và có số riêng. Bản cũ được giữ lại.
papers-again-why = Bản cũ sai ở đâu
papers-again-need-why = Hãy ghi bản cũ sai ở đâu.
papers-again-done = Đã cấp lại: { $name }
papers-replaced = đã được thay thế
papers-replaces = thay thế { $number }
papers-open = Còn để quý vị điền
papers-open-count = { $n ->
    [0] không còn mục nào
   *[other] { $n } mục
}
papers-look = Xem trước
papers-asks = Văn bản này còn hỏi
papers-asks-hint = Hồ sơ chưa có các mục này. Điền mục quý vị biết; mục để trống vẫn có chỗ để viết tay.
papers-asks-nothing = Hồ sơ đã điền đủ văn bản này.
papers-box-blank = để trống, viết tay sau
papers-fill = điền thêm
papers-fill-keep = Lưu
papers-filled = Đã điền: { $name }
problem-form-box-shut = Mẫu không hỏi “{ $value }”: không có mục này hoặc đã có thông tin.
problem-form-box-choice = Lựa chọn ở mục “{ $value }” không có trong mẫu.
