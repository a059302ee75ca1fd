# The ledger.
doubt-check-digit = 校验码不符
doubt-old-form = 是旧的九位号码
doubt-province = 前三位不是省份代码
doubt-birth-differs = 号码中的出生日期与所填不同
doubt-sex-differs = 号码中的性别与所填不同
doubt-name-differs = 台账中该号码的姓名不同
problem-id-number-impossible = 不可能有这样的证件号码：{ $reason ->
    [birth] 其中的出生日期不存在
   *[form] { $country ->
        [cn] 应为18位，最后一位可以是X（旧证为15位）
       *[vn] 应为12位数字（旧证为9位）
      }
  }。
problem-phone-unreadable = 这不是电话号码，请核对。
