"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    duties,
    events,
    files,
    plan_run,
    plan_task,
    plan_units,
    plans,
    quality,
    review,
    shares,
    units,
)
from songfa.web.public import apply, follow, home, opinion

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow, opinion) for address in module.urls
]
DESK = (
    duties,
    files,
    advice,
    plans,
    plan_task,
    plan_units,
    plan_run,
    shares,
    events,
    quality,
    review,
    units,
    areas,
)
desk: list[URLPattern | URLResolver] = [address for module in DESK for address in module.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
