"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    calendar,
    duties,
    events,
    files,
    plan_run,
    plan_task,
    plan_units,
    plans,
    review,
    shares,
    subsidies,
    units,
)
from songfa.web.public import apply, follow, home

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow) for address in module.urls
]
DESK = (
    duties,
    files,
    calendar,
    subsidies,
    advice,
    plans,
    plan_task,
    plan_units,
    plan_run,
    shares,
    events,
    review,
    units,
    areas,
)
desk: list[URLPattern | URLResolver] = [address for module in DESK for address in module.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
