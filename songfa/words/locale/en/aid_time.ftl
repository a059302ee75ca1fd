file-then = See the file as it stood on another day
file-then-lede = Every version is kept. The look is recorded.
file-then-day = Day
file-then-show = Show
file-then-note = You see this file as it stood at the end of
file-then-back = Back to today
file-then-outside = Choose a day between { $first } and { $last }: the file is known for those days.
problem-no-version = Nothing is kept of file { $number } for that day. Choose a later day.
duties-list-soon = Due soon
duties-list-escalated = Late for long
duties-none-soon = Nothing is due soon.
duties-none-escalated = Nothing has been late for long.
duties-lede-owed = What you or your unit must do, the most urgent first.
duties-lede-soon = Their warning time has come and they are not late yet: do these first.
duties-lede-overdue = What is late in every unit that you can see, the longest first.
duties-lede-escalated = What has been late for { $span } or more and is put before you, so that you can press for it.
duties-lede-waiting = What others owe, such as applicants and courts, and clocks that stand still.
duties-span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
duties-span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
duties-span-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }
duties-span-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
  }
duties-span-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
  }
