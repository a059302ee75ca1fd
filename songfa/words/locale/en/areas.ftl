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

areas-held = The tables hold { $units } units as they were and are, and { $successions } successions.
areas-unchanged = The database holds the same. Nothing changed.
areas-written = Rows added: { $added }, changed: { $changed }, removed: { $removed }.
areas-none = No such unit on { $on }.

problem-area-unknown = No unit of { $country } had the code { $code } on { $on }.
