# The ledger.
doubt-check-digit = số kiểm tra không khớp
doubt-old-form = số chứng minh cũ gồm chín chữ số
doubt-province = ba số đầu không phải mã tỉnh
doubt-birth-differs = ngày sinh trong số khác với ngày đã ghi
doubt-sex-differs = giới tính trong số khác với điều đã ghi
doubt-name-differs = sổ ghi tên khác cho số này
problem-id-number-impossible = Không thể có số như vậy: { $reason ->
    [birth] ngày sinh trong số không tồn tại
   *[form] { $country ->
        [cn] số có 18 ký tự, ký tự cuối có thể là X (thẻ cũ: 15 chữ số)
       *[vn] số có 12 chữ số (chứng minh cũ có 9)
      }
  }.
problem-phone-unreadable = Đây không phải là số điện thoại.
