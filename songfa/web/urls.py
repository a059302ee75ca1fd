"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    beside,
    duties,
    events,
    files,
    plan_run,
    plan_task,
    plan_units,
    plans,
    referrals,
    review,
    shares,
    units,
)
from songfa.web.public import apply, follow, home, raising

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow, raising) for address in module.urls
from songfa.web.public import apply, follow, home, links

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow, links) for address in module.urls
]
DESK = (
    duties,
    files,
    beside,
    referrals,
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
