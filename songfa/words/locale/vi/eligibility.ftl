# How a citation is written. $law the statute, $a article, $p paragraph, $i item.
cite-a = Điều { $a } { $law }
cite-a-p = khoản { $p } Điều { $a } { $law }
cite-a-i = mục { $i } Điều { $a } { $law }
cite-a-p-i = điểm { $i } khoản { $p } Điều { $a } { $law }
cite-law = { $law }
cite-amended = { $cite } (nội dung có hiệu lực từ năm { $year })
cite-and = { "; " }

# The outcome in one sentence.
finding-outcome-granted-without-means-test = Được trợ giúp pháp lý, không xét điều kiện tài chính.
finding-outcome-means-check-waived = Được trợ giúp pháp lý; khi đã chứng minh được tư cách thì không kiểm tra khó khăn về tài chính.
finding-outcome-means-test-required = Vụ việc thuộc phạm vi trợ giúp; điều kiện khó khăn về tài chính là yếu tố quyết định.
finding-outcome-means-test-required-met = Được trợ giúp pháp lý: vụ việc thuộc phạm vi và đáp ứng điều kiện khó khăn về tài chính.
finding-outcome-refuse = Không được trợ giúp pháp lý; việc từ chối phải bằng văn bản và nêu rõ lý do.
finding-outcome-not-covered = Yêu cầu không thuộc phạm vi trợ giúp pháp lý.
finding-outcome-mandatory-appointment = Phải chỉ định người bào chữa; không cần đơn và không xét tài chính.
finding-outcome-discretionary-appointment = Tòa án có thể đề nghị chỉ định người bào chữa.
finding-outcome-advice-only = Giải đáp câu hỏi; không cần quyết định về đại diện.
finding-outcome-refer = Yêu cầu được chuyển đến nơi có thẩm quyền.
finding-outcome-terminate = Không tiếp tục thực hiện trợ giúp pháp lý.
finding-outcome-continue = Trợ giúp pháp lý được tiếp tục đến khi vụ việc kết thúc.

# One sentence for each step of the reasoning. $cite the citations, $what the subject of the rule.
reason-answered-directly = { $cite }: yêu cầu này là { $what }.
reason-gate = { $cite }: { $what }.
reason-beside = Đồng thời áp dụng { $cite }: { $what }.
reason-local-matter = { $cite }: { $what } được trợ giúp khi có khó khăn về tài chính.
reason-not-listed = { $cite }: yêu cầu không thuộc { $what }.
reason-aid-matters-none = { $cite }: { $what } không bị ràng buộc bởi điều kiện khó khăn.
reason-aid-matters-test = { $cite }: { $what } được trợ giúp khi có khó khăn về tài chính.
reason-group-rules-none = { $cite }: diện “{ $what }”; không xét tài chính.
reason-group-rules-test = { $cite }: diện “{ $what }”; phải có khó khăn về tài chính.
reason-group-claim-failed = { $cite }: dữ kiện không cho thấy thuộc diện “{ $what }”.
reason-group-claim-open = { $cite }: còn phải chứng minh thuộc diện “{ $what }”.
reason-criminal-mandatory = { $cite }: { $what }, chưa có người bào chữa; phải chỉ định luật sư.
reason-criminal-discretionary = { $cite }: { $what }; Tòa án có thể đề nghị chỉ định luật sư.
reason-criminal-apply = { $cite }: { $what } có thể nộp đơn.
reason-criminal-closed = { $cite }: { $what }; quy định này không cho trợ giúp.
reason-hardship-presumed = { $cite }: { $what }; không kiểm tra khó khăn về tài chính.
reason-means-pass = { $cite }: { $what }; đáp ứng điều kiện khó khăn về tài chính.
reason-means-fail = { $cite }: { $what }; không đáp ứng điều kiện khó khăn về tài chính.
reason-lawyer = Người thực hiện phải là: { $what } ({ $cite }).
reason-help-first = { $cite }: { $what }; được thụ lý, trợ giúp ngay và bổ sung giấy tờ sau.
reason-applicant-valid = { $cite }: { $what } được nộp đơn này.
reason-applicant-not-valid = { $cite }: { $what } không được nộp đơn này.
reason-place = { $cite }: nơi tiếp nhận là { $what }.
reason-during-case = { $cite }: { $what }.
reason-proven = { $cite }: giấy tờ đã nộp là đủ ({ $what }).

# What follows: who decides, until when, what can be done against it.
finding-clock-days = { $what }: trong { $amount } ngày ({ $cite }).
finding-clock-hours = { $what }: trong { $amount } giờ ({ $cite }).
finding-clock-working-days = { $what }: trong { $amount } ngày làm việc ({ $cite }).
finding-clock-at-once = { $what }: ngay ({ $cite }).
finding-who-legal-aid-agency = Tổ chức trợ giúp pháp lý quyết định.
finding-who-court = Tòa án quyết định.
finding-who-duty-lawyer = Luật sư trực trợ giúp.
finding-who-justice-bureau = Cơ quan tư pháp quyết định.
finding-who-case-handling-organ-notifies-agency-assigns = Cơ quan giải quyết vụ án thông báo, tổ chức trợ giúp pháp lý phân công luật sư.
finding-who-legal-aid-organisation = Tổ chức thực hiện trợ giúp pháp lý quyết định.
finding-who-commune-people-committee = Ủy ban nhân dân cấp xã giải thích và giới thiệu đến Trung tâm (mẫu số 13).
finding-who-proceedings-body-appoints-via-centre = Cơ quan tiến hành tố tụng chỉ định qua Trung tâm trợ giúp pháp lý nhà nước.
finding-remedy-objection-to-justice-bureau = Có thể khiếu nại lên cơ quan tư pháp đã thành lập tổ chức.
finding-remedy-administrative-reconsideration = Nếu quyết định được giữ nguyên, có thể yêu cầu phúc tra hành chính.
finding-remedy-administrative-litigation = Cũng có thể khởi kiện vụ án hành chính.
finding-remedy-complaint-to-head-of-organisation = Có thể khiếu nại đến người đứng đầu tổ chức.
finding-remedy-complaint-to-director-of-justice-department = Sau đó có thể khiếu nại lên Giám đốc Sở Tư pháp.
finding-remedy-court = Sau đó có thể khởi kiện tại Tòa án.
finding-may-apply = Người được nộp đơn: { $who }.
finding-may-apply-recipient = chính người đó
finding-may-apply-statutory-representative = người đại diện theo pháp luật
finding-may-apply-other-statutory-representative = người đại diện theo pháp luật khác
finding-may-apply-close-relative = thân nhân
finding-may-apply-relative = người thân thích
finding-may-apply-proceedings-body = cơ quan tiến hành tố tụng
finding-may-apply-other-body-or-person = cơ quan, tổ chức, cá nhân khác
finding-list-and = { ", " }
finding-means-none-required = Không xét tài chính.
finding-means-presumed = Khó khăn được suy đoán từ tư cách; cần giấy tờ chứng minh.
finding-means-declared = Điều kiện tài chính được xác định theo bản khai và cam kết trung thực.
finding-means-data-checked = Điều kiện tài chính được xác định theo dữ liệu của hồ sơ.
finding-unconfirmed = Nội dung các quy định này chưa được xác nhận; cần kiểm tra trước khi áp dụng.
finding-ask = Cần hỏi thêm: { $facts }.

# Facts that may still be asked for.
fact-service = hình thức trợ giúp
fact-person-birth-date = ngày sinh
fact-person-fixed-income = có nguồn sống ổn định hay không
fact-person-disability = có khuyết tật hay không
fact-person-statuses = diện đối tượng
fact-household-per-capita-monthly-income = thu nhập bình quân tháng
fact-household-poor = có thuộc hộ nghèo hay không
fact-household-near-poor = có thuộc hộ cận nghèo hay không
fact-monthly-social-allowance = có hưởng trợ cấp xã hội hàng tháng hay không
fact-ethnic-minority = có phải người dân tộc thiểu số hay không
fact-residence-zone = vùng cư trú
fact-criminal-role = tư cách trong vụ án hình sự
fact-criminal-custody = hình thức giam giữ
fact-documents = giấy tờ hiện có
fact-urgency-days-to-limit = số ngày còn lại của thời hạn
fact-urgency-preservation-needed = có cần biện pháp bảo toàn ngay hay không
fact-urgency-working-days-to-limit = số ngày làm việc còn lại của thời hiệu
fact-urgency-working-days-to-hearing = số ngày làm việc đến phiên tòa
fact-applicant-via = ai chuyển yêu cầu
fact-criminal-appointed-by-body = cơ quan tố tụng có chỉ định hay không
fact-harm-to-avoid = có thiệt hại cần tránh hay không
fact-local-campaign = chiến dịch địa phương

# Facts that cannot be.
problem-facts-invalid = Không dùng được dữ kiện “{ $field }”: { $reason ->
    [unknown_key] không có mục này
    [unknown_value] giá trị không thuộc các giá trị cho phép
    [not_yes_or_no] phải là có hoặc không
    [not_a_number] phải là số
    [negative_or_endless] số tiền không được âm hoặc vô hạn
    [below_one] số phải từ một trở lên
    [not_text] phải là chữ
    [not_a_list] phải là danh sách
    [not_a_table] phải là một nhóm dữ kiện
    [not_a_day] phải là ngày dạng YYYY-MM-DD
    [no_such_day] ngày này không tồn tại
    [in_the_future] ngày này ở tương lai
    [too_long_ago] ngày này quá xa
   *[other] giá trị không hợp lệ
  }.

# The command `songfa aid check`.
aid-file-invalid = Không đọc được tệp dưới dạng dữ kiện hoặc tình huống: { $file }
aid-facts-or-cases = Hãy cho --facts hoặc --cases.
aid-pack-missing = Hãy nêu địa phương: --pack CODE hoặc khóa “pack” trong tệp.
