file-then = See the file as it stood on another day
file-then-lede = Every version is kept. The look is recorded.
file-then-day = Day
file-then-show = Show
file-then-note = You see this file as it stood at the end of
file-then-back = Back to today
file-then-outside = Choose a day between { $first } and { $last }: the file is known for those days.
problem-no-version = Nothing is kept of file { $number } for that day. Choose a later day.
