"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    assigning,
    duties,
    events,
    files,
    offers,
    papers,
    plan_run,
    plan_task,
    plan_units,
    plans,
    review,
    roll,
    shares,
    units,
)
from songfa.web.public import apply, follow, home

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow) for address in module.urls
]
DESK = (
    duties,
    papers,
    files,
    assigning,
    offers,
    advice,
    plans,
    plan_task,
    plan_units,
    plan_run,
    shares,
    events,
    review,
    units,
    roll,
    areas,
)
desk: list[URLPattern | URLResolver] = [address for module in DESK for address in module.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
