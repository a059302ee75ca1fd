# Gói quy tắc
pack-status-in-force = đang có hiệu lực
pack-status-unconfirmed = chưa xác nhận
pack-status-repealed = đã bãi bỏ
packs-all-valid = Tất cả gói quy tắc đều hợp lệ.
problem-pack-unknown = Không có gói quy tắc “{ $pack }”.
problem-pack-invalid = “{ $section }” phải là danh sách bảng, viết là [[{ $section }]].
problem-pack-unreadable = Tệp không phải là TOML hợp lệ với bảng mã UTF-8.
problem-pack-cycle = Gói “{ $pack }” và “{ $parent }” kế thừa lẫn nhau theo vòng tròn.
problem-pack-parent-missing = Gói “{ $pack }” kế thừa “{ $parent }” nhưng gói này không tồn tại.
problem-pack-overlap = Hai phiên bản của “{ $name }” trong { $section } trùng thời gian; phiên bản kia ở { $other_file }:{ $other_line }.
problem-pack-section-unknown = Không có phần “{ $section }”.
problem-pack-field-unknown = { $section } không có trường “{ $field }”.
problem-pack-field-missing = Thiếu trường “{ $field }”.
problem-pack-field-wrong = “{ $field }” không thể là “{ $value }”: { $wants ->
        [string_type] phải là văn bản
        [string_too_short] không được để trống
        [string_pattern_mismatch] không đúng cách viết của loại mã này
        [int_type] phải là số nguyên
        [bool_type] phải là true hoặc false
        [date_type] phải là ngày, không đặt trong dấu ngoặc kép
        [tuple_type] phải là danh sách
        [model_type] phải là bảng
        [greater_than_equal] giá trị quá nhỏ
        [less_than_equal] giá trị quá lớn
        [literal_error] chỉ được là { $choices }
        [day_outside_year] có ngày nằm ngoài năm của lịch
        [not_a_year] một lịch phải áp dụng cho trọn năm, từ 01/01 đến 31/12
        [makeup_not_weekend] ngày làm bù phải là thứ Bảy hoặc Chủ nhật
        [rule_incomplete] quy tắc thiếu ngày, hoặc thiếu số thứ tự và thứ trong tuần
        [unknown_place] mẫu có vị trí không rõ hoặc thiếu số thứ tự
        [unconfirmed_field] nêu một trường mà mục này không có
        [folder_name] không trùng với tên thư mục
       *[other] không phù hợp ở đây
    }.
problem-pack-dates-reversed = Ngày cuối trước ngày đầu.
problem-pack-reference-missing = “{ $field }” nêu “{ $name }” nhưng không có trong { $section }.
