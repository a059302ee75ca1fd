"""Every page, by the module that draws it. A module of pages ends with its own list `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from songfa.web.desk import (
    advice,
    areas,
    assigning,
    beside,
    calendar,
    duties,
    duty_help,
    events,
    files,
    notices,
    offers,
    paper_write,
    papers,
    plan_run,
    plan_task,
    plan_units,
    plans,
    quality,
    referrals,
    review,
    roll,
    shares,
    subsidies,
    ties,
    units,
)
from songfa.web.public import apply, follow, home, links, opinion, raising

public: list[URLPattern | URLResolver] = [
    address for module in (home, apply, follow, links, opinion, raising) for address in module.urls
]
DESK = (
    duties,
    notices,
    duty_help,
    paper_write,
    papers,
    files,
    assigning,
    offers,
    ties,
    beside,
    referrals,
    calendar,
    subsidies,
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
    roll,
    areas,
)
desk: list[URLPattern | URLResolver] = [address for module in DESK for address in module.urls]

pages: list[URLPattern | URLResolver] = [
    *public,
    path("desk/", include(desk)),
]
