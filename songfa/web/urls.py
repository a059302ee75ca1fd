"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    beside,
    duties,
    duty_help,
    events,
    files,
    notices,
    plan_run,
    plan_task,
    plan_units,
    plans,
    referrals,
    review,
    shares,
    units,
)
from songfa.web.public import apply, follow, home, links, raising

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow, links, raising) for address in module.urls
]
DESK = (
    duties,
    notices,
    duty_help,
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
