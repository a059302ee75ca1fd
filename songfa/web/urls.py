"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import advice, areas, duties, events, files, plans, review, shares, units
from songfa.web.public import apply, follow, home

public: list[URLPattern | URLResolver] = [*home.urls, *apply.urls, *follow.urls]
desk: list[URLPattern | URLResolver] = [*duties.urls, *files.urls, *units.urls, *areas.urls, *plans.urls, *shares.urls, *advice.urls, *events.urls, *review.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
