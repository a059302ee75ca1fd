area-level-province = province
area-level-prefecture = prefecture
area-level-county = county
area-level-district = district
area-level-township = township
area-level-commune = commune

area-change-merge = Merged
area-change-split = Divided
area-change-rename = Renamed
area-change-recode = Given another code
area-change-move = Moved to another unit above
area-change-dissolve = Dissolved

areas-sum = The tables hold { $units } units as they were and are, and { $successions } successions.
areas-unchanged = The database holds the same. Nothing changed.
areas-written = Rows added: { $added }, changed: { $changed }, removed: { $removed }.
areas-none = No such unit on { $on }.

problem-area-unknown = No unit of { $country } had the code { $code } on { $on }.
areas-title = Territory
areas-lede = Which unit was this in a year gone by, and which is it today?
areas-query = Name or code
areas-query-hint = Characters, pinyin or its initials, Vietnamese with or without marks, or the official code.
areas-on = As it stood on
areas-on-hint = Leave empty for today.
areas-search = Search
areas-found = { $n ->
    [one] { $n } unit found
   *[other] { $n } units found
  }
areas-name = Unit
areas-level = Level
areas-code = Code
areas-held = In force
areas-nothing = No unit of this name or code stood on that day.
areas-nothing-hint = Check the spelling, or try another day: units come and go.
areas-today = Today
areas-on-day = On { $day }
areas-unknown = The register does not say.
areas-ask-day = Ask about another day
areas-ask = Show
areas-changes = What changed
nav-areas = Territory
