"""The page of a move that cannot be made: why, with the way back to the file."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from songfa.base.http import STATUS
from songfa.rules.problems import Problem
from songfa.web.desk.files.opened import Opened
from songfa.words.habits import moment
from songfa.words.say import key_of, say


def refused(request: HttpRequest, now: Opened, why: Problem) -> HttpResponse:
    facts = dict(why.facts)
    if "at" in facts:
        facts["at"] = moment(datetime.fromisoformat(facts["at"]), now.pack.head.timezone)
    text = say(key_of("problem", why.code), **facts)
    return render(
        request, "desk/file_refused.html", {**now.common(), "text": text}, status=STATUS[why.kind]
    )
