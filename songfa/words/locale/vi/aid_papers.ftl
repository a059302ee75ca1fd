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
papers-lead = Văn bản được điền theo thông tin đã có của vụ việc; phần chưa biết để trống để viết tay. Sau khi lập, văn bản được lưu nguyên trạng.
papers-named = { $name } (mẫu số { $no })
papers-form = Mẫu
papers-none = Hiện chưa có văn bản nào có thể lập riêng.
papers-which = Văn bản
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
