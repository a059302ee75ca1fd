"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import duties, units
from songfa.web.public import home

public: list[URLPattern | URLResolver] = [*home.urls]
desk: list[URLPattern | URLResolver] = [*duties.urls, *units.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
