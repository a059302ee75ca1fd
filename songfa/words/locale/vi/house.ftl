problem-not-allowed = Vai trò của bạn không được làm việc này. Nếu cần, hãy đề nghị người phụ trách đơn vị.
problem-not-found = Không có gì ở đây, hoặc nằm ngoài phạm vi bạn được xem.
problem-no-such-move = Ở bước này không thể làm như vậy. Có thể đã có người xử lý trước: hãy mở lại trang để xem tình trạng hiện tại.
problem-guard-failed = Còn thiếu nội dung cần cho bước này. Hãy quay lại, bổ sung rồi gửi lại.
problem-no-value-at-date = Không có quy định nào áp dụng cho ngày này. Hãy kiểm tra ngày; nếu ngày đúng thì cần bổ sung gói quy định của địa phương.
problem-password-weak = Mật khẩu quá yếu: { $why }
problem-name-taken = Tên đăng nhập “{ $name }” đã có người dùng. Hãy chọn tên khác.
problem-locked-out = Đăng nhập sai quá nhiều lần. Hãy chờ 15 phút rồi thử lại, hoặc liên hệ quản trị viên.
problem-page-missing = Trang này không tồn tại. Hãy kiểm tra địa chỉ hoặc bắt đầu lại từ trang chủ.
problem-server-fault = Hệ thống gặp lỗi. Không có gì bị mất; hãy thử lại sau giây lát.
problem-form-expired = Biểu mẫu đã mở quá lâu. Hãy quay lại, tải lại trang và gửi lại.
verb-access-manage = quản lý đơn vị và tài khoản
verb-access-sign-in = đăng nhập
verb-duty-see = xem việc phải làm
verb-people-enter = nhập thông tin người dân
verb-people-see = xem thông tin người dân
duties-title = Việc tôi phải làm
duties-overdue-title = Quá hạn
duties-waiting-title = Đang chờ bên khác
duties-list-owed = Của tôi và đơn vị tôi
duties-list-overdue = Mọi việc quá hạn
duties-list-waiting = Đang chờ bên khác
duties-what = Việc
duties-about = Về
duties-own-unit = Đơn vị tôi
duties-who = Ai làm
duties-due = Thời hạn
duties-basis = Căn cứ
duties-none-owed = Không còn việc nào phải làm.
duties-none-overdue = Không có việc nào quá hạn.
duties-none-waiting = Không phải chờ ai.
duties-no-calendar = Chưa công bố lịch nghỉ của năm đó
duties-late = { $days ->
    [0] quá hạn hôm nay
   *[other] quá hạn { $days } ngày
  }
duties-left = { $days ->
    [0] đến hạn hôm nay
   *[other] còn { $days } ngày
  }
duties-hours-left = còn { $hours } giờ
duties-no-date = kịp thời
duties-stands-still = tạm ngừng tính thời hạn
duties-lists = Danh sách
duties-tally = Bạn và đơn vị có { $owed } việc phải làm, trong đó { $late } việc quá hạn, { $soon } việc sắp đến hạn; { $waiting } việc đang chờ bên khác.
duties-more = Chỉ hiển thị 50 việc đầu tiên, việc gấp nhất ở trên cùng.
nav-duties = Việc phải làm
nav-files = Vụ việc trợ giúp
nav-advice = Tư vấn
nav-plans = Kế hoạch
nav-shares = Nhiệm vụ của tôi
nav-events = Hoạt động
nav-review = Số liệu và báo cáo
nav-units = Đơn vị và tài khoản
nav-home = Trang chủ
nav-apply = Yêu cầu trợ giúp pháp lý
nav-follow = Tra cứu tiến độ
home-title = Bạn gặp chuyện gì? Hãy kể cho chúng tôi
home-intro = Chọn mục gần đúng nhất. Bạn không cần biết thuật ngữ pháp luật.
home-call-title = Bạn cũng có thể gọi điện
home-call-text = Cuộc gọi miễn phí. Nếu không nghe được, hãy nhắn tin hoặc hẹn người phiên dịch ngôn ngữ ký hiệu.
home-follow-title = Tra cứu tiến độ
home-follow-text = Nhập 8 ký tự ghi trên giấy biên nhận.
home-follow-button = Tra cứu
home-free-title = Hoàn toàn miễn phí
home-free-text = Trợ giúp pháp lý không mất tiền. Không ai được thu tiền của bạn.
home-staff = Dành cho cán bộ: đăng nhập
