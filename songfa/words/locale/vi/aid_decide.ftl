problem-already-done = { $by } đã xử lý { $number } trước ({ $at }): { $act ->
    [lapse] coi như rút yêu cầu
    [terminate] đã chấm dứt trợ giúp
    [discontinue] không tiếp tục thực hiện vụ việc
    [end_by_law] đình chỉ theo quy định của pháp luật
    [transfer] đã chuyển sang tổ chức khác
    [withdraw] đã rút yêu cầu
    [refuse] đã từ chối thụ lý
    [uphold] khiếu nại được chấp nhận
    [dismiss] giữ nguyên quyết định
    [turn_down] không thụ lý khiếu nại
    [answer_complaint] khiếu nại đã được giải quyết
    [agree_change] đã đồng ý thay đổi
    [refuse_change] không đồng ý thay đổi
    [pass_check] bản khai đúng sự thật
    [fail_check] bản khai không đúng sự thật
    [answer_cooperation] đã trả lời yêu cầu
    [grant] đã thụ lý trợ giúp
    [assign] đã cử người thực hiện
    [choose] đã chọn người thực hiện
    [end_offer] đã kết thúc việc mời
    [accept] đã nhận vụ việc
    [decline] đã trả lại vụ việc
    [change_provider] đã thay người thực hiện
    [close] đã kết thúc vụ việc
    [hand_in] đã bàn giao hồ sơ
    [return_file] đã trả lại hồ sơ
    [archive] đã lưu trữ hồ sơ
    [hold_hearing] phiên làm việc đã diễn ra
    [call_off_hearing] phiên làm việc đã bị hủy
    [approve_subsidy] đề nghị thanh toán đã được duyệt
    [return_subsidy] đề nghị thanh toán đã bị trả lại
    [pay_subsidy] đã chi trả
    [hand_on] đã chuyển tiếp
    [take_on] đã tiếp nhận
    [assess] đã chấm điểm
   *[other] đã xử lý xong
  }.
problem-papers-not-overdue = Chưa hết thời hạn bổ sung giấy tờ, không thể coi { $number } là rút yêu cầu.
problem-no-emergency = Chỉ được bổ sung giấy tờ sau khi pháp luật cho phép thụ lý ngay. Hãy ghi rõ vì sao không thể chờ.
problem-same-unit = { $unit } đang giữ hồ sơ này. Hãy chọn tổ chức khác.
problem-receiver-missing = Hãy chọn tổ chức hoặc ghi tên nơi nhận.
problem-text-missing = Hãy ghi rõ lý do.
problem-no-such-remedy = Ở tình trạng hiện tại, không thể khiếu nại quyết định về { $number }.
problem-already-raised = Đã có một yêu cầu như vậy về { $number } đang chờ trả lời.
problem-no-further-level = Không còn cấp giải quyết khiếu nại nào nữa. Ông/Bà có thể khởi kiện tại tòa án.
nav-beside = Khiếu nại và kiểm tra
beside-lede = Những việc bên cạnh hồ sơ đang chờ trả lời.
beside-kinds = Loại
beside-kind-objection = Khiếu nại quyết định
beside-kind-complaint = Khiếu nại
beside-kind-change = Thay đổi người thực hiện
beside-kind-check = Kiểm tra bản cam kết
beside-kind-cooperation = Phối hợp xác minh
beside-number = Hồ sơ
beside-state = Tình trạng
beside-since = Ngày gửi
beside-answers = Nơi giải quyết
beside-due = Thời hạn
beside-none = Không có việc nào chờ trả lời.
beside-none-done = Chưa có việc nào được trả lời.
beside-show-open = Xem việc đang chờ
beside-show-done = Xem việc đã trả lời
beside-draws = Các lần chọn
beside-draw-on = Ngày
beside-draw-unit = Tổ chức
beside-draw-pool = Số bản cam kết
beside-draw-drawn = Được chọn
beside-draw-share = { $n } ({ $percent }%)
beside-draw-seed = Mã rút thăm
beside-draw-note = Chọn trong các vụ việc dựa vào bản cam kết và chưa từng được đưa vào lần chọn nào. Mã rút thăm là ngày và tổ chức: ai cũng có thể chọn lại để kiểm tra.
beside-draw-done = Đã chọn { $drawn } trong { $pool } bản cam kết.
beside-said = Nội dung
beside-file = Mở hồ sơ
beside-answer = Trả lời
beside-decide = Giải quyết
beside-send = Lưu kết quả
beside-verb = Quyết định
beside-need-verb = Hãy chọn quyết định.
beside-nobody-title = Hiện chưa có ai tiếp nhận được hồ sơ này
beside-nobody = Những người trong danh sách đều vướng điều kiện, đang tạm dừng hoặc đại diện cho bên kia. Có thể xem lý do của từng người và chấp nhận trường hợp pháp luật cho phép; bổ sung người vào danh sách; hoặc trả lời không đồng ý kèm lý do. Đề nghị vẫn để mở cho đến khi được trả lời.
beside-nobody-look = Những người đã xem xét và lý do
beside-nobody-roll = Danh sách người thực hiện trợ giúp pháp lý
beside-practitioner = Ai thực hiện từ nay (chỉ khi đồng ý)
beside-upheld = Khiếu nại đúng: quyết định sai sẽ được xem xét lại
beside-still-entitled = Theo số liệu đúng vẫn đủ điều kiện được trợ giúp
beside-text = Lý do hoặc nội dung trả lời
beside-finished = Việc này đã kết thúc. Kết quả ở bên dưới.
beside-against = Đối với
beside-ground = Về việc
beside-level = Cấp giải quyết
beside-before = Trả lời của cấp trước
beside-of = Người thực hiện trước
beside-to = Người thực hiện mới
beside-seed = Mã rút thăm
beside-mark = Dấu trong lần chọn
beside-asker = Nơi yêu cầu
beside-asked = Nơi được yêu cầu
decide-need-means = Hãy chọn cách xác định hoàn cảnh kinh tế.
decide-means = Hoàn cảnh kinh tế được xác định dựa vào đâu?
decide-means-short = Hoàn cảnh kinh tế
means-basis-declared = Bản cam kết trung thực của người yêu cầu, đã được đọc và ký
means-basis-data-checked = Dữ liệu mà tổ chức đã kiểm tra
decide-urgent = Vì sao không thể chờ giấy tờ (chỉ khi cho bổ sung sau)
decide-grounds = Căn cứ
decide-unit = Tổ chức trong hệ thống
decide-outside = Không có: nơi nhận ngoài hệ thống
decide-body = Tên nơi nhận ngoài hệ thống
decide-transfer-reason = Lý do chuyển
decide-question = Nội dung đề nghị phối hợp
decide-need-question = Hãy ghi nội dung đề nghị.
decide-need-words = Hãy ghi lời của người yêu cầu.
decide-need-ground = Hãy chọn nội dung khiếu nại.
decide-complaint-text = Sự việc
decide-complaint-ground = Khiếu nại về việc gì
decide-objection-text = Lý do không đồng ý
decide-change-text = Lý do yêu cầu thay đổi
decide-change-why = Lý do thay đổi
told-born = Ngày sinh
told-disability = Dạng khuyết tật
told-household-size = Số người trong hộ
told-income-per-head = Thu nhập bình quân đầu người mỗi tháng (theo lời khai)
told-fixed-income = Nguồn sống ổn định
told-household = Hộ gia đình
told-monthly-allowance = Trợ cấp xã hội hằng tháng
told-role = Tư cách tố tụng
told-custody = Bị giam, giữ
told-has-counsel = Đã có luật sư
decide-title = Căn cứ quyết định
decide-open = Xem căn cứ quyết định
decide-panel = Quyết định và khiếu nại
decide-as-of = Theo bộ quy định { $pack }, tại ngày
decide-first-day = Yêu cầu lần đầu
decide-first-asked = yêu cầu lần đầu: { $day }
decide-handed-to = Chuyển đến
decide-handed-from = Chuyển từ
decide-proof = Giấy tờ chứng minh
decide-proof-here = Đã có:{ " " }
decide-proof-open = Còn thiếu:{ " " }
decide-proof-met = đã đủ
decide-proof-complete = Giấy tờ đã đầy đủ
decide-proof-lacking = Giấy tờ còn thiếu
decide-proof-none = Không cần giấy tờ chứng minh.
decide-all-of = Tất cả các giấy tờ sau
decide-one-of = Chỉ cần một trong các giấy tờ sau
decide-ways = Có thể quyết định
decide-remedies = Khi không đồng ý với quyết định
decide-values = Các quy định đã dùng và thời hạn hiệu lực
decide-value-what = Quy định
decide-value-value = Giá trị hoặc điều khoản
decide-value-since = Hiệu lực
decide-value-basis = Căn cứ
decide-unconfirmed = chưa xác minh
decide-prompt-papers-overdue = Giấy tờ không được bổ sung đúng hạn
decide-prompt-declaration-untrue = Bản cam kết không đúng sự thật
decide-section-regimes = Luật áp dụng
decide-section-aid-matters = Loại việc
decide-section-group-rules = Diện người
decide-section-criminal-heads = Vụ án hình sự
decide-section-open-heads = Việc khác
decide-section-means-rules = Điều kiện kinh tế
decide-section-applicant-rules = Người có quyền yêu cầu
decide-section-direct-rules = Trả lời ngay
decide-section-gates = Điều kiện
decide-section-side-rules = Tư cách tham gia
decide-section-waivers = Miễn kiểm tra
decide-section-lawyer-rules = Yêu cầu về người thực hiện
decide-section-emergency-rules = Thụ lý ngay
decide-section-place-rules = Nơi nộp
decide-section-stage-rules = Trong quá trình thực hiện
decide-section-proof-rules = Chứng minh
decide-section-clocks = Thời hạn
decide-section-finding-clocks = Thời hạn
decide-section-hardship-lines = Mức khó khăn
owed-by-other-agency = Tổ chức khác
file-act-aid-lapse = Đã hết hạn bổ sung giấy tờ. Yêu cầu được coi như rút.
file-act-aid-terminate = Quyết định được lập ngay; cơ quan tiến hành tố tụng được thông báo nếu có.
file-act-aid-discontinue = Thông báo bằng văn bản được lập ngay.
file-act-aid-end-by-law = Ghi nhận vụ việc bị đình chỉ theo quy định của pháp luật.
file-act-aid-transfer = Nếu chuyển đến tổ chức trong hệ thống, hồ sơ mới mang theo nội dung, giấy tờ đã nhận và ngày yêu cầu lần đầu. Người yêu cầu nhận thông báo có mã mới.
file-act-aid-cooperate = Tổ chức kia chỉ thấy nội dung đề nghị, không thấy hồ sơ.
file-act-aid-object = Ghi lại lời của người khiếu nại. Cơ quan cấp trên giải quyết.
file-act-aid-complain = Ghi lại khiếu nại theo lời của người yêu cầu.
file-act-aid-ask-change = Ghi lại lý do yêu cầu thay đổi.
follow-handed-to = Yêu cầu của Ông/Bà đã được chuyển đến { $to }. Ông/Bà vui lòng dùng mã mới ghi trên thông báo để theo dõi.
follow-raised = Điều Ông/Bà đã gửi
follow-raised-by = sẽ trả lời trước { $day }
follow-not-agreed = Ông/Bà không đồng ý, hoặc thấy có điều chưa đúng?
follow-not-agreed-text = Ông/Bà không phải trả khoản phí nào, và không ai được gây khó khăn cho Ông/Bà vì việc này.
raise-objection = Khiếu nại quyết định
raise-complaint = Khiếu nại
raise-change = Yêu cầu thay đổi người thực hiện
raise-escalate = Khiếu nại lên cấp trên
raise-lede-objection = Cơ quan cấp trên sẽ xem lại quyết định.
raise-lede-complaint = Xin Ông/Bà cho biết điều chưa đúng. Ông/Bà sẽ nhận được trả lời bằng văn bản.
raise-lede-change = Tổ chức trợ giúp pháp lý sẽ trả lời trong thời hạn luật định.
raise-lede-escalate = Cấp trên sẽ xem khiếu nại và trả lời mà Ông/Bà đã nhận.
raise-text-objection = Vì sao Ông/Bà không đồng ý?
raise-text-complaint = Sự việc như thế nào?
raise-text-change = Vì sao Ông/Bà muốn thay đổi?
raise-text-escalate = Vì sao Ông/Bà không đồng ý với trả lời?
raise-need = Ông/Bà vui lòng viết vài lời.
raise-send = Gửi
raise-done = Đã nhận được
raise-done-objection = Đã nhận khiếu nại của Ông/Bà. Có thể theo dõi tại đây.
raise-done-complaint = Đã nhận khiếu nại của Ông/Bà. Có thể theo dõi tại đây.
raise-done-change = Đã nhận yêu cầu của Ông/Bà. Có thể theo dõi tại đây.
raise-done-escalate = Khiếu nại của Ông/Bà đã chuyển lên cấp trên. Có thể theo dõi tại đây.
raise-back = Xem tình trạng
follow-state-under-way = Vụ việc đang được thực hiện
follow-state-handed-in = Vụ việc đã kết thúc
follow-state-archived = Vụ việc đã kết thúc
follow-state-transferred = Yêu cầu đã được chuyển
follow-state-lapsed = Yêu cầu đã dừng vì chưa đủ giấy tờ
follow-state-terminated = Việc trợ giúp pháp lý đã chấm dứt
follow-state-discontinued = Việc trợ giúp pháp lý không được tiếp tục
follow-state-ended-by-law = Vụ việc đã bị đình chỉ theo quy định của pháp luật
follow-next-under-way = Người thực hiện đang làm và sẽ báo cho Ông/Bà.
follow-next-handed-in = Ông/Bà không cần làm gì thêm. Nếu có điều chưa hài lòng, xin cho nơi tiếp nhận biết.
follow-next-archived = Ông/Bà không cần làm gì thêm. Nếu có điều chưa hài lòng, xin cho nơi tiếp nhận biết.
follow-next-transferred = Nơi nhận đang xem xét. Thời gian được tính từ ngày Ông/Bà yêu cầu lần đầu.
follow-next-lapsed = Chúng tôi chưa nhận đủ giấy tờ trong thời hạn. Ông/Bà có thể yêu cầu lại bất cứ lúc nào.
follow-next-terminated = Lý do được ghi trong quyết định. Nếu không đồng ý, Ông/Bà có thể khiếu nại.
follow-next-discontinued = Lý do được ghi trong thông báo. Nếu không đồng ý, Ông/Bà có thể khiếu nại.
follow-next-ended-by-law = Ông/Bà không cần làm gì thêm. Ông/Bà có thể yêu cầu lại bất cứ lúc nào.
api-op-beside = Việc bên cạnh hồ sơ đang chờ trả lời
api-op-beside-one = Một khiếu nại, yêu cầu thay đổi, kiểm tra hoặc phối hợp
api-op-beside-answer = Trả lời theo hành động
api-op-draw = Chọn bản cam kết để kiểm tra hôm nay
