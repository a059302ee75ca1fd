"""The page behind a one-time link: it asks one thing, once, and shows nothing of the file."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache

from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.documents.accepting import Came
from songfa.aid.door import attempts, offices
from songfa.audit.door import looks_last
from songfa.base.http import STATUS
from songfa.rules import doors
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Paper
from songfa.rules.problems import DOCUMENT_UNSCANNED, LINK_CLOSED, Kind, Problem
from songfa.web.accounts import address
from songfa.web.boxes import DayField
from songfa.web.fields import long_text, one_of, phone_in, several, text, words, wrong
from songfa.web.public.apply import plain
from songfa.web.public.apply_forms import CAUTIONS, NEEDS, STORY, WAYS, Plain, spoken
from songfa.words.habits import named
from songfa.words.say import say
from songfa.words.tell import tell

GRADES = ("very_content", "content", "not_content")


class LinkForm(Plain):
    """What a link asks, by its purpose."""

    def __init__(self, pack: Pack, purpose: str, papers: list[tuple[str, str]], *args: Any) -> None:
        super().__init__(*args)
        self.country, self.papers = pack.head.country, papers
        {
            doors.COMPLETE: self._complete,
            doors.PAPERS: self._papers,
            doors.DECLARE: self._declare,
            doors.OPINION: self._opinion,
        }[purpose]()

    def _complete(self) -> None:
        self.add("story", long_text(limit=STORY), label="link-story")
        self.add("phone", text(40))
        self.add("way", one_of(words("contact-way", WAYS), required=False))
        self.add("caution", one_of(words("contact-caution", CAUTIONS), required=False))
        self.add("note", long_text(limit=300))
        self.add("language", spoken(self.country))
        self.add("needs", several(words("need", NEEDS)))
        self.add("limit_on", DayField(required=False))

    def _papers(self) -> None:
        for code, name in self.papers:
            field = forms.FileField(required=False)
            field.label = name
            self.fields[f"paper-{code}"] = field
        self.add("explanation", long_text(limit=1000), label="link-explanation")

    def _declare(self) -> None:
        self.add("signed", text(80, required=True, need="apply-need-name"), label="link-signed")
        truth = forms.BooleanField(error_messages={"required": say("link-need-truth")})
        self.add("truth", truth)

    def _opinion(self) -> None:
        grades = one_of(words("opinion-grade", GRADES), need="link-need-grade")
        self.add("grade", grades, label="link-grade")
        self.add("text", long_text(limit=2000), label="link-opinion")

    def clean_phone(self) -> str:
        return phone_in(self.cleaned_data["phone"], self.country)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors and not any(told.values()):
            self.add_error(None, wrong("link-need-something"))
        return told

    def came(self) -> list[Came]:
        return [
            Came(code, file.name or "", file.read())
            for code, _ in self.papers
            if (file := self.cleaned_data.get(f"paper-{code}"))
        ]

    def said(self) -> dict[str, Any]:
        told = {k: v for k, v in self.cleaned_data.items() if not k.startswith("paper-")}
        return {k: v for k, v in plain(told).items() if v}


@never_cache
@looks_last()
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask what the link is for, once. Wrong addresses are counted as wrong codes are."""
    at = timezone.now()
    came_from = address(request) or ""
    attempts.allow(came_from, at)
    found = reads.link_of(secret)
    if found is None:
        attempts.wrong(came_from, at)
        return _ended(request, "unknown", 404)
    if found.standing(at) != "open":
        return _ended(request, found.standing(at), 410, office=found.unit.name)
    return _open(request, found, at)


def _open(request: HttpRequest, found: Any, at: datetime) -> HttpResponse:
    pack = load(found.unit.pack)
    on = pack.day(at)
    door = offices.public_door(found.unit, on)
    with bound(door):
        missing = reads.missing_of(door, found, at=at)
    known = pack.all(Paper, on)
    papers = [(c, named(known[c].name.model_dump())) for c in missing if c in known]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LinkForm(pack, found.purpose, papers, *sent)
    if request.method == "POST" and form.is_valid():
        attempts.send(address(request) or "", at)
        try:
            with bound(door):
                actions.use_link(actor=door, link=found, said=form.said(), files=form.came(), at=at)
        except Problem as why:
            if why.code == LINK_CLOSED.code:
                return _ended(request, why.facts["standing"], 410, office=found.unit.name)
            # a scanner that does not work takes nothing away: the link can be used again
            if why.kind != Kind.INVALID and why.code != DOCUMENT_UNSCANNED.code:
                return _ended(request, "closed", STATUS[why.kind], office=found.unit.name)
            form.add_error(None, tell(why))
        else:
            return _ended(request, "done", 200, office=found.unit.name)
    versions = pack.versions("link_purposes", found.purpose)
    context = {
        "form": form, "office": found.unit.name, "purpose": found.purpose, "zone": pack.head.timezone,
        "title": named(versions[-1].name.model_dump()) if versions and versions[-1].name else "",
        "until": found.expires_at, "paper_names": [name for _, name in papers],
    }  # fmt: skip
    return render(request, "public/link.html", context, status=400 if form.errors else 200)


def _ended(request: HttpRequest, standing: str, status: int, office: str = "") -> HttpResponse:
    return render(
        request,
        "public/link_ended.html",
        {"standing": standing, "office_name": office},
        status=status,
    )


urls = [path("l/<str:secret>/", link, name="link")]
