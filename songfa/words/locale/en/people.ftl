# The ledger.
doubt-check-digit = the check digit does not fit
doubt-old-form = it has the old form of nine digits
doubt-province = the first three digits name no province
doubt-birth-differs = it tells another date of birth
doubt-sex-differs = it tells another sex
doubt-name-differs = the ledger knows another name for this number
problem-id-number-impossible = No such identity number can exist: { $reason ->
    [birth] the date of birth in it is impossible
   *[form] { $country ->
        [cn] it has 18 characters, the last may be an X (old cards: 15 digits)
       *[vn] it has 12 digits (old cards: 9)
      }
  }.
problem-phone-unreadable = This is no telephone number.
