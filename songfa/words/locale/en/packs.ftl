# Packs
pack-status-in-force = in force
pack-status-unconfirmed = unconfirmed
pack-status-repealed = repealed
packs-all-valid = All packs are valid.
problem-pack-unknown = There is no pack “{ $pack }”.
problem-pack-invalid = “{ $section }” must be a list of tables, written [[{ $section }]].
problem-pack-unreadable = The file is not valid TOML in UTF-8.
problem-pack-cycle = “{ $pack }” and “{ $parent }” extend each other in a circle.
problem-pack-parent-missing = “{ $pack }” extends “{ $parent }”, and there is no such pack.
problem-pack-overlap = Two versions of “{ $name }” in { $section } overlap; the other begins at { $other_file }:{ $other_line }.
problem-pack-section-unknown = There is no section “{ $section }”.
problem-pack-field-unknown = { $section } has no field “{ $field }”.
problem-pack-field-missing = The field “{ $field }” is missing.
problem-pack-field-wrong = “{ $field }” cannot be “{ $value }”: { $wants ->
        [string_type] text is expected
        [string_too_short] it may not be empty
        [string_pattern_mismatch] it is not written as a code of this kind
        [int_type] a whole number is expected
        [bool_type] true or false is expected
        [date_type] a date without quotation marks is expected
        [tuple_type] a list is expected
        [model_type] a table is expected
        [greater_than_equal] it is too small
        [less_than_equal] it is too large
        [literal_error] allowed are { $choices }
        [day_outside_year] a day lies outside the year of the calendar
        [not_a_year] a calendar holds for one whole year, from 1 January to 31 December
        [makeup_not_weekend] a make-up working day must be a Saturday or Sunday
        [rule_incomplete] the rule lacks its day, or its number and weekday
        [unknown_place] the template has an unknown place or no sequence number
        [unconfirmed_field] it names a field that this entry does not have
        [folder_name] the folder is called otherwise
       *[other] it does not fit here
    }.
problem-pack-dates-reversed = The last day lies before the first day.
problem-pack-reference-missing = “{ $field }” names “{ $name }”, which is not in { $section }.
