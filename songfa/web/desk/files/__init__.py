"""Legal-aid files at the desk: the list, one file, each verb on its own page, a new application."""

from songfa.web.desk import subsidies
from songfa.web.desk.files import (
    acts,
    assign,
    decision,
    documents,
    doors,
    enter,
    group,
    hearings,
    listing,
    money,
    one,
    opinions,
)

# the pages of verbs come last: theirs is the widest address
urls = [
    *listing.urls,
    *enter.urls,
    *doors.urls,
    *one.urls,
    *decision.urls,
    *assign.urls,
    *documents.urls,
    *hearings.urls,
    *money.urls,
    *subsidies.of_a_file,
    *group.urls,
    *opinions.urls,
    *acts.urls,
]
