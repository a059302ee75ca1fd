problem-already-done = { $by } đã xử lý { $number } trước ({ $at }): { $act ->
    [aid.lapse] coi như rút yêu cầu
    [aid.terminate] đã chấm dứt trợ giúp
    [aid.discontinue] không tiếp tục thực hiện vụ việc
    [aid.end_by_law] đình chỉ theo quy định của pháp luật
    [aid.transfer] đã chuyển sang tổ chức khác
    [aid.withdraw] đã rút yêu cầu
    [aid.refuse] đã từ chối thụ lý
    [aid.uphold] khiếu nại được chấp nhận
    [aid.dismiss] giữ nguyên quyết định
    [aid.turn_down] không thụ lý khiếu nại
    [aid.answer_complaint] khiếu nại đã được giải quyết
    [aid.agree_change] đã đồng ý thay đổi
    [aid.refuse_change] không đồng ý thay đổi
    [aid.pass_check] bản khai đúng sự thật
    [aid.fail_check] bản khai không đúng sự thật
    [aid.answer_cooperation] đã trả lời yêu cầu
   *[other] đã kết thúc
}.
problem-papers-not-overdue = Chưa hết thời hạn bổ sung giấy tờ, không thể coi { $number } là rút yêu cầu.
problem-no-emergency = Chỉ được bổ sung giấy tờ sau khi pháp luật cho phép thụ lý ngay. Hãy ghi rõ vì sao không thể chờ.
problem-same-unit = { $unit } đang giữ hồ sơ này. Hãy chọn tổ chức khác.
problem-receiver-missing = Hãy chọn tổ chức hoặc ghi tên nơi nhận.
problem-text-missing = Hãy ghi rõ lý do.
problem-no-such-remedy = Ở tình trạng hiện tại, không thể khiếu nại quyết định về { $number }.
problem-already-raised = Đã có một yêu cầu như vậy về { $number } đang chờ trả lời.
problem-no-further-level = Không còn cấp giải quyết khiếu nại nào nữa. Ông/Bà có thể khởi kiện tại tòa án.
problem-same-practitioner = { $name } đang thực hiện vụ việc này. Hãy chọn người khác.
letter-and = { "; " }
letter-organ-ended = Việc trợ giúp pháp lý cho { $name } (số văn bản của quý cơ quan: { $reference }) đã chấm dứt. Lý do: { $reason }.
letter-transferred = Chúng tôi đã chuyển yêu cầu của Ông/Bà đến { $to }. Lý do: { $reason }.
letter-transferred-code = Tại đó, Ông/Bà theo dõi bằng mã mới: { $code }. Ngày yêu cầu lần đầu và giấy tờ đã nộp vẫn được tính.
letter-objection-upheld = Về khiếu nại của Ông/Bà trong vụ việc { $number }: quyết định bị hủy, tổ chức trợ giúp pháp lý sẽ xem xét lại.
letter-objection-dismissed = Về khiếu nại của Ông/Bà trong vụ việc { $number }: giữ nguyên quyết định.
letter-acts-now = Người thực hiện vụ việc của Ông/Bà: { $name }.
letter-cooperation = Trong vụ việc { $number }, đề nghị quý tổ chức phối hợp:
letter-cooperation-after = Đề nghị trả lời bằng văn bản trong thời hạn luật định.
