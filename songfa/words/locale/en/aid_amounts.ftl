# A sheet of amounts of a group matter: fetched, filled in, read, confirmed.
amounts-open = Enter amounts from a spreadsheet
amounts-title = Amounts from a spreadsheet
amounts-lede = Nothing is written down yet: first you see what would change for whom.
amounts-fetch = Fetch the sheet with everybody in it (.xlsx)
amounts-fetch-hint = Fill in what you know and hand it in again. An empty box leaves what stands there; write 0 to take an amount out.
amounts-file = The sheet, filled in
amounts-sheet = Amounts
amounts-waiting = A sheet of amounts with { $changed } changes and { $bad } bad rows waits to be confirmed.
amounts-about-name = As it stands in the list of recipients; where two bear the same name, the number in front tells them apart.
amounts-about-claimed = Separators may stand, such as 12,500.50; no other currency than that of the file.
amounts-about-obtained = What the person really got.
amounts-about-avoided = What the person was spared.
amounts-about-paid-on = Such as 2026-11-18. May be empty.
amounts-check-title = What was read of the amounts
amounts-changed = People with new amounts
amounts-bad = Rows left out
amounts-bad-title = These rows are left out
amounts-changed-title = These amounts are written down
amounts-was = was { $before }
amounts-same = { $n ->
    [one] One row says what stands there already.
   *[other] { $n } rows say what stands there already.
  }
amounts-alone = { $n ->
    [one] One person of the group is not in the sheet and stays as it is.
   *[other] { $n } people of the group are not in the sheet and stay as they are.
  }
amounts-confirm = { $n ->
    [one] Write down the amounts of one person
   *[other] Write down the amounts of { $n } people
  }
amounts-again = Hand in another sheet
amounts-loaded = { $n ->
    [one] The amounts of one person are written down.
   *[other] The amounts of { $n } people are written down.
  }
amounts-loaded-already = These amounts are written down.
amounts-stale-title = People or amounts of this file changed in the meantime
amounts-stale-text = Hand the sheet in again, so that it is checked against what stands there now.
problem-amounts-stale = People or amounts of { $number } changed since the sheet was read. Hand it in again.
list-head-place = No.
list-head-obtained = Recovered
list-head-avoided = Loss avoided
list-head-paid-on = Paid on
list-wrong-nobody = The row names nobody.
list-wrong-unknown = Nobody in this group is called so. Put the name as it stands in the list of recipients.
list-wrong-several = { $n } people of the group have this name. Put the number from our sheet in front, or the identity number.
list-wrong-name-differs = No. { $place } of the group is { $name }.
list-wrong-number-differs = The identity number is that of { $name }.
list-wrong-left = This person has left the group.
list-wrong-sum-negative = “{ $column }” is less than nothing.
list-wrong-sum-form = “{ $column }” cannot be read. Write digits, such as 12,500.50.
list-wrong-sum-currency = “{ $column }” is in another currency than the file.
list-wrong-sum-too-large = “{ $column }” is too large to be true.
list-wrong-day-form-cn = “{ $column }” is no day that can be read. Write it as 2026-11-18.
list-wrong-day-form-vn = “{ $column }” is no day that can be read. Write it as 18/11/2026.
list-wrong-day-to-come = “{ $column }” lies in the future.
list-doubt-more-than-claimed = More than was claimed.
list-doubt-paid-nothing = A day of payment, but nothing recovered.
