"""Legal-aid files at the desk: the list, one file, each verb on its own page, a new application."""

from songfa.web.desk.files import acts, enter, group, listing, one, opinions

# the pages of verbs come last: theirs is the widest address
urls = [*listing.urls, *enter.urls, *one.urls, *group.urls, *opinions.urls, *acts.urls]
