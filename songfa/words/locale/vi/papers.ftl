# Files that are handed in: what is wrong with one, and what to do next.
problem-file-empty = Tệp “{ $name }” trống. Hãy chọn lại tệp, hoặc mở ra xem có nội dung hay không.
problem-file-too-large = Tệp “{ $name }” quá lớn, không đọc được (tối đa { $limit } MB, kể cả sau khi giải nén). Hãy bỏ hình ảnh, phụ lục và chỉ gửi phần chữ.
problem-file-unreadable = { $reason ->
    [old_or_locked] Tệp “{ $name }” có mật khẩu hoặc thuộc định dạng Word cũ. Hãy mở tệp, lưu lại thành .docx không mật khẩu rồi gửi tệp mới.
    [not_docx] Tệp “{ $name }” có đuôi .docx nhưng không phải văn bản Word. Hãy mở bằng phần mềm đã tạo ra nó và lưu thành .docx, hoặc đặt lại đúng đuôi tệp.
    [not_pdf] Tệp “{ $name }” có đuôi .pdf nhưng không phải PDF. Hãy mở bằng phần mềm đã tạo ra nó và lưu thành PDF, hoặc đặt lại đúng đuôi tệp.
    [damaged_docx] Tệp “{ $name }” bị hỏng hoặc không phải văn bản Word hoàn chỉnh. Hãy mở bằng Word, lưu lại thành .docx rồi gửi tệp mới.
    [damaged_pdf] Tệp “{ $name }” bị hỏng hoặc không phải PDF hoàn chỉnh. Hãy tạo lại PDF, hoặc gửi văn bản dạng .docx, .txt.
    [old_or_locked_sheet] Tệp “{ $name }” có mật khẩu hoặc thuộc định dạng Excel cũ. Hãy lưu lại thành .xlsx không mật khẩu rồi gửi tệp mới.
    [not_xlsx] Tệp “{ $name }” có đuôi .xlsx nhưng không phải bảng tính. Hãy lưu thành .xlsx hoặc đặt lại đúng đuôi tệp.
    [damaged_xlsx] Tệp “{ $name }” bị hỏng hoặc không phải bảng tính hoàn chỉnh. Hãy mở, lưu lại thành .xlsx rồi gửi tệp mới.
    [damaged_csv] Không phân biệt được các cột của “{ $name }”. Hãy lưu thành .xlsx rồi gửi lại.
    [not_a_list] Tệp “{ $name }” không phải danh sách. Hãy gửi tệp .xlsx hoặc .csv.
   *[encoding] Không nhận ra bảng mã chữ của tệp “{ $name }”. Hãy lưu tệp với bảng mã UTF-8 rồi gửi lại.
}
problem-file-no-text = Tệp “{ $name }” không có chữ, có thể là bản quét. Hãy gửi văn bản điện tử gốc, hoặc nhận dạng chữ (OCR) trước.
problem-file-kind-unknown = Không đọc được loại tệp như “{ $name }”. Hãy gửi tệp .docx, .pdf hoặc .txt.
problem-file-not-a-plan = { $found ->
    [review] Đây là báo cáo, tổng kết việc đã làm, không phải kế hoạch: văn bản không giao nhiệm vụ nào. Hãy gửi chính bản kế hoạch.
   *[other] Không tìm thấy kế hoạch trong văn bản này: không có phần nào giao việc. Hãy kiểm tra lại tệp; kế hoạch cần có mục như “Nhiệm vụ” hoặc bảng phân công nhiệm vụ.
}
paper-warning-broken-characters = Một số ký tự không đọc được, hiển thị là �. Hãy đối chiếu với bản gốc.
paper-warning-long-line-cut = Có dòng quá dài nên đã bị cắt. Hãy đối chiếu với bản gốc.
