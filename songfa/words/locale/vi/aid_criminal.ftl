# Vụ án hình sự: thông báo của cơ quan tố tụng, câu hỏi của sổ, luật sư trực.
nav-notices = Thông báo của cơ quan tố tụng
nav-duty-help = Luật sư trực
verb-aid-answer-prompt = Trả lời câu hỏi của sổ
verb-aid-roster = Xếp lịch trực
verb-aid-take-in = Nhận đơn yêu cầu trợ giúp
state-held-application = Đang giữ đơn yêu cầu
problem-notice-time = { $why ->
    [future] Thời điểm nhận thông báo không thể ở tương lai.
    [found_after] Thời điểm phát hiện không thể sau khi gửi thông báo.
   *[hearing_past] Ngày xét xử trước ngày nhận thông báo.
  } Hãy kiểm tra lại ngày.
problem-notice-incomplete = { $field ->
    [name] Hãy ghi họ tên người được trợ giúp.
    [organ_name] Hãy ghi tên cơ quan.
    [organ] Cơ quan loại này không thông báo theo căn cứ này: hãy xem lại cả hai mục.
    [born] Với căn cứ này, thông báo phải ghi ngày sinh hoặc số định danh.
    [disabilities] Với căn cứ này, thông báo phải ghi dạng khuyết tật.
    [certificate] Đây không phải số giấy chứng nhận khuyết tật: số có 20 ký tự, hai số cuối là dạng (1 đến 7) và mức độ (1 đến 4).
   *[groups] Hãy chọn diện của người đó.
  }
problem-prompt-answered = { $by } đã trả lời câu hỏi này: { $answer ->
    [yes] có
   *[no] không
  }.
problem-prompt-needs = { $field ->
    [reason] Hãy nêu lý do.
   *[kinds] Hãy chọn dạng khuyết tật: giấy chứng nhận chỉ ghi nhiều dạng.
  }
problem-session-time = { $why ->
    [future] Thời điểm này ở tương lai.
    [order] Giờ kết thúc phải sau giờ bắt đầu.
   *[long] Một ca trực tối đa 24 giờ.
  }
problem-session-overlaps = Người này đã có lịch trực tại { $place } vào thời gian đó.
problem-help-incomplete = { $field ->
    [name] Hãy ghi họ tên.
    [place] Hãy ghi địa điểm.
   *[kinds] Hãy chọn nội dung đã trợ giúp.
  }
language-km = Tiếng Khmer
language-tyz = Tiếng Tày
language-nut = Tiếng Nùng
language-hmn = Tiếng Mông
language-blt = Tiếng Thái
language-mtq = Tiếng Mường
language-cjm = Tiếng Chăm
language-rad = Tiếng Ê Đê
language-jra = Tiếng Gia Rai
language-ko = Tiếng Triều Tiên
language-mn = Tiếng Mông Cổ
language-ug = Tiếng Duy Ngô Nhĩ
language-kk = Tiếng Kazakh
language-bo = Tiếng Tạng
language-za = Tiếng Choang
language-ii = Tiếng Di
notices-new = Nhập thông báo
notices-none = Chưa có thông báo nào
notices-none-text = Thông báo của tòa án, viện kiểm sát, cơ quan điều tra sẽ hiện ở đây cùng thời hạn phải làm.
notices-filters = Lọc thông báo
notices-all = Tất cả
notices-waiting = Chưa cử người
notices-file = Vụ việc
notices-body = Cơ quan
notices-why = Căn cứ
notices-received = Nhận lúc
notices-next = Việc tiếp theo
notice-organ = Loại cơ quan thông báo
notice-organ-name = Tên cơ quan
notice-reference = Số hiệu thông báo, vụ án
notice-head = Căn cứ thông báo
notice-name = Họ tên người được trợ giúp
notice-born = Ngày sinh
notice-sex = Giới tính
notice-id-number = Số định danh cá nhân
notice-certificate = Số giấy chứng nhận khuyết tật
notice-certificate-hint = Chỉ để nhắc câu hỏi; cán bộ là người trả lời.
notice-disabilities = Dạng khuyết tật ghi trong thông báo
notice-groups = Diện người được trợ giúp
notice-household = Hộ gia đình
notice-monthly-allowance = Có hưởng trợ cấp xã hội hằng tháng không?
notice-custody = Có đang bị giữ không?
notice-custody-place = Nơi giữ
notice-received-on = Ngày nhận thông báo
notice-received-time = Giờ nhận
notice-received-time-hint = Ví dụ 16:20. Thời hạn tính từ lúc này.
notice-role = Tư cách tố tụng
notice-role-hint = Để trống: theo thông lệ của cơ quan này.
notice-stage = Giai đoạn
notice-cause = Tội danh
notice-hearing-on = Ngày xét xử
notice-found-on = Ngày cơ quan phát hiện hoặc nhận yêu cầu
notice-found-time = Giờ đó
notice-has-counsel = Đã tự nhờ người bào chữa
notice-language = Ngôn ngữ của người đó
notice-needs = Cần hỗ trợ gì
notice-contact = Người thụ lý và cách liên hệ
notice-story = Ghi chú
notice-defects = Thông báo còn thiếu gì?
notice-more = Nội dung khác của thông báo
notice-save = Nhập thông báo
notice-done-at-once = Đã thụ lý ngay: { $number }. Hãy cử người thực hiện.
notice-done-waiting = Đã nhập: { $number }. Đang chờ quyết định.
notice-need-organ = Hãy chọn loại cơ quan.
notice-need-head = Hãy chọn căn cứ.
notice-need-name = Hãy ghi họ tên.
notice-need-organ-name = Hãy ghi tên cơ quan.
notice-need-day = Hãy ghi ngày.
notice-need-time = Hãy ghi giờ, ví dụ 16:20.
notice-custody-vn-emergency-hold = Có, bị giữ trong trường hợp khẩn cấp
notice-panel = Thông báo của cơ quan tố tụng
notice-body = Cơ quan
notice-at-once = Thụ lý ngay, không phải quyết định.
notice-waits = Cơ quan có thể thông báo; Trung tâm quyết định.
notice-informed = Đã báo cho cơ quan
notice-not-informed = Chưa
notice-held-at = Nơi giữ
notice-defect-document-missing = Thiếu văn bản kèm theo
notice-defect-contact-missing = Không ghi người liên hệ
notice-defect-reference-missing = Không có số hiệu
notice-defect-identity-unclear = Chưa rõ nhân thân
notice-defect-place-unclear = Chưa rõ nơi giữ
notice-defect-head-not-shown = Nội dung chưa đủ chứng tỏ căn cứ
notice-defect-organ-late = Cơ quan thông báo quá hạn
notice-role-suspect = Bị can
notice-role-defendant = Bị cáo
notice-role-compulsory-treatment-respondent = Người bị đề nghị bắt buộc chữa bệnh
notice-role-held-in-emergency = Người bị giữ trong trường hợp khẩn cấp
notice-role-denounced = Người bị tố giác
notice-role-proposed-for-prosecution = Người bị kiến nghị khởi tố
notice-role-accused = Người bị buộc tội
notice-role-victim = Bị hại
notice-role-witness = Người làm chứng
notice-stage-investigation = Điều tra
notice-stage-prosecution = Truy tố
notice-stage-prosecution-review = Xem xét truy tố
notice-stage-first-instance = Sơ thẩm
notice-stage-second-instance = Phúc thẩm
notice-stage-death-review = Xét duyệt án tử hình
notice-stage-retrial = Tái thẩm, giám đốc thẩm
notice-stage-compulsory-treatment = Bắt buộc chữa bệnh
notice-as-usual = theo thông lệ của cơ quan
question-panel = Sổ nhắc hỏi
question-note = Giấy chứng nhận hay ngày sinh tự nó không quyết định gì. Câu trả lời của bạn được ghi lại kèm tên.
question-because = Sổ cho biết: { $what }
question-because-minor = người chưa thành niên vào ngày nhận thông báo
question-and = { ", " }
question-head = Có thuộc căn cứ “{ $name }” không?
question-need = Người đó có cần: { $name } không?
question-answer = Trả lời
question-choice = Câu trả lời
question-yes = Có
question-no = Không
question-need-choice = Hãy chọn có hoặc không.
question-kinds = Dạng khuyết tật
question-reason = Lý do
question-reason-hint = Bắt buộc nếu chọn không.
question-save = Ghi câu trả lời
question-saved = Đã ghi câu trả lời.
question-by = { $name }, { $at }
duty-register = Sổ trợ giúp của luật sư trực
duty-sessions = Lịch trực
duty-session-new = Thêm ca trực
duty-sessions-none = Chưa có ca trực
duty-sessions-none-text = Xếp người trực tại tòa án, nhà tạm giữ hay nơi khác; người được giúp sẽ được ghi tại đó.
duty-register-none = Sổ chưa có ai
duty-coming = Hiện tại và sắp tới
duty-past = Trước đây
duty-practitioner = Người trực
duty-kind = Loại nơi trực
duty-place = Địa điểm
duty-day = Ngày
duty-from = Từ giờ
duty-until = Đến giờ
duty-until-hint = Giờ kết thúc sớm hơn giờ bắt đầu là của ngày hôm sau.
duty-time-hint = Ví dụ 09:00
duty-save-session = Xếp lịch
duty-session-saved = Đã xếp lịch: { $place }.
duty-number = Số
duty-name = Họ tên
duty-asked-by = Ai yêu cầu?
duty-organ = Tên cơ quan đang giải quyết
duty-reference = Số hiệu của cơ quan
duty-asked-time = Giờ yêu cầu
duty-role = Tư cách tố tụng
duty-sex = Giới tính
duty-born = Ngày sinh
duty-id-number = Số định danh cá nhân
duty-groups = Diện người
duty-disabilities = Dạng khuyết tật
duty-cause = Tội danh
duty-custody = Có đang bị giữ không?
duty-done = Kết quả
duty-done-given = Đã trợ giúp
duty-done-declined = Không trợ giúp: không cần hoặc không thể
duty-done-asked = Còn phải làm
duty-kinds = Nội dung trợ giúp
duty-plea = Chứng kiến ký văn bản nhận tội, chấp nhận hình phạt
duty-summary = Tóm tắt
duty-reason = Lý do không trợ giúp
duty-application = Người đó đưa đơn yêu cầu trợ giúp pháp lý
duty-application-hint = Phải chuyển trong thời hạn luật định; thời hạn tính từ giờ yêu cầu.
duty-save-next = Lưu, người tiếp theo
duty-saved = Đã ghi: { $number }.
duty-enter = Ghi một người
duty-in-session = Trong ca này
duty-counts = Tổng { $all } người, đã trợ giúp { $given }, chứng kiến nhận tội { $plea }, nhận { $applied } đơn
duty-month = Tháng, ví dụ 2026-11
duty-any = Tất cả
duty-show = Xem
duty-export = Xuất bảng (xlsx)
duty-state = Trạng thái
duty-asked-at = Yêu cầu lúc
duty-given-at = Trợ giúp lúc
duty-hand-on = Chuyển đơn đến { $unit }
duty-handed-on = Đã chuyển
duty-handed-on-done = Đã chuyển: vụ việc { $number }.
duty-held-since = Giữ đơn từ
duty-story = Người đó yêu cầu gì
duty-phone = Điện thoại
duty-row-title = Trợ giúp { $number }
duty-need-kind = Hãy chọn loại nơi trực.
duty-need-practitioner = Hãy chọn người trực.
duty-need-place = Hãy ghi địa điểm.
duty-need-time = Hãy ghi giờ, ví dụ 09:00.
duty-need-asker = Hãy chọn ai yêu cầu.
duty-need-name = Hãy ghi họ tên.
duty-need-done = Hãy chọn kết quả.
duty-need-kinds = Hãy chọn nội dung trợ giúp.
duty-need-summary = Hãy ghi tóm tắt.
duty-need-reason = Hãy ghi lý do.
duty-more = Thông tin khác về người đó
