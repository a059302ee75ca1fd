"""The annual review: figures that open, text around them, publication and what changed since."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from songfa.base.saved import as_file
from songfa.insight import actions, paper, reads, told
from songfa.papers.review.chart import Bar, bars
from songfa.papers.uploads import TYPES
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb
from songfa.web.desk.staff import actor_of, staff
from songfa.words import habits
from songfa.words.say import key_of, say, speaking

TOTAL, PROCEDURE, CASES = "total", "procedure", "cases"


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure as the page shows it."""

    text: str
    label: str
    url: str
    group: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of prose; with an address when it is a figure."""

    text: str
    url: str = ""
    label: str = ""


def _query(review: reads.Review) -> str:
    return urlencode({"area": str(review.area.code), "year": str(review.year)})


def _url(review: reads.Review, code: str) -> str:
    return f"{reverse('review_rows', args=[code])}?{_query(review)}"


def _chosen(request: HttpRequest) -> tuple[reads.Area, int]:
    """Return area and year of the address: an unreadable year, or none, is the newest with records."""
    actor, today = actor_of(request), timezone.localdate()
    asked = request.GET.get("year", "")
    known = asked.isascii() and asked.isdigit() and 1949 <= int(asked) <= 2200
    year = int(asked) if known else 0
    area = reads.area_of(actor, request.GET.get("area", "")[:12], year or today.year)
    if not year:
        found = reads.years(actor, area)
        year = found[0] if found else today.year - 1
        area = reads.area_of(actor, request.GET.get("area", "")[:12], year)
    return area, year


@staff(Verb.INSIGHT_SEE)
def review(request: HttpRequest) -> HttpResponse:
    """Show the live figures of an area in a year."""
    actor = actor_of(request)
    area, year = _chosen(request)
    found = reads.review(actor, area, year)
    context = _shown(found) | _choices(request, found)
    editions = list(reads.snapshots(actor, area, year))
    may_freeze = (
        actor.may(Verb.INSIGHT_FREEZE) and not found.empty and year < timezone.localdate().year
    )
    return render(
        request,
        "desk/review.html",
        context | {"editions": editions, "may_freeze": may_freeze, "now": timezone.now()},
    )


def _choices(request: HttpRequest, found: reads.Review) -> dict[str, object]:
    actor, today = actor_of(request), timezone.localdate()
    years = {*reads.years(actor, found.area), today.year, today.year - 1, found.year}
    areas = [
        (a.code, paper.place(a, speaking.get()))
        for a in reads.choices(actor, found.area, found.year)
    ]
    return {"areas": areas, "years": sorted(years, reverse=True)}


def _shown(found: reads.Review) -> dict[str, object]:
    """Return what live and published pages share."""
    lang = speaking.get()
    figures, bars_of = found.by_code, _bars(found, lang)
    sections = [
        {"group": s.group, "heading": habits.named(s.heading), "paragraphs": prose}
        for s in found.sections
        if (prose := [_spans(found, p, lang) for p in told.paragraphs(s, figures, lang)])
    ]
    return {
        "review": found,
        "title": paper.title(found, lang),
        "sections": sections,
        "query": _query(found),
        "tiles": [_tile(found, f, lang) for f in found.figures if f.group == TOTAL],
        "procedure": _procedure(found, lang),
        "rows": [_tile(found, f, lang, full=True) for f in found.figures],
        "heads": _heads(found),
        "compared": any(f.before is not None for f in found.figures),
        "relations": [_relation(found, h, lang) for h in found.relations],
        "relation_heads": [say("review-relation"), say("review-relation-state")],
        "chart_rows": bars_of,
        "chart": _chart(bars_of),
        "zone": found.zone,
        "review_year": str(found.year),
        "year_before": str(found.year - 1),
    }


def _spans(found: reads.Review, pieces: list[told.Piece], lang: str) -> list[Span]:
    return [
        Span(told.said(p.figure, lang), _url(found, p.figure.code), paper.label(p.figure, lang))
        if p.figure
        else Span(p.text)
        for p in pieces
    ]


def _tile(found: reads.Review, figure: reads.Figure, lang: str, *, full: bool = False) -> Tile:
    text = told.exact(figure, lang) if full else told.tile(figure, lang)
    before = "" if figure.before is None else told.amount(figure.before, figure.currency, lang)
    return Tile(
        text,
        paper.label(figure, lang),
        _url(found, figure.code),
        paper.group_name(found, figure.group, lang),
        before,
    )


def _procedure(found: reads.Review, lang: str) -> dict[str, object] | None:
    """Return the figures of the procedure as tiles, and beside each whole the parts of it that are not nought."""
    own = [f for f in found.figures if f.group == PROCEDURE]
    if not own:
        return None
    parts = [
        {"whole": _tile(found, whole, lang), "parts": [_tile(found, f, lang) for f in counted]}
        for whole in own
        if (counted := [f for f in own if f.of == whole.code and f.value])
    ]
    return {
        "name": paper.group_name(found, PROCEDURE, lang),
        "tiles": [_tile(found, f, lang) for f in own if not f.of],
        "parts": parts,
    }


def _heads(found: reads.Review) -> list[dict[str, object]]:
    heads: list[dict[str, object]] = [
        {"name": say("review-col-group")},
        {"name": say("review-col-figure")},
    ]
    heads.append({"name": say("review-col-before", year=str(found.year)), "num": True})
    if any(f.before is not None for f in found.figures):
        heads.append({"name": say("review-col-before", year=str(found.year - 1)), "num": True})
    return heads


def _relation(found: reads.Review, held: reads.Held, lang: str) -> dict[str, str]:
    """Return a relation in words: what stands on each side, whether it holds and how binding it is."""
    sides = [
        " + ".join(_side(found, code, lang) for code in side) for side in (held.left, held.right)
    ]
    state = {True: "yes", False: "no", None: "unknown"}[held.holds]
    binding = say(key_of("review-must", held.must_hold))
    if held.applies == "unknown":
        binding = f"{binding} · {say('review-applies-unknown')}"
    return {
        "text": f"{sides[0]} {held.op.replace('<=', '≤')} {sides[1]}",
        "id": held.id,
        "state": say(f"review-holds-{state}"),
        "binding": binding,
        "tone": "late" if held.broken else "ok" if held.holds else "plain",
    }


def _side(found: reads.Review, code: str, lang: str) -> str:
    figure = found.by_code.get(code)
    if figure is None:
        return code
    name = paper.group_name(found, figure.group, lang)
    return say(
        "review-figure",
        name=f"{name} · {habits.named(figure.name, lang)}",
        unit=told.exact(figure, lang),
    )


def _bars(found: reads.Review, lang: str) -> tuple[Bar, ...]:
    """Return the cases of each group, the most first."""
    cases = [f for f in found.figures if f.measure == CASES and f.group != TOTAL and f.value]
    return tuple(
        (paper.group_name(found, f.group, lang), f.value, habits.number(f.value, lang))
        for f in sorted(cases, key=lambda f: -f.value)
    )


def _chart(rows: tuple[Bar, ...]) -> SafeString | str:
    label = say("review-chart") + " · " + "; ".join(f"{name} {text}" for name, _, text in rows)
    return mark_safe(bars(rows, label)) if rows else ""  # noqa: S308 - drawn by us; its texts are escaped there


@staff(Verb.INSIGHT_SEE)
def rows(request: HttpRequest, code: str) -> HttpResponse:
    """Show the rows behind a figure; that they were looked at is recorded."""
    actor = actor_of(request)
    area, year = _chosen(request)
    asked = request.GET.get("page", "1")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    found = actions.look_into(
        actor=actor, area=area, year=year, code=code, at=timezone.now(), page=page
    )
    lang = speaking.get()
    here = urlencode({"area": str(area.code), "year": str(year)})
    context = {
        "drill": found,
        "area_name": paper.place(area, lang),
        "review_year": str(year),
        "trail": [_back(here)],
        "label": paper.label(found.figure, lang),
        "title": _side_name(found.figure, found.sections, lang),
        "value": told.exact(found.figure, lang),
        "rows": [_row(r, found.figure, lang) for r in found.rows],
        "heads": _row_heads(found),
        "with_person": any(r.person for r in found.rows),
        "previous": f"?{here}&page={found.page - 1}" if found.page > 1 else "",
        "next": f"?{here}&page={found.page + 1}" if found.page < found.pages else "",
    }
    return render(request, "desk/review_rows.html", context)


def _side_name(figure: reads.Figure, sections: tuple[reads.Section, ...], lang: str) -> str:
    """Return a figure with its group: for a page on which it stands alone."""
    group = next(
        (habits.named(s.name, lang) for s in sections if s.group == figure.group), figure.group
    )
    return f"{group} · {paper.label(figure, lang)}"


def _back(query: str) -> dict[str, str]:
    return {"name": say("review-page"), "url": f"{reverse('review')}?{query}"}


def _row(row: reads.Counted, figure: reads.Figure, lang: str) -> dict[str, object]:
    kind = say(key_of("review-kind", row.kind.lower()))
    return {
        "on": row.on,
        "what": f"{kind} · {row.label}" if row.label else kind,
        "unit": row.unit,
        "person": row.person,
        "adds": told.amount(row.adds, figure.currency, lang),
    }


def _row_heads(found: reads.Drill) -> list[dict[str, object]]:
    names = ["what", "on", "unit", *(["person"] if any(r.person for r in found.rows) else [])]
    heads: list[dict[str, object]] = [{"name": say(f"review-row-{n}")} for n in names]
    return [*heads, {"name": say("review-row-adds"), "num": True}]


@require_POST
@staff(Verb.INSIGHT_FREEZE)
def freeze(request: HttpRequest) -> HttpResponse:
    """Publish the year's review."""
    actor = actor_of(request)
    area, year = _chosen(request)
    row = actions.freeze(actor=actor, area=area, year=year, at=timezone.now())
    messages.success(request, say("review-frozen-now"))
    return redirect("review_published", pk=row.pk)


@staff(Verb.INSIGHT_SEE)
def published(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a publication as it was, whether its seal holds, and what is different today."""
    actor = actor_of(request)
    row = reads.snapshot(actor, pk)
    was = reads.published(row)
    context = _shown(was) | {
        "trail": [_back(_query(was))],
        "snapshot": row,
        "genuine": reads.genuine(row),
        "corrections": _corrections(actor, row),
        "correction_heads": [
            say("review-col-group"),
            say("review-col-figure"),
            *(
                {"name": say(f"review-{n}"), "num": True}
                for n in ("published-value", "today-value")
            ),
            say("review-since"),
        ],
    }
    return render(request, "desk/review_published.html", context)


def _corrections(actor: reads.Actor, row: reads.Snapshot) -> list[dict[str, object]]:
    lang, was = speaking.get(), reads.published(row)
    return [
        {
            "group": paper.group_name(was, c.figure.group, lang),
            "label": paper.label(c.figure, lang),
            "url": _url(was, c.figure.code),
            "published": told.amount(c.published, c.figure.currency, lang),
            "today": say("review-none")
            if c.today is None
            else told.amount(c.today, c.figure.currency, lang),
            "since": c.since,
        }
        for c in reads.corrections(actor, row)
    ]


@staff(Verb.INSIGHT_SEE)
def published_document(request: HttpRequest, pk: UUID, form: str) -> HttpResponse:
    """Hand out a published document, byte for byte."""
    row = reads.snapshot(actor_of(request), pk)
    return _file(
        bytes(row.docx if form == "docx" else row.pdf),
        form,
        f"{row.area.code}-{row.year}-{row.edition}",
    )


@staff(Verb.INSIGHT_SEE)
def document(request: HttpRequest, form: str) -> HttpResponse:
    """Write the live review as a document in the language of the page."""
    actor = actor_of(request)
    area, year = _chosen(request)
    if actor.anchor is None:
        raise NOT_FOUND(thing=area._meta.label)
    found = reads.review(actor, area, year)
    on: date = timezone.localdate()
    made = paper.write(found, form, issuer=actor.anchor.name, on=on, lang=speaking.get())
    return _file(made, form, f"{area.code}-{year}")


def _file(content: bytes, form: str, name: str) -> HttpResponse:
    return as_file(content, f"songfa-{name}.{form}", TYPES[form])


urls = [
    path("review/", review, name="review"),
    path("review/publish/", freeze, name="review_freeze"),
    path("review/rows/<str:code>/", rows, name="review_rows"),
    path("review/document.docx", document, {"form": "docx"}, name="review_docx"),
    path("review/document.pdf", document, {"form": "pdf"}, name="review_pdf"),
    path("review/published/<uuid:pk>/", published, name="review_published"),
    path(
        "review/published/<uuid:pk>/review.docx",
        published_document,
        {"form": "docx"},
        name="review_published_docx",
    ),
    path(
        "review/published/<uuid:pk>/review.pdf",
        published_document,
        {"form": "pdf"},
        name="review_published_pdf",
    ),
]
