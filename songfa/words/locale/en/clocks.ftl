# Clocks, publicity days, numbers
problem-calendar-missing = The public holidays of { $year } are not published yet, so no final date can be given.
problem-naive-time = “{ $value }” is not a date and time with an offset, such as 2025-01-24T10:00:00+08:00.
problem-clock-amount-invalid = A period of { $amount } { $unit ->
        [hours] hours
        [working_days] working days
        [months] months
        [years] years
       *[days] days
    } cannot be counted.
problem-day-not-in-year = The day “{ $name }” does not fall in the year { $year }.
problem-number-part-missing = The number “{ $name }” cannot be made: { $part ->
        [letter] the issuer's short name
        [doc] the kind of document
        [form] the form of service
        [seq] the sequence number
       *[other] a part
    } is missing.
clock-cases-unreadable = { $file } is not a readable file of scenarios.
