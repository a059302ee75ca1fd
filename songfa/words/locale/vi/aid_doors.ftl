# The doors of legal aid: who comes in how, who acts for whom, one-time links, referrals.
problem-id-number-refused = Không chấp nhận số này: { $doubt ->
    [check_digit] chữ số kiểm tra không khớp
    [old_form] là số cũ gồm 9 chữ số
    [old_form_15] là số cũ gồm 15 chữ số
    [province] ba số đầu không ứng với tỉnh nào
    [birth_differs] không khớp ngày sinh
    [sex_differs] không khớp giới tính
   *[taken] sổ theo dõi đã ghi số này cho người khác
  }. Hãy đối chiếu lại với thẻ.
doubt-old-form-15 = là số cũ gồm 15 chữ số
problem-guardian-is-violator = Cha mẹ hoặc người giám hộ xâm phạm quyền lợi của người này thì không được yêu cầu hay đại diện thay. Phải do người đại diện theo pháp luật khác hoặc người thân thích yêu cầu.
problem-applicant-not-entitled = Người có quan hệ như vậy không được yêu cầu thay. { $who ->
    [recipient] Người đó phải tự yêu cầu hoặc có giấy ủy quyền.
    [statutory_representative] Phải do người đại diện theo pháp luật (cha mẹ, người giám hộ) yêu cầu.
    [other_statutory_representative_or_close_relative] Phải do người đại diện theo pháp luật khác hoặc người thân thích yêu cầu.
   *[other] Hãy hỏi cơ quan xem ai có quyền yêu cầu.
  }
problem-applicant-missing = { $way ->
    [unit] Hãy ghi cơ quan, tổ chức nào yêu cầu thay.
    [body] Hãy ghi tên cơ quan kia.
   *[other] Hãy ghi họ tên và quan hệ với người cần trợ giúp.
  }
problem-read-back-missing = Nội dung do người khác ghi phải được đọc lại cho người yêu cầu nghe. Đọc xong hãy đánh dấu.
problem-sign-missing = { $what ->
    [witness] Hãy ghi người chứng kiến việc điểm chỉ.
   *[sign] Hãy chọn người yêu cầu ký tên hay điểm chỉ.
  }
problem-proxy-missing = Hãy ghi họ tên và số giấy tờ của người viết hộ.
problem-consent-missing = Cơ quan, tổ chức chỉ yêu cầu thay khi người đó đồng ý. Nếu đã đồng ý, hãy đánh dấu.
problem-answer-on-the-spot = Câu hỏi đơn giản được giải đáp ngay và ghi vào sổ tư vấn, không lập hồ sơ vụ việc.
problem-scope-missing = Hãy chọn phạm vi đại diện.
problem-days-reversed = Ngày cuối ({ $last }) trước ngày đầu ({ $first }).
problem-proof-unfit = Giấy tờ này không chứng minh tư cách đại diện. Hãy chọn giấy tờ khác.
problem-representative-ended = Quyền đại diện của người này đã chấm dứt ({ $day }).
problem-representative-scope = Người đại diện này không có quyền làm việc đó.
problem-link-too-long = Liên kết loại này có hiệu lực tối đa { $longest } { $unit ->
    [hours] giờ
   *[days] ngày
  }.
problem-link-closed = Không dùng được liên kết này: { $standing ->
    [used] đã được dùng
    [revoked] đã bị thu hồi
   *[expired] đã hết hạn
  }.
problem-link-not-now = Ở trạng thái hiện nay của hồ sơ không có việc gì làm được qua liên kết.
problem-papers-left = Còn thiếu giấy tờ. Hãy bổ sung hoặc giải thích vì sao không có được: sau đó sẽ xem xét theo giấy tờ hiện có.
problem-referral-reason = Hãy ghi lý do giới thiệu.
problem-referral-no-file = Hãy tiếp nhận yêu cầu trước: giới thiệu được coi là tiếp nhận khi đã thành yêu cầu.
duty-take-on-referral = Tiếp nhận giới thiệu
duty-send-referral = Gửi văn bản giới thiệu
door-lede = Trước hết: ai đến và về việc gì. Sau đó là các câu hỏi.
door-draft = Có một yêu cầu bạn đã ghi nhưng chưa nộp.
door-draft-open = Ghi tiếp
door-from-consultation = Từ buổi tư vấn ngày
door-from-referral = Từ giới thiệu của { $body }
door-from-person = Cho { $name }, đã có trong sổ theo dõi
door-known = { $name } đã có trong sổ theo dõi. Mục nào để trống thì giữ như trong sổ.
door-ledger = Người này đã có trong sổ theo dõi chưa?
door-ledger-label = Họ tên, chữ đầu, điện thoại hoặc số giấy tờ đầy đủ
door-ledger-none = Không tìm thấy trong phạm vi của bạn. Cứ tiếp tục.
door-way = Ai yêu cầu?
door-way-self = Chính người đó
door-way-hint-self = Tự mình yêu cầu.
door-way-relative = Người thân thích hoặc người được ủy quyền
door-way-hint-relative = Cho người thành niên có đủ năng lực hành vi.
door-way-ward = Cha mẹ, người giám hộ
door-way-hint-ward = Cho người chưa thành niên hoặc người mất, hạn chế năng lực hành vi. Sẽ hỏi ai là người gây hại.
door-way-held = Người thân thích của người bị giam giữ
door-way-hint-held = Đang bị tạm giữ, tạm giam, chấp hành án hoặc cai nghiện bắt buộc.
door-way-unit = Cơ quan, tổ chức thay mặt
door-way-hint-unit = Trạm, hội, xã, phường: khi người đó đồng ý.
relation-other-statutory-representative = Cha mẹ, người giám hộ khác (không phải người gây hại)
door-who = Người yêu cầu thay
door-applicant = Họ tên người yêu cầu thay
door-relation = Quan hệ với người cần trợ giúp
door-guardian-harms = Người xâm phạm quyền lợi có phải là cha mẹ hoặc người giám hộ không?
door-guardian-harms-hint = Nếu phải, người đó không được yêu cầu thay; người đại diện khác hoặc người thân thích sẽ yêu cầu.
door-need-harms = Hãy cho biết người gây hại có phải cha mẹ, người giám hộ không.
door-applicant-id = Số giấy tờ của người đó
door-applicant-phone = Điện thoại của người đó
door-entrusted = Có giấy ủy quyền
door-proof = Giấy tờ chứng minh
door-proof-none = Chưa xuất trình
door-which-unit = Cơ quan, tổ chức yêu cầu thay
door-unit = Cơ quan, tổ chức nào?
door-unit-other = Khác
door-unit-name = Tên cơ quan, tổ chức khác
door-unit-name-hint = Chỉ ghi khi không có trong danh sách
door-unit-person = Người phụ trách
door-consent = Người đó đồng ý để cơ quan, tổ chức yêu cầu thay
door-simple = Có thể giải đáp ngay không?
door-simple-hint = Câu hỏi đơn giản được giải đáp ngay, ghi vào sổ riêng (việc), không lập hồ sơ vụ việc ({ $basis }).
door-simple-yes = Được: ghi vào sổ tư vấn
door-simple-no = Không: cần tư vấn bằng văn bản hoặc làm thêm
door-need-simple = Hãy chọn có thể giải đáp ngay hay không.
door-paper = Cách ghi yêu cầu
door-paper-text = Người không tự viết được thì được viết hộ. Nội dung viết hộ được đọc lại, người yêu cầu ký tên hoặc điểm chỉ.
door-written-by = Ai ghi?
door-writer-applicant = Người yêu cầu
door-writer-staff = Cán bộ tiếp nhận ghi hộ
door-writer-proxy = Người khác viết hộ
door-read-back = Đã đọc lại cho người yêu cầu nghe và được xác nhận
door-signed-by = Xác nhận bằng cách nào?
door-sign-none = Không trên giấy
door-sign-signature = Chữ ký
door-sign-fingerprint = Điểm chỉ
door-proxy = Họ tên người viết hộ
door-proxy-id = Số giấy tờ của người viết hộ
door-witness = Họ tên người chứng kiến
door-witness-hint = Người chứng kiến việc điểm chỉ
door-field-name = Họ tên
door-field-born = Ngày sinh
door-field-sex = Giới tính
door-field-id-number = Số giấy tờ
door-field-phone = Điện thoại
door-address-hint = Số nhà, thôn/tổ dân phố, xã/phường, tỉnh: được ghi vào đơn.
door-field-address = Địa chỉ
door-field-language = Ngôn ngữ
door-field-groups = Nhóm mới
changes-title = Sẽ thay đổi sổ theo dõi
changes-lede = Hãy đối chiếu trước khi lưu. Mục để trống vẫn giữ nguyên.
changes-save = Đúng: lưu và nộp
changes-back = Quay lại sửa
doors-title = Cách tiếp nhận và người đại diện
doors-way = Người yêu cầu
doors-consent = được người đó đồng ý
doors-read-back = đã đọc lại
doors-witness = người chứng kiến: { $name }
doors-guardian = Người giám hộ
doors-guardian-harms = xâm phạm quyền lợi: không được đại diện
doors-consultation = Từ buổi tư vấn ngày
doors-agents = Người đại diện
doors-agent-holds = đang có quyền
doors-agent-ended = không có quyền hôm nay
doors-links = Liên kết dùng một lần
doors-answers = Nhận qua liên kết
file-act-aid-represent = Ai được đại diện, về việc gì, từ ngày nào đến ngày nào. Sau ngày cuối, người đại diện không còn quyền.
represent-name = Họ tên người đại diện
represent-capacity = Tư cách
represent-need-capacity = Hãy chọn tư cách.
represent-need-proof = Hãy chọn giấy tờ đã xuất trình.
represent-scopes = Phạm vi đại diện
represent-scope-apply = yêu cầu và bổ sung yêu cầu
represent-scope-hand-in = nộp giấy tờ
represent-scope-receive-papers = nhận văn bản
represent-scope-attend = dự buổi làm việc, phiên tòa
represent-scope-settle = hòa giải, thỏa thuận
represent-scope-opinion = cho ý kiến về việc trợ giúp
represent-scope-withdraw = rút yêu cầu
represent-since = Từ ngày
represent-until = Đến hết ngày
represent-end = Chấm dứt quyền đại diện
represent-ended = Quyền đại diện đã chấm dứt.
file-act-aid-link = Cho một việc, dùng một lần, có thời hạn. Địa chỉ không chứa thông tin cá nhân.
link-purpose = Để làm gì?
link-need-purpose = Hãy chọn mục đích.
link-for = Ai sẽ dùng?
link-for-person = Chính người đó
link-span = Có hiệu lực bao lâu? Ghi một số, theo ngày hoặc giờ như mục đích đã chọn (để trống nếu theo mức thường)
link-default-hours = thường { $n } giờ, tối đa { $longest }
link-default-days = thường { $n } ngày, tối đa { $longest }
link-made = Liên kết
link-made-once = Liên kết chỉ hiện một lần này. Hãy sao chép hoặc in trang ngay; nếu mất, hãy thu hồi và tạo liên kết khác.
link-address = Địa chỉ
link-slip = Mở địa chỉ này bằng trình duyệt hoặc điện thoại. Chỉ dùng được một lần. Cơ quan không hỏi tiền hay mật khẩu.
link-until = Có hiệu lực đến
link-once = chỉ gửi được một lần
link-revoke = Thu hồi
link-revoked = Đã thu hồi liên kết.
link-standing-open = còn hiệu lực
link-standing-used = đã dùng
link-standing-revoked = đã thu hồi
link-standing-expired = đã hết hạn
link-lede-complete-application = Hãy bổ sung nội dung còn thiếu trong yêu cầu. Mục để trống vẫn giữ nguyên.
link-lede-hand-in-papers = Hãy gửi ảnh hoặc PDF của từng giấy tờ, tối đa 5 MB. Xuất trình bản chính khi được yêu cầu.
link-lede-sign-declaration = Hãy đọc cam kết rồi ghi tên để ký.
link-lede-give-opinion = Việc trợ giúp thế nào? Ý kiến của bạn dùng để nâng cao chất lượng.
link-button-complete-application = Gửi
link-button-hand-in-papers = Nộp
link-button-sign-declaration = Ký
link-button-give-opinion = Gửi ý kiến
link-story = Điều cần bổ sung
link-explanation = Giấy tờ không nộp được và lý do
link-signed = Họ tên của bạn (thay chữ ký)
link-need-truth = Hãy đánh dấu vào cam kết để ký.
link-grade = Bạn có hài lòng không?
link-need-grade = Hãy chọn một mục.
opinion-grade-very-content = Rất hài lòng
opinion-grade-content = Hài lòng
opinion-grade-not-content = Không hài lòng
link-opinion = Điều gì tốt, điều gì chưa tốt?
link-need-something = Chưa điền gì.
link-ended-unknown = Liên kết không tồn tại
link-ended-text-unknown = Hãy kiểm tra địa chỉ. Nếu đúng, hãy xin cơ quan liên kết mới.
link-ended-used = Liên kết đã được dùng
link-ended-text-used = Chúng tôi đã nhận nội dung gửi. Nếu không phải bạn gửi, hãy gọi cho cơ quan.
link-ended-revoked = Liên kết đã bị thu hồi
link-ended-text-revoked = Hãy xin cơ quan liên kết mới.
link-ended-expired = Liên kết đã hết hạn
link-ended-text-expired = Hãy xin cơ quan liên kết mới.
link-ended-closed = Không dùng được liên kết này nữa
link-ended-text-closed = Vụ việc đã sang bước khác hoặc người nhận liên kết không còn quyền đại diện. Không có gì thay đổi. Hãy gọi cho cơ quan.
link-ended-done = Cảm ơn, chúng tôi đã nhận được
link-ended-text-done = Không cần làm gì thêm ở đây. Liên kết đã đóng.
link-said-story = Bổ sung
link-said-phone = Điện thoại
link-said-way = Cách liên lạc
link-said-caution = Lưu ý
link-said-note = Ghi chú
link-said-language = Ngôn ngữ
link-said-needs = Nhu cầu
link-said-limit-on = Hạn cuối
link-said-explanation = Giải thích
link-said-signed = Đã ký
link-said-grade = Đánh giá
link-said-text = Ý kiến
link-said-truth = Cam kết
nav-referrals = Giới thiệu
referrals-title = Giới thiệu, chuyển đến
referral-new = Giới thiệu người được trợ giúp
referral-new-lede = Phiếu gửi đến { $office } và vào ngay hộp việc. Trước hết hãy giải thích quyền được trợ giúp pháp lý.
referral-out-new = Giới thiệu đến cơ quan khác
referral-out-lede = Văn bản ghi giới thiệu ai và lý do.
file-act-aid-refer = Giới thiệu người này đến cơ quan khác. Hồ sơ giữ nguyên; văn bản ghi lý do.
referral-write = Lập văn bản
referral-sent = Đã giới thiệu
referral-sent-text = { $office } đã có trong hộp việc. Hãy in phiếu cho người được giới thiệu.
referral-open = Mở giới thiệu
referral-in = đến ta
referral-out = ta chuyển đi
referral-file = Hồ sơ
referral-letter = Văn bản
referral-take-on = Lập thành yêu cầu
referral-hand-on = Đã gửi văn bản
referral-handed-on = Đã ghi: văn bản đã gửi.
referral-arrive = Cơ quan kia đã nhận
referral-arrived = Đã ghi: đã nhận.
referrals-body = Cơ quan kia
referrals-matter = Nội dung
referrals-from = Chiều
referrals-on = Ghi ngày
referrals-state = Trạng thái
referrals-none = Không có giới thiệu nào
referrals-none-text = Nơi đây liệt kê giới thiệu của xã, phường, tòa án, trọng tài, các hội gửi đến và giới thiệu do ta gửi đi.
refer-body-in = Ai giới thiệu?
refer-body-out = Đến đâu?
refer-need-body = Hãy chọn loại cơ quan.
refer-body-name-in = Tên cơ quan (để trống: đơn vị của bạn)
refer-body-name-out = Tên cơ quan
refer-need-body-name = Hãy ghi tên cơ quan.
refer-address = Nơi cư trú
refer-role = Tư cách trong vụ việc
referral-role-accused = người bị buộc tội
referral-role-victim = người bị hại
referral-role-litigant = đương sự
referral-role-other = khác
refer-reason = Lý do, nội dung
refer-papers = Giấy tờ kèm theo
advice-apply = Lập yêu cầu trợ giúp
advice-refer = Giới thiệu đến cơ quan khác
advice-became = đã thành hồ sơ
apply-held = Người đó có đang bị tạm giữ, tạm giam, chấp hành án hoặc cai nghiện bắt buộc không?
door-entrusted-own = Tôi có giấy ủy quyền của người đó
door-brought-title = Giấy tờ
door-brought = Người yêu cầu đã mang theo giấy tờ nào?
door-brought-hint = Đánh dấu giấy tờ đang có trước mặt. Kết luận được lập theo đó và trang quyết định chỉ nêu giấy tờ còn thiếu.
door-taken = Đã ghi nhận yêu cầu
door-taken-code = Hãy đưa mã tra cứu cho người yêu cầu (ghi ra giấy hoặc đọc cho nghe). Có mã này thì tra cứu được mà không cần đăng nhập.
door-next = Nhận yêu cầu tiếp theo
door-proxy-hint = Bắt buộc khi người khác viết hộ
door-need-applicant = Hãy ghi họ tên người yêu cầu thay.
door-need-relation = Hãy chọn quan hệ của người đó với người được trợ giúp.
